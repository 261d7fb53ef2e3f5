package iq.sendy.agent;

/** Verdict of a channel's rule on a customer who writes. */
public enum RuleVerdict {
    /** The agent answers. */
    ANSWERS,
    /** The shop is closed: the agent has it, to say so once and leave it to people. */
    CLOSED,
    /** People have put the agent on hold at the channel. */
    PAUSED,
    /** The roll-out leaves the customer to people. */
    NOT_CHOSEN;

    /** Whether the agent takes the conversation at all. */
    public boolean takes() {
        return this == ANSWERS || this == CLOSED;
    }
}
