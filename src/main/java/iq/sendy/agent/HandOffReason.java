package iq.sendy.agent;

import iq.sendy.kernel.WireWord;

/** Reason why the agent gives a conversation to people. */
public enum HandOffReason implements WireWord {
    /** The customer asked for a person. */
    ASKED_FOR_PERSON("asked_for_person"),
    COMPLAINT("complaint"),
    REFUND("refund"),
    LEGAL("legal"),
    ABUSE("abuse"),
    SELF_HARM("self_harm"),
    /** Somebody sent the number of a card or the like. */
    PAYMENT_DATA("payment_data"),
    /** A picture, a voice message, a file, a place or a basket that the agent can not read. */
    UNREADABLE_MEDIA("unreadable_media"),
    /** The model found that it can not help. */
    CANNOT_HELP("cannot_help"),
    /** Its words failed the output gate twice. */
    GATE("gate"),
    /** The model refused, was cut off or said nothing, twice. */
    MODEL_FAULT("model_fault"),
    /** The turn needed more calls than one may make. */
    TURN_LIMIT("turn_limit"),
    /** The contact has had the turns of its hour or day. */
    CONTACT_LIMIT("contact_limit"),
    /** The spend cap is reached. */
    SPEND_CAP("spend_cap"),
    /** The store's plan has no messaging. */
    NOT_IN_PLAN("not_in_plan"),
    /** The shop is closed, and its people answer when it opens. */
    CLOSED("closed"),
    /** Every attempt failed, or too many workers were lost. */
    FAILED("failed"),
    /** The store wants drafts that people send. */
    DRAFT("draft");

    private final String word;

    HandOffReason(String word) {
        this.word = word;
    }

    /** The word on the wire and in the database. */
    @Override
    public String toString() {
        return word;
    }
}
