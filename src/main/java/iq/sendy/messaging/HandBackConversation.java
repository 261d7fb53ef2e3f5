package iq.sendy.messaging;

import java.util.UUID;

/** Hand a conversation back to the agent. */
public record HandBackConversation(UUID conversation) {

    /** All that can come of it. */
    public sealed interface Result {

        /** The agent has it; one that is resolved, with the customer's next message. */
        record HandedBack(ConversationView conversation) implements Result {}

        /** No agent answers at its channel, so it stays with people as it is. */
        record KeptByPeople(ConversationView conversation) implements Result {}

        record NoSuchConversation() implements Result {}
    }
}
