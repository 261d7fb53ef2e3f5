package iq.sendy.billing;

import iq.sendy.kernel.WireWord;

/** How a call of a model ended. */
public enum UsageOutcome implements WireWord {
    /** With a text, or with calls of tools. */
    ANSWERED("Answered"),
    /** The model refused, was cut off, said nothing, or what nobody can read. */
    FAULTY("Faulty"),
    /** The provider had it and did not answer whole, so that tokens may be on its bill: at the most what was kept for it. */
    FAILED("Failed"),
    /** Nobody told: the process that made it died. Its tokens are what was kept for it. */
    LOST("Lost");

    private final String word;

    UsageOutcome(String word) {
        this.word = word;
    }

    /** As it is stored. */
    @Override
    public String toString() {
        return word;
    }
}
