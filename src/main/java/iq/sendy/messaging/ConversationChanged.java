package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import java.util.UUID;

/** A conversation came, or got another status, assignee, count of unread messages or last message. */
public record ConversationChanged(StoreId store, UUID conversation) {}
