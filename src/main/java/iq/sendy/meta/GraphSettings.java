package iq.sendy.meta;

import iq.sendy.meta.model.GraphVersion;
import iq.sendy.platform.url.HostSyntax;
import java.util.stream.Stream;

/** Syntax check of an operator's settings of Graph, asked before anything is opened. */
public final class GraphSettings {

    private GraphSettings() {}

    public static boolean isVersion(String text) {
        return GraphVersion.isOne(text);
    }

    /** Names of hosts, one at least. */
    public static boolean areHosts(String list) {
        return Stream.of(list.split(",", -1)).map(String::strip).allMatch(GraphSettings::isHost);
    }

    private static boolean isHost(String name) {
        var host = HostSyntax.read(name);
        return host != null && host.literal() == null && name.indexOf('.') > 0;
    }
}
