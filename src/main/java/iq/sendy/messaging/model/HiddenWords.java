package iq.sendy.messaging.model;

/** Words of a message that its receiver alone may read: where others read it, a dot stands for each character of them. */
public final class HiddenWords {

    private static final String DOT = "\u2022";

    private HiddenWords() {}

    /** The text as others read it; all of it is hidden where the secret is not found in it. */
    public static String hidden(String text, String secret) {
        return text.contains(secret) ? text.replace(secret, dots(secret)) : dots(text);
    }

    private static String dots(String text) {
        return DOT.repeat(text.length());
    }

    /** Whether somebody who read the whole text may have read this one of ours, which hides some of it or nothing. */
    public static boolean mayBe(String ours, String whole) {
        if (ours.length() != whole.length()) {
            return false;
        }
        for (var i = 0; i < ours.length(); i++) {
            if (ours.charAt(i) != DOT.charAt(0) && ours.charAt(i) != whole.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
