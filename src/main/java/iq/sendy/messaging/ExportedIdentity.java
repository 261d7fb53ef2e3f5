package iq.sendy.messaging;

import iq.sendy.meta.IdentityKind;
import java.time.Instant;
import java.util.UUID;

/** A name by which a channel's service knows the contact. */
public record ExportedIdentity(UUID channelId, IdentityKind kind, String value, Instant createdAt) {}
