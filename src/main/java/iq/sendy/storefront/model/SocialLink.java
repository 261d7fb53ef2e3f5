package iq.sendy.storefront.model;

import iq.sendy.platform.url.BrowserUrl;
import java.util.Optional;

/** Link to a shop's page on a social network: its address, or the shop's name there where the network has names. */
public final class SocialLink {

    private static final int LONGEST_KEY = 32;

    private SocialLink() {}

    /** Whether it can be the name of a network, in lower case: letters, digits, hyphens and underscores of ASCII. */
    public static boolean isKey(String lowered) {
        return !lowered.isEmpty()
                && lowered.length() <= LONGEST_KEY
                && lowered.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_');
    }

    /** The address behind what was typed; empty when it is neither an https address nor a name. */
    public static Optional<String> address(String key, String typed) {
        if (BrowserUrl.secure(typed)) {
            return Optional.of(typed);
        }
        return SocialNetwork.of(key).flatMap(network -> network.page(typed));
    }
}
