package iq.sendy.meta;

import java.time.Instant;

/** A message that whoever wrote it took back: it is hidden. */
public record MessageDeletion(String accountId, String messageId, Instant at) implements InboundItem {}
