package iq.sendy.meta;

import iq.sendy.kernel.WireWord;

/** Messaging service of Meta that a channel belongs to. */
public enum ChannelType implements WireWord {
    WHATSAPP("WhatsApp"),
    INSTAGRAM("Instagram");

    private final String word;

    ChannelType(String word) {
        this.word = word;
    }

    /** The contract's word. */
    @Override
    public String toString() {
        return word;
    }
}
