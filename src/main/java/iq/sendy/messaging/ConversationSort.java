package iq.sendy.messaging;

import iq.sendy.kernel.WireWord;

/** Order of a list of conversations: the newest, the one last written in, or of those that wait the longest first. */
public enum ConversationSort implements WireWord {
    CREATED_AT("createdAt"),
    LAST_MESSAGE("lastMessage"),
    WAITING("waiting");

    private final String word;

    ConversationSort(String word) {
        this.word = word;
    }

    /** The word of the query. */
    @Override
    public String toString() {
        return word;
    }
}
