package iq.sendy.messaging;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Assign a conversation to a member of the store, or to nobody. */
public record AssignConversation(
        UUID conversation, @Nullable UUID member) {

    /** All that can come of it. */
    public sealed interface Result {

        record Assigned(ConversationView conversation) implements Result {}

        record NoSuchConversation() implements Result {}

        /** None of the store's, or one who may not sign in any more. */
        @RefusedWith(code = "user.unknown", field = "userId")
        record NoSuchMember() implements Result, Refusal {}

        /** They would never see it. */
        @RefusedWith(code = "user.without_inbox", field = "userId")
        record MemberWithoutInbox() implements Result, Refusal {}
    }
}
