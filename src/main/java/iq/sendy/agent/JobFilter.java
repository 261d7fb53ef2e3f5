package iq.sendy.agent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which jobs of the agent are wanted; all that is given must hold.
 *
 * @param states empty for any
 * @param from when they were made, at the earliest
 * @param to when they were made, before that
 */
public record JobFilter(
        List<AiJobState> states,
        @Nullable UUID channel,
        @Nullable UUID conversation,
        @Nullable String reason,
        @Nullable Instant from,
        @Nullable Instant to) {

    public static final JobFilter ANY = new JobFilter(List.of(), null, null, null, null, null);

    public JobFilter {
        states = List.copyOf(states);
    }
}
