package iq.sendy.billing;

import iq.sendy.billing.store.TokenReservationStore;
import iq.sendy.billing.store.UsageEventStore;
import iq.sendy.billing.store.UsagePeriodStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Recount of usage from its events: says what periods are off by, which is nothing, and mends nothing that was charged. */
@Service
public class UsageRecount {

    private final UsagePeriodStore periods;
    private final TokenReservationStore reservations;
    private final UsageEventStore events;
    private final PeriodRollover rollover;
    private final Pipeline pipeline;

    UsageRecount(
            UsagePeriodStore periods,
            TokenReservationStore reservations,
            UsageEventStore events,
            PeriodRollover rollover,
            Pipeline pipeline) {
        this.periods = periods;
        this.reservations = reservations;
        this.events = events;
        this.rollover = rollover;
        this.pipeline = pipeline;
    }

    /**
     * What a recount found.
     *
     * @param drifted when the periods began whose tokens are not the sum of their events
     * @param outside billable events that are in no period
     * @param lapsed calls that nobody told the end of, and that are no events yet
     */
    public record Recounted(List<Instant> drifted, long outside, long lapsed) {

        /** How many things are wrong. */
        public long drift() {
            return drifted.size() + outside;
        }
    }

    /** Opens the period that runs, too: so its terms are those of its first day even where nothing is used. */
    @Transactional
    public Recounted recount(StoreId store) {
        if (!pipeline.ask(periods.spending(store)).any()) {
            rollover.fill(store);
        }
        var trip = pipeline.open();
        var drifted = trip.add(periods.drifted(store));
        var outside = trip.add(periods.outside(store));
        trip.add(periods.lockRunning(store));
        trip.add(events.lose(store, TokenBudget.LOST_AFTER));
        var lapsed = trip.add(reservations.lapsed(store));
        trip.send();
        return new Recounted(drifted.answer(), outside.single(), lapsed.single());
    }
}
