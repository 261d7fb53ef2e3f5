package iq.sendy.messaging;

import iq.sendy.kernel.SearchText;
import java.util.Locale;

/** Label of a conversation: a word of the store's own. Two that fold alike are one. */
public record ConversationLabel(String text) {

    public static final int MOST_CHARACTERS = 50;

    /** So many on one conversation. */
    public static final int MOST = 20;

    /** What it is compared by; a sign that no letter is left of stands for itself. */
    public String folded() {
        return folded(text);
    }

    static String folded(String text) {
        var folded = SearchText.fold(text);
        return folded.isEmpty() ? text.toLowerCase(Locale.ROOT) : folded;
    }
}
