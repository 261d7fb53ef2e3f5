package iq.sendy.messaging;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Medium whose bytes are here. */
public record StoredMedium(
        UUID id, MediaKind kind, String mediaType, @Nullable String fileName, long size) {}
