package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import java.util.UUID;

/** A message that its conversation shows got another status, reaction or text, or was unsent by who wrote it. */
public record MessageChanged(StoreId store, UUID conversation, UUID message) {}
