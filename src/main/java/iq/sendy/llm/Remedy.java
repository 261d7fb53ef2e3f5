package iq.sendy.llm;

/** Remedy for a call that failed: whether the same request may succeed later. */
public enum Remedy {
    RETRY,
    GIVE_UP
}
