package iq.sendy.agent.model;

import iq.sendy.agent.HandOffReason;
import iq.sendy.kernel.WireWord;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finding of the guards before an answer is begun, kept and sent. */
public enum GuardFinding implements WireWord {
    /** It may go on. */
    CLEAR("clear", null),
    /** People have the conversation, or it is closed. */
    TAKEN("conversation_taken", null),
    CHANNEL_OFF("channel_off", null),
    AGENT_OFF("agent_off", null),
    /** Meta holds something against the channel. */
    CHANNEL_TROUBLE("channel_trouble", null),
    /** People have put the agent on hold. */
    PAUSED("paused", null),
    /** The roll-out leaves the contact to people. */
    NOT_CHOSEN("not_chosen", null),
    /** The message is older than an answer may be. */
    STALE("stale", null),
    /** The customer may not be written to any more, or hardly. */
    WINDOW_CLOSED("window_closed", null),
    /** The shop is closed. */
    CLOSED("closed", HandOffReason.CLOSED),
    /** The store's plan has no messaging. */
    NOT_IN_PLAN("not_in_plan", HandOffReason.NOT_IN_PLAN),
    SPEND_CAP("spend_cap", HandOffReason.SPEND_CAP),
    CONTACT_LIMIT("contact_limit", HandOffReason.CONTACT_LIMIT);

    private final String word;
    private final @Nullable HandOffReason handOff;

    GuardFinding(String word, @Nullable HandOffReason handOff) {
        this.word = word;
        this.handOff = handOff;
    }

    /** Why people are told about, and the customer too; empty where the job is skipped. */
    public Optional<HandOffReason> handOff() {
        return Optional.ofNullable(handOff);
    }

    /** The word of steps and reasons. */
    @Override
    public String toString() {
        return word;
    }
}
