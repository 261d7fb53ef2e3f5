package iq.sendy.orders;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Confirmation figures of one person, or of one key: how many calls, and how they ended. */
public record CallerFigures(
        String actorKind,
        @Nullable UUID actorId,
        @Nullable String actorName,
        long attempts,
        long confirmed,
        long rejected) {}
