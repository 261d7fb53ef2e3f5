package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import java.util.UUID;

/**
 * The agent had a conversation, and has it no more. Heard in the transaction that has the conversation locked.
 *
 * @param status people have it, or it is closed
 */
public record ConversationTaken(StoreId store, UUID conversation, ConversationStatus status) {}
