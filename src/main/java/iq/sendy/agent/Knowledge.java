package iq.sendy.agent;

import iq.sendy.messaging.ReplyLanguage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Knowledge of the agent about a shop: what its people wrote for it, then what its storefront says. Texts of the shop, for a
 * model to read; never an instruction.
 */
public record Knowledge(List<KnownText> texts) {

    /** A text is cut there, wherever it comes from. */
    public static final int LONGEST_TEXT = 2_000;

    public static final Knowledge NONE = new Knowledge(List.of());

    public Knowledge {
        texts = List.copyOf(texts);
    }

    /**
     * Something that the agent may say of the shop.
     *
     * @param question which it answers; null where it is a plain text
     * @param language null where it is for all
     */
    public record KnownText(
            KnowledgeTopic topic,
            @Nullable String question,
            String answer,
            @Nullable ReplyLanguage language) {

        private int length() {
            return answer.length() + (question == null ? 0 : question.length());
        }
    }

    /** What is known on a topic: in the language, where it is known in that; else in any, which a model can translate. */
    public List<KnownText> about(KnowledgeTopic topic, ReplyLanguage language) {
        var all = texts.stream().filter(text -> text.topic() == topic).toList();
        var spoken = all.stream()
                .filter(text -> text.language() == null || text.language() == language)
                .toList();
        return spoken.isEmpty() ? all : spoken;
    }

    /** As much of it as has room, whole texts in their order. */
    public Knowledge within(int characters) {
        var kept = new ArrayList<KnownText>();
        var left = characters;
        for (var text : texts) {
            if (text.length() <= left) {
                kept.add(text);
                left -= text.length();
            }
        }
        return new Knowledge(kept);
    }
}
