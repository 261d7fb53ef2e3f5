package iq.sendy.messaging.web;

import iq.sendy.messaging.MessageBody;
import iq.sendy.messaging.SendReply;
import iq.sendy.messaging.StaffReplies;
import iq.sendy.messaging.model.ReplyRules;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.CrossFieldRules;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Prepared;
import iq.sendy.platform.body.Text;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Replies of the store: sent at once. */
@StoreController
class ReplyController {

    private final StaffReplies replies;

    ReplyController(StaffReplies replies) {
        this.replies = replies;
    }

    record ReplyRequest(
            @Text(ReplyRules.LONGEST_TEXT) @Example("\"نعم متوفر، نوصله اليوم\"") @Nullable
            String text,

            @Text(Text.URL) @Example("null") @Nullable String imageUrl,
            @Example("null") @Nullable UUID replyTo)
            implements CrossFieldRules {

        @Override
        public void check(Violations violations) {
            if (text == null && imageUrl == null && !violations.has("text") && !violations.has("imageUrl")) {
                violations.add("text", "field.required");
            }
        }
    }

    @PostMapping("/social/conversations/{id}/messages")
    @Allows(permission = "conversations.manage", scope = "messaging:write")
    @Describes(value = "Send a reply to the customer now", refuses = SendReply.Result.class)
    Answer<MessageBody> send(
            @PathVariable UUID id,
            @Body Bound<ReplyRequest> body,
            @Prepared(by = ReplySending.class) SendReply.Result result,
            Caller caller) {
        if (result instanceof SendReply.Result.Unsendable(var faults)) {
            body.problems().addMissing(faults);
            body.valid();
        }
        return switch (result) {
            case SendReply.Result.Taken(var message) ->
                replies.find(caller.store(), message)
                        .map(sent -> Answer.ok("message.sent", MessageBody.of(sent)))
                        .orElseGet(Answer::notFound);
            case SendReply.Result.Unreachable unreachable -> later(unreachable, "5");
            case SendReply.Result.Running running -> later(running, "1");
            case SendReply.Result.NoConversation none -> Answer.refused(none);
            case SendReply.Result.Unsendable unsendable -> Answer.refused(unsendable);
            case SendReply.Result.WindowClosed closed -> Answer.refused(closed);
            case SendReply.Result.ChannelUnavailable off -> Answer.refused(off);
            case SendReply.Result.Refused refused -> Answer.refused(refused);
            case SendReply.Result.OtherRequest other -> Answer.refused(other);
        };
    }

    private static Answer<MessageBody> later(Refusal refusal, String seconds) {
        return Answer.<MessageBody>refused(refusal).with(HttpHeaders.RETRY_AFTER, seconds);
    }
}
