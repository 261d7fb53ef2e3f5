package iq.sendy.meta;

/**
 * Button below a message that answers it.
 *
 * @param id what comes back when it is tapped, at most 256 characters
 * @param title what stands on it, at most 20 characters
 */
public record ReplyButton(String id, String title) {

    private static final int LONGEST_ID = 256;
    private static final int LONGEST_TITLE = 20;

    public ReplyButton {
        if (id.isBlank() || id.length() > LONGEST_ID || title.isBlank() || title.length() > LONGEST_TITLE) {
            throw new IllegalArgumentException("A button has an id of 256 characters and a title of 20 at most");
        }
    }
}
