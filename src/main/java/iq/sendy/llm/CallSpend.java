package iq.sendy.llm;

/** Spend of a call that failed, as far as it is known here. */
public enum CallSpend {
    /** It certainly used no tokens: nothing left us, or it was refused. */
    NOTHING,
    /** The provider had it whole, and nobody here heard how it ended. */
    UNKNOWN
}
