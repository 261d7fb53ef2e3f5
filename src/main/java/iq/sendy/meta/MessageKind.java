package iq.sendy.meta;

import iq.sendy.kernel.WireWord;

/** Kind of content that a message has; Unknown is one that Meta invented after us. */
public enum MessageKind implements WireWord {
    TEXT("Text"),
    IMAGE("Image"),
    VIDEO("Video"),
    AUDIO("Audio"),
    DOCUMENT("Document"),
    STICKER("Sticker"),
    LOCATION("Location"),
    CONTACTS("Contacts"),
    INTERACTIVE("Interactive"),
    BUTTON("Button"),
    ORDER("Order"),
    SHARE("Share"),
    STORY_MENTION("StoryMention"),
    POSTBACK("Postback"),
    SYSTEM("System"),
    UNSUPPORTED("Unsupported"),
    UNKNOWN("Unknown");

    private final String word;

    MessageKind(String word) {
        this.word = word;
    }

    /** The contract's word. */
    @Override
    public String toString() {
        return word;
    }
}
