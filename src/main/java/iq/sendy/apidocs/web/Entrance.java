package iq.sendy.apidocs.web;

import iq.sendy.platform.api.StoreController;
import java.util.Locale;

/**
 * One way to an operation.
 *
 * @param path with the names of its variables in braces
 * @param right the permission or scope that is asked for; empty when none is
 */
record Entrance(Visitor visitor, String path, String right) {

    /** Who comes in, by the credential that is shown. */
    enum Visitor {
        PROGRAMS,
        PEOPLE,
        ANYBODY
    }

    public String label() {
        return switch (visitor) {
            case PROGRAMS -> "Programs, with an API key";
            case PEOPLE -> "People, with an access token";
            case ANYBODY -> "Anybody";
        };
    }

    /** What the script sends along. */
    public String credential() {
        return visitor.name().toLowerCase(Locale.ROOT);
    }

    public boolean narrow() {
        return !right.isEmpty();
    }

    public String rightWord() {
        return visitor == Visitor.PROGRAMS ? "scope" : "permission";
    }

    /** What both doors have in common of the path. */
    public String place() {
        if (path.startsWith(StoreController.KEY_DOOR + "/")) {
            return "…" + path.substring(StoreController.KEY_DOOR.length());
        }
        return path.startsWith(StoreController.STAFF_DOOR + "/")
                ? "…" + path.substring(StoreController.STAFF_DOOR.length())
                : path;
    }
}
