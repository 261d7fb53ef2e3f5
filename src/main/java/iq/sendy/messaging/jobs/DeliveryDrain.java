package iq.sendy.messaging.jobs;

import iq.sendy.jobs.Jobs;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.InboundDeliveries;
import iq.sendy.messaging.StoredDelivery;
import iq.sendy.messaging.model.ReadDelivery;
import iq.sendy.messaging.store.InboundDeliveryStore;
import iq.sendy.messaging.store.InboundDeliveryStore.Processed;
import iq.sendy.platform.sql.Pipeline;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads what waits of a store, whatever stands in the way. Where some at once come to nothing, each is read alone, and each
 * of its items in a transaction of its own: so that one that nothing can be made of costs the others a moment and no more.
 * None is ever given up: Meta has its answer, and will not say it again.
 */
@Component
class DeliveryDrain {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryDrain.class);
    private static final int TRIES = 3;
    private static final long BETWEEN_TRIES = Duration.ofMillis(100).toNanos();
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final DeliveryReader reader;
    private final ItemEffects effects;
    private final InboundDeliveryStore deliveries;
    private final InboxMeters meters;
    private final Jobs jobs;
    private final Pipeline pipeline;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeliveryDrain(
            DeliveryReader reader,
            ItemEffects effects,
            InboundDeliveryStore deliveries,
            InboxMeters meters,
            Jobs jobs,
            Pipeline pipeline,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.reader = reader;
        this.effects = effects;
        this.deliveries = deliveries;
        this.meters = meters;
        this.jobs = jobs;
        this.pipeline = pipeline;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Reads some; whether there may be more. What nothing could be done about at this moment is left for later. */
    boolean drain(StoreId store) {
        var taken = new ArrayList<StoredDelivery>();
        for (var tries = 1; ; tries++) {
            try {
                reader.read(store, taken);
                return taken.size() == DeliveryReader.MOST_AT_ONCE;
            } catch (RuntimeException | StackOverflowError failed) {
                if (tries == TRIES || !ItemEffects.isPassing(failed)) {
                    LOG.warn(
                            "{} deliveries are read one by one: {}",
                            taken.size(),
                            failed.getClass().getSimpleName());
                    oneByOne(store, List.copyOf(taken));
                    return taken.size() == DeliveryReader.MOST_AT_ONCE;
                }
                LockSupport.parkNanos(BETWEEN_TRIES * tries);
            }
        }
    }

    private void oneByOne(StoreId store, List<StoredDelivery> taken) {
        for (var delivery : taken) {
            try {
                var read = effects.oneByOne(store, ReadDelivery.of(delivery));
                var processed = new Processed(read.id(), read.unreadable(), read.error());
                transaction.executeWithoutResult(
                        _ -> pipeline.send(deliveries.processed(store, processed, clock.instant())));
                meters.read(List.of(read));
            } catch (RuntimeException | StackOverflowError failed) {
                LOG.error(
                        "Delivery {} is read later: {}",
                        delivery.id(),
                        failed.getClass().getSimpleName());
                postpone(store, delivery);
            }
        }
    }

    private void postpone(StoreId store, StoredDelivery delivery) {
        try {
            transaction.executeWithoutResult(_ -> pipeline.send(
                    deliveries.postpone(store, delivery.id(), clock.instant(), FIRST_PAUSE, LONGEST_PAUSE),
                    jobs.standing(store, InboundDeliveries.PROCESS, InboundDeliveries.PATIENCE)));
        } catch (RuntimeException again) {
            LOG.warn("A delivery waits without a pause: {}", again.toString());
        }
    }
}
