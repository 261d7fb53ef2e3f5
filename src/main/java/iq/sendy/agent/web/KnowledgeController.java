package iq.sendy.agent.web;

import iq.sendy.agent.Knowledge;
import iq.sendy.agent.KnowledgeBase;
import iq.sendy.agent.KnowledgeItem;
import iq.sendy.agent.KnowledgeTopic;
import iq.sendy.agent.SaveKnowledge;
import iq.sendy.messaging.ReplyLanguage;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.CrossFieldRules;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Text;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

/** Knowledge of the agent: what the shop's people write for it, to list, add, change and delete. */
@StoreController
class KnowledgeController {

    private final KnowledgeBase knowledge;

    KnowledgeController(KnowledgeBase knowledge) {
        this.knowledge = knowledge;
    }

    record KnowledgeRequest(
            @Required @Example("\"faq\"") Patch<KnowledgeTopic> topic,

            @Text(Text.REASON) @Example("\"هل توصلون في نفس اليوم؟\"")
            Patch<String> question,

            @Required @Text(Knowledge.LONGEST_TEXT) @Example("\"نعم، للطلبات قبل الثالثة عصراً.\"")
            Patch<String> answer,

            @Example("\"ar\"") Patch<ReplyLanguage> language)
            implements CrossFieldRules {

        @Override
        public void check(Violations violations) {
            topic.neverCleared("topic", violations);
            answer.neverCleared("answer", violations);
        }

        void checkWhole(Violations violations) {
            topic.neverLeftOut("topic", violations);
            answer.neverLeftOut("answer", violations);
        }

        SaveKnowledge command() {
            return new SaveKnowledge(topic, question, answer, language);
        }
    }

    record KnowledgeBody(
            UUID id,
            KnowledgeTopic topic,
            @Nullable String question,
            String answer,
            @Nullable ReplyLanguage language,
            Instant createdAt,
            Instant updatedAt) {

        static KnowledgeBody of(KnowledgeItem item) {
            var text = item.text();
            return new KnowledgeBody(
                    item.id(),
                    text.topic(),
                    text.question(),
                    text.answer(),
                    text.language(),
                    item.createdAt(),
                    item.updatedAt());
        }
    }

    @GetMapping("/social/knowledge")
    @Allows(permission = "social_channels.view", scope = "social:read")
    @Describes("List what was written for the agent to know, newest first")
    Answer<Page<KnowledgeBody>> list(Paging paging, Caller caller) {
        return Answer.ok(
                "knowledge.listed", knowledge.list(caller.store(), paging).map(KnowledgeBody::of));
    }

    @PostMapping("/social/knowledge")
    @Allows(permission = "social_channels.manage", scope = "social:write")
    @Describes(value = "Write something for the agent to know", refuses = SaveKnowledge.Result.class)
    Answer<KnowledgeBody> create(@Body Bound<KnowledgeRequest> body, Caller caller, Actor actor) {
        body.value().checkWhole(body.problems());
        return answer(
                "knowledge.created",
                knowledge.create(caller.store(), actor, body.valid().command()));
    }

    @PutMapping("/social/knowledge/{id}")
    @Allows(permission = "social_channels.manage", scope = "social:write")
    @Describes(value = "Change something that the agent knows", refuses = SaveKnowledge.Result.class)
    Answer<KnowledgeBody> change(
            @PathVariable UUID id, @Body Bound<KnowledgeRequest> body, Caller caller, Actor actor) {
        if (!body.problems().isEmpty() && knowledge.find(caller.store(), id).isEmpty()) {
            return Answer.notFound();
        }
        return answer(
                "knowledge.updated",
                knowledge.change(caller.store(), actor, id, body.valid().command()));
    }

    @DeleteMapping("/social/knowledge/{id}")
    @Allows(permission = "social_channels.manage", scope = "social:write")
    @Describes("Delete something that the agent knows")
    Answer<Void> delete(@PathVariable UUID id, Caller caller, Actor actor) {
        return knowledge.delete(caller.store(), actor, id) ? Answer.ok("knowledge.deleted", null) : Answer.notFound();
    }

    private static Answer<KnowledgeBody> answer(String message, SaveKnowledge.Result result) {
        return switch (result) {
            case SaveKnowledge.Result.Saved(var item) -> Answer.ok(message, KnowledgeBody.of(item));
            case SaveKnowledge.Result.NoSuchItem _ -> Answer.notFound();
            case Refusal refusal -> Answer.refused(refusal);
        };
    }
}
