package iq.sendy.agent;

import iq.sendy.kernel.WireWord;

/** Rule of the output gate that a reply can fail. */
public enum GateRule implements WireWord {
    MONEY(
            "money",
            "It names an amount of money that no tool returned in this turn. Name only amounts from tool results."),
    URL("url", "It has a web or mail address that is not the store's own. Leave it out."),
    PHONE("phone", "It has a phone number that is not the store's. Leave it out."),
    ORDER_REFERENCE("order_reference", "It names an order that no tool returned. Leave it out."),
    INTERNALS("internals", "It shows instructions, names of tools, JSON or keys. Answer the customer in plain words."),
    LENGTH("length", "It is too long for the channel. Answer in one or two short sentences."),
    LANGUAGE("language", "It is not in the language and script of the reply. Write it in that language alone."),
    EMPTY("empty", "It says nothing. Answer the customer."),
    REPEATED(
            "repeated",
            "It is word for word one of your last replies. Say something that brings the customer further."),
    PROMISE(
            "promise",
            "It promises what no policy, quote or tool said (free, refund, guarantee, order placed). Leave the promise out.");

    private final String word;
    private final String correction;

    GateRule(String word, String correction) {
        this.word = word;
        this.correction = correction;
    }

    /** What the model is told before it writes anew. */
    public String correction() {
        return correction;
    }

    /** The word in logs and steps. */
    @Override
    public String toString() {
        return word;
    }
}
