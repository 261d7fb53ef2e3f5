package iq.sendy.apidocs.web;

import java.util.List;

/**
 * An operation as a list shows it.
 *
 * @param id names its page
 * @param doors who comes in, for the filter
 */
record OperationLine(String id, String method, String place, String summary, String description, List<String> doors) {

    /** For who has an access token, or needs none. */
    static final String PEOPLE = "store";

    /** For who has an API key, or only reads what anybody may. */
    static final String PROGRAMS = "integrations";

    /** Whether there is a door of its own for programs. */
    public boolean keyed() {
        return doors.contains(PROGRAMS) && place.startsWith("…");
    }

    public String doorWords() {
        return String.join(" ", doors);
    }

    /** The word that styles the method. */
    public String tone() {
        return switch (method) {
            case "GET" -> "reads";
            case "DELETE" -> "removes";
            case "PUT", "PATCH" -> "changes";
            default -> "makes";
        };
    }
}
