package iq.sendy.meta;

/** Outcome of a call that sends a message. */
public sealed interface SendOutcome {

    /** Meta took it; whether it arrives, a status will tell. */
    record Accepted(String externalId) implements SendOutcome {}

    /** Meta said no: nothing was sent. */
    record Refused(GraphError error) implements SendOutcome {}

    /**
     * No byte left us: nothing was sent, and it may be tried again.
     *
     * @param why for the log of the operator: never words of the other side
     */
    record NotSent(String why) implements SendOutcome {}

    /**
     * Nobody knows whether Meta sent it: no answer, half of one, or one without a meaning. It is never blindly repeated.
     *
     * @param why for the log of the operator: never words of the other side
     */
    record Unconfirmed(String why) implements SendOutcome {}
}
