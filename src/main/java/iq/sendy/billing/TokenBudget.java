package iq.sendy.billing;

import iq.sendy.billing.TokenAllowance.TokenCount;
import iq.sendy.billing.model.CapLevel;
import iq.sendy.billing.store.TokenReservationStore;
import iq.sendy.billing.store.UsageEventStore;
import iq.sendy.billing.store.UsagePeriodStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.tenancy.WriteConflict;
import java.time.Duration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Token budget of a store: what its agent may still spend, and the ledger of what it spent. All of it belongs to the
 * transaction of its caller, and none of it to the time in which a model is called: there is no transaction then. The row
 * of the period is locked until the end of that transaction, so calls of a store that run side by side cannot pass its cap
 * together.
 */
@Service
public class TokenBudget {

    /** Longer than any call lives. */
    private static final Duration RESERVED = Duration.ofMinutes(2);

    /** Whoever was frozen in a call, and not dead, has told by then how it ended. */
    static final Duration LOST_AFTER = Duration.ofMinutes(10);

    /** A period may end between two looks at the database's clock, but not so often. */
    private static final int LOOKS = 3;

    private final UsagePeriodStore periods;
    private final UsageEventStore events;
    private final TokenReservationStore reservations;
    private final PeriodRollover rollover;
    private final SpendNotices notices;
    private final Pipeline pipeline;
    private final UuidGenerator uuidGenerator;

    TokenBudget(
            UsagePeriodStore periods,
            UsageEventStore events,
            TokenReservationStore reservations,
            PeriodRollover rollover,
            SpendNotices notices,
            Pipeline pipeline,
            UuidGenerator uuidGenerator) {
        this.periods = periods;
        this.events = events;
        this.reservations = reservations;
        this.rollover = rollover;
        this.notices = notices;
        this.pipeline = pipeline;
        this.uuidGenerator = uuidGenerator;
    }

    /** What comes of asking. */
    public sealed interface Reservation {

        /** The call may be made; what it may come to is kept for it until it is settled, or for two minutes. */
        record Granted() implements Reservation {}

        /** It fits under the cap, but not beside all that is kept for other calls: later, when those have ended. */
        record Contended() implements Reservation {}

        /** The store's spend cap would be passed: the agent stops, and people go on. */
        record Capped(SpendCap cap) implements Reservation {}
    }

    /** Before a call. Asked again for the same call, it is kept once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Reservation reserve(StoreId store, BudgetRequest request) {
        for (var look = 0; look < LOOKS; look++) {
            var trip = pipeline.open();
            var locked = trip.add(periods.lockRunning(store));
            trip.add(events.lose(store, LOST_AFTER));
            var found = trip.add(periods.spending(store));
            trip.add(reservations.keep(store, request, RESERVED));
            var kept = trip.add(reservations.kept(store));
            trip.send();
            if (found.any()
                    && locked.answer().contains(found.single().period().bounds().start())) {
                return judge(store, request, found.single(), kept.single());
            }
            rollover.fill(store);
        }
        throw new WriteConflict("Periods were cut while a call was counted");
    }

    private Reservation judge(
            StoreId store, BudgetRequest request, UsagePeriodStore.SpendState spending, TokenCount kept) {
        var period = spending.period();
        if (CapLevel.allows(
                spending.cap(), period.terms().tokens(), period.used().plus(kept))) {
            return new Reservation.Granted();
        }
        pipeline.send(reservations.delete(store, request.call()));
        var alone = new TokenCount(request.inputEstimate(), request.outputMost());
        if (CapLevel.allows(
                spending.cap(), period.terms().tokens(), period.used().plus(alone))) {
            return new Reservation.Contended();
        }
        notices.tell(store, spending, CapLevel.REACHED);
        return new Reservation.Capped(spending.cap());
    }

    /** After a call that used tokens; false when it was counted before. It counts in the period in which it ended. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean settle(StoreId store, UsageEvent event) {
        var id = uuidGenerator.next();
        for (var look = 0; look < LOOKS; look++) {
            var trip = pipeline.open();
            var counted = trip.add(events.count(store, id, event));
            trip.add(reservations.delete(store, event.call()));
            var was = trip.add(events.isCounted(store, event.call()));
            var found = trip.add(periods.spending(store));
            trip.send();
            if (counted.any()) {
                found.first().ifPresent(spending -> notices.tell(store, spending, spending.level()));
                return true;
            }
            if (was.single()) {
                return false;
            }
            rollover.fill(store);
        }
        throw new WriteConflict("Periods were cut while a call was counted");
    }

    /** After a call that certainly used none: nothing is kept for it any more, and nothing counted. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(StoreId store, CallId call) {
        pipeline.send(reservations.delete(store, call));
    }

    /** Takes back what is not to be paid; once, however often it is said. It belongs to the period of the call. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void discard(StoreId store, DiscardedCalls calls) {
        for (var look = 0; look < LOOKS; look++) {
            var remaining = events.remaining(store, calls);
            pipeline.send(events.reverse(store, calls), remaining);
            if (remaining.single() == 0) {
                return;
            }
        }
        throw new WriteConflict("Periods were cut while calls were taken back");
    }

    /** Whether the spend cap leaves anything, as a guard before a job begins; {@link #reserve} decides. */
    @Transactional(readOnly = true)
    public boolean isLeft(StoreId store) {
        return pipeline.ask(periods.spending(store))
                .first()
                .map(spending -> spending.level() != CapLevel.REACHED)
                .orElse(true);
    }
}
