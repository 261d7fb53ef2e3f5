package iq.sendy.egress;

import iq.sendy.platform.settings.StartRefused;
import java.nio.file.Path;

/** Syntax check of allow lists: whether a list that an operator wrote can be read, asked before anything is opened. */
public final class NetworkLists {

    private NetworkLists() {}

    /** Those that calls to addresses given by users may reach. */
    public static boolean areNetworks(String list) {
        try {
            EgressConfiguration.networks(list);
            return true;
        } catch (StartRefused wrong) {
            return false;
        }
    }

    /** Those that such names are asked of. */
    public static boolean areNameServers(String list) {
        try {
            return !new NameServers(list, Path.of("/")).list().isEmpty();
        } catch (StartRefused wrong) {
            return false;
        }
    }
}
