package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import java.util.UUID;

/** People gave a conversation back to the agent. Heard in the transaction that has the conversation locked. */
public record ConversationHandedBack(StoreId store, UUID conversation) {}
