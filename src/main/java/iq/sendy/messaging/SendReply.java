package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.model.ReplyRules;
import iq.sendy.meta.GraphError;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.RequestKey;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Command to send a reply now, while a person waits.
 *
 * @param key what repeats of the request are known by; null where it is a request of its own
 */
public record SendReply(
        StoreId store,
        Actor author,
        UUID conversation,
        ReplyContent content,
        @Nullable RequestKey key) {

    /** Of a text, in characters; some services take less. */
    public static final int LONGEST_TEXT = ReplyRules.LONGEST_TEXT;

    SendReply saying(String text) {
        return new SendReply(store, author, conversation, content.saying(text), key);
    }

    /** What came of it. */
    public sealed interface Result {

        /** Meta took it, or nobody knows yet whether it did: the message says which. */
        record Taken(UUID message) implements Result {}

        /** There is no such conversation in the store. */
        @RefusedWith(status = 404, code = "resource.not_found")
        record NoConversation() implements Result, Refusal {}

        /** What was written cannot be sent like this; nothing was. */
        @RefusedWith(
                status = 400,
                code = {
                    "field.required",
                    "field.too_long",
                    "field.invalid",
                    "message.unknown",
                    "picture.no_caption",
                    "reply.unsupported"
                })
        record Unsendable(List<Violation> violations) implements Result, Refusal {

            public Unsendable {
                violations = List.copyOf(violations);
            }
        }

        /** Longer than 24 hours since the customer did anything: Meta takes no free text any more. */
        @RefusedWith(status = 409, code = "social.window_closed")
        record WindowClosed() implements Result, Refusal {}

        /** The channel is switched off or gone, or Meta takes its token no more. */
        @RefusedWith(status = 409, code = "social.channel_unavailable")
        record ChannelUnavailable(boolean brokenToken) implements Result, Refusal {

            @Override
            public List<Violation> violations() {
                var violation = Violation.of("social.channel_unavailable");
                return List.of(brokenToken ? violation.said("reply_token_broken", List.of()) : violation);
            }
        }

        /** Meta said no; nothing was sent. */
        @RefusedWith(status = 400, code = "social.refused")
        record Refused(GraphError error) implements Result, Refusal {

            @Override
            public List<Violation> violations() {
                return List.of(RefusalWords.of(error));
            }
        }

        /** Meta could not be reached; nothing was sent. */
        @RefusedWith(status = 503, code = "social.unreachable")
        record Unreachable() implements Result, Refusal {}

        /** The same request is being sent at this moment. */
        @RefusedWith(status = 409, code = "idempotency.in_progress", field = "Idempotency-Key")
        record Running() implements Result, Refusal {}

        /** Another request had the key first. */
        @RefusedWith(status = 422, code = "idempotency.mismatch", field = "Idempotency-Key")
        record OtherRequest() implements Result, Refusal {}
    }
}
