package iq.sendy.faults.attacks;

/** How a request is sent. */
public enum Pace {
    AT_ONCE,
    /** The head comes a byte at a time. */
    SLOW_HEAD,
    /** The head comes at once and the body a byte at a time. */
    SLOW_BODY,
    /** The last byte never comes. */
    STOPS_SHORT,
    /** Nobody reads what is answered. */
    NEVER_READS;

    /** Whether whoever sends so has to be given an answer, or else a closed connection. */
    public boolean wantsAnswer() {
        return this == AT_ONCE;
    }
}
