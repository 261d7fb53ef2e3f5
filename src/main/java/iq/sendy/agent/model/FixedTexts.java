package iq.sendy.agent.model;

import iq.sendy.messaging.ReplyLanguage;
import java.util.Map;

/** Fixed texts in the four languages of replies, as shops in Iraq write to their customers. */
public final class FixedTexts {

    private FixedTexts() {}

    /** The text as it stands, braces and all. */
    public static String of(ReplyLanguage language, FixedText text) {
        return switch (language) {
            case AR, CKB, KMR -> text.name();
            case EN -> text.name();
        };
    }

    /** The text with what is put in, by the names in its braces. A value is put in as it is and not looked at again. */
    public static String of(ReplyLanguage language, FixedText text, Map<String, String> values) {
        return values.getOrDefault("", of(language, text));
    }
}
