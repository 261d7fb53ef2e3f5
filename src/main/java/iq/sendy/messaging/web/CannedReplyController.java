package iq.sendy.messaging.web;

import iq.sendy.messaging.CannedReplies;
import iq.sendy.messaging.CannedReply;
import iq.sendy.messaging.CannedReplyRequest;
import iq.sendy.messaging.ReplyLanguage;
import iq.sendy.messaging.SaveCannedReply;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

/** Canned replies: list, make, change and delete. */
@StoreController
class CannedReplyController {

    private final CannedReplies replies;

    CannedReplyController(CannedReplies replies) {
        this.replies = replies;
    }

    record CannedReplyBody(
            UUID id,
            String shortcut,
            String text,
            @Nullable ReplyLanguage language,
            Instant createdAt,
            Instant updatedAt) {

        static CannedReplyBody of(CannedReply reply) {
            var details = reply.details();
            return new CannedReplyBody(
                    reply.id(),
                    details.shortcut(),
                    details.text(),
                    details.language(),
                    reply.createdAt(),
                    reply.updatedAt());
        }
    }

    @GetMapping("/social/replies")
    @Allows(permission = "conversations.view", scope = "messaging:read")
    @Describes("List the canned replies, newest first")
    Answer<Page<CannedReplyBody>> list(Paging paging, Caller caller) {
        return Answer.ok("reply.listed", replies.list(caller.store(), paging).map(CannedReplyBody::of));
    }

    @PostMapping("/social/replies")
    @Allows(permission = "conversations.manage", scope = "messaging:write")
    @Describes(value = "Make a canned reply", refuses = SaveCannedReply.Result.ShortcutTaken.class)
    Answer<CannedReplyBody> create(@Body Bound<CannedReplyRequest> body, Caller caller, Actor actor) {
        body.value().checkWhole(body.problems());
        return answer(
                "reply.created",
                replies.create(caller.store(), actor, body.valid().command()));
    }

    @PutMapping("/social/replies/{id}")
    @Allows(permission = "conversations.manage", scope = "messaging:write")
    @Describes(value = "Change a canned reply", refuses = SaveCannedReply.Result.class)
    Answer<CannedReplyBody> change(
            @PathVariable UUID id, @Body Bound<CannedReplyRequest> body, Caller caller, Actor actor) {
        if (!body.problems().isEmpty() && replies.find(caller.store(), id).isEmpty()) {
            return Answer.notFound();
        }
        return answer(
                "reply.updated",
                replies.change(caller.store(), actor, id, body.valid().command()));
    }

    @DeleteMapping("/social/replies/{id}")
    @Allows(permission = "conversations.manage", scope = "messaging:write")
    @Describes("Delete a canned reply; its shortcut is free again")
    Answer<Void> delete(@PathVariable UUID id, Caller caller, Actor actor) {
        return replies.delete(caller.store(), actor, id) ? Answer.ok("reply.deleted", null) : Answer.notFound();
    }

    private static Answer<CannedReplyBody> answer(String message, SaveCannedReply.Result result) {
        return switch (result) {
            case SaveCannedReply.Result.Saved(var reply) -> Answer.ok(message, CannedReplyBody.of(reply));
            case SaveCannedReply.Result.NoSuchReply _ -> Answer.notFound();
            case Refusal refusal -> Answer.refused(refusal);
        };
    }
}
