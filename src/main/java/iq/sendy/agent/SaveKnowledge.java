package iq.sendy.agent;

import iq.sendy.agent.Knowledge.KnownText;
import iq.sendy.messaging.ReplyLanguage;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.body.Patch;
import java.util.Objects;

/** Write a knowledge item or change one; a field left out keeps its value. */
public record SaveKnowledge(
        Patch<KnowledgeTopic> topic, Patch<String> question, Patch<String> answer, Patch<ReplyLanguage> language) {

    KnownText fresh() {
        return new KnownText(
                Objects.requireNonNull(topic.value()),
                question.value(),
                Objects.requireNonNull(answer.value()),
                language.value());
    }

    KnownText over(KnownText before) {
        return new KnownText(
                topic.over(before.topic(), before.topic()),
                question.over(before.question()),
                answer.over(before.answer(), before.answer()),
                language.over(before.language()));
    }

    /** All that can come of it. */
    public sealed interface Result {

        record Saved(KnowledgeItem item) implements Result {}

        record NoSuchItem() implements Result {}

        /** An answer to a question without the question, or the other way round. */
        @RefusedWith(code = "knowledge.question_of_faq_alone", field = "question")
        record QuestionOfFaqAlone() implements Result, Refusal {}

        @RefusedWith(status = 409, code = "knowledge.too_many")
        record TooMany() implements Result, Refusal {}
    }
}
