package iq.sendy.agent.model;

import iq.sendy.kernel.InputText;

/** Untrusted text, as a model may read it: without what steers and is not seen, and cut. */
public final class UntrustedText {

    /** Of a customer's message. */
    public static final int MESSAGE = 2_000;

    private UntrustedText() {}

    /** Cleaned of control, bidi and zero-width characters, but for the non-joiner that Kurdish needs; at most so many chars. */
    public static String clean(String text, int most) {
        var cleaned = InputText.clean(text);
        return cleaned.length() <= most ? cleaned : cleaned.substring(0, most);
    }

    /** A customer's message. */
    public static String clean(String text) {
        return clean(text, MESSAGE);
    }
}
