package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import java.util.UUID;

/** A message joined a conversation, whichever way it went. Heard in the transaction that stores it. */
public record MessageReceived(StoreId store, UUID conversation, UUID message) {}
