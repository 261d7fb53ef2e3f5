package iq.sendy.egress;

import iq.sendy.kernel.Bytes;

/**
 * Outcome of a call whose whole answer counts. Nothing that happens elsewhere is a reason for an exception, and what
 * certainly asked nothing of anybody is told from what perhaps did.
 */
public sealed interface CallOutcome {

    /** The answer, whole. */
    record Replied(ReplyHead head, Bytes body) implements CallOutcome {}

    /** A status, and of the body less than all of it. */
    record CutOff(ReplyHead head) implements CallOutcome {}

    /** A status, and a body beyond the limits. */
    record TooLong(ReplyHead head) implements CallOutcome {}

    /**
     * No byte of the request left us: nobody did anything about it.
     *
     * @param why for the log of the operator: a rule or an exception's class, never words of the other side
     */
    record NothingSent(ErrorClass errorClass, String why) implements CallOutcome {}

    /**
     * Bytes left us, and no status came back: it was done or not, and nobody here knows.
     *
     * @param why as above
     */
    record Unsettled(ErrorClass errorClass, String why) implements CallOutcome {}
}
