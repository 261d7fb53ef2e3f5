package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import java.util.UUID;

/**
 * Nothing more will be done about sending a message of the agent. Heard in the transaction that has the conversation locked.
 *
 * @param state sent, refused, not sent, or unknown for good
 * @param withdrawn whether it was left because a person had taken the conversation
 */
public record ReplySettled(StoreId store, UUID conversation, UUID message, SendState state, boolean withdrawn) {}
