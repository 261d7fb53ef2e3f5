package iq.sendy.messaging.web;

import iq.sendy.messaging.ReplyContent;
import iq.sendy.messaging.ReplyFile;
import iq.sendy.messaging.SendReply;
import iq.sendy.messaging.StaffReplies;
import iq.sendy.messaging.web.ReplyController.ReplyRequest;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Preparation;
import iq.sendy.platform.body.PreparationRequest;
import iq.sendy.platform.url.PictureUrls;
import org.springframework.stereotype.Component;

/** Sends a reply before the transaction of its request, which keeps the answer alone: Meta is asked outside of any. */
@Component
class ReplySending implements Preparation<SendReply.Result> {

    private final StaffReplies replies;
    private final PictureUrls pictures;

    ReplySending(StaffReplies replies, PictureUrls pictures) {
        this.replies = replies;
        this.pictures = pictures;
    }

    @Override
    public SendReply.Result prepare(PreparationRequest request) {
        var caller = request.caller();
        var conversation = request.pathId("id");
        if (conversation.isEmpty()) {
            return new SendReply.Result.NoConversation();
        }
        var body = (ReplyRequest) request.body().value();
        var url = body.imageUrl();
        var content = new ReplyContent(body.text(), url == null ? null : ReplyFile.picture(url), body.replyTo());
        var faults = new Violations();
        if (url != null && !pictures.allowed(url)) {
            faults.add(Violation.at("imageUrl", "field.invalid"));
        }
        if (!request.body().problems().isEmpty() || !faults.isEmpty()) {
            var more = replies.judge(caller.store(), conversation.get(), content);
            if (more == null) {
                return new SendReply.Result.NoConversation();
            }
            faults.addAll(more);
            return new SendReply.Result.Unsendable(faults.faults());
        }
        return replies.send(new SendReply(
                caller.store(), Actor.of(caller, request.address()), conversation.get(), content, request.key()));
    }
}
