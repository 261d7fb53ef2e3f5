package iq.sendy.accounts;

import iq.sendy.accounts.store.PresenceStore;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.StoreLock;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Presence: what each of a store's people has open just now, so that two do not unknowingly do the same. It is a courtesy and
 * keeps nobody out: what must happen once is held by those whose work it is. Whoever says nothing more is gone after two
 * minutes.
 */
@Service
public class Presences {

    private static final Duration OPEN = Duration.ofMinutes(2);
    private static final Duration WRITING = Duration.ofMinutes(1);
    private static final String LOCK = "presence";

    private final PresenceStore presences;
    private final Pipeline pipeline;
    private final Clock clock;

    Presences(PresenceStore presences, Pipeline pipeline, Clock clock) {
        this.presences = presences;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    /** The others at a desk, each with what they have open. */
    @Transactional(readOnly = true)
    public List<Presence> others(PresenceSeat seat) {
        return pipeline.ask(presences.others(seat, clock.instant())).answer();
    }

    /** Notes that somebody has something open, in place of what they had open before. */
    @Transactional
    public List<Presence> open(PresenceSeat seat, UUID subject, PresenceActivity activity) {
        var now = clock.instant();
        var writing = activity == PresenceActivity.WRITING ? now.plus(WRITING) : null;
        return pipeline.ask(presences.open(seat, subject, now, now.plus(OPEN), writing))
                .answer();
    }

    /**
     * What somebody was given.
     *
     * @param others at the desk
     */
    public record OpenedFirst(UUID subject, List<Presence> others) {

        public OpenedFirst {
            others = List.copyOf(others);
        }
    }

    /**
     * Opens the first that nobody else has, and where others have them all the first; two who ask at the same moment are given
     * two.
     *
     * @param subjects at least one
     */
    @Transactional
    public OpenedFirst openFirst(PresenceSeat seat, List<UUID> subjects) {
        var others = presences.others(seat, clock.instant());
        pipeline.send(StoreLock.take(seat.store(), LOCK), others);
        var first = subjects.stream()
                .filter(subject -> Presence.at(subject, others.answer()).isEmpty())
                .findFirst()
                .orElse(subjects.getFirst());
        return new OpenedFirst(first, open(seat, first, PresenceActivity.LOOKING));
    }
}
