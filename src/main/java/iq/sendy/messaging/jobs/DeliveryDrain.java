package iq.sendy.messaging.jobs;

import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.StoredDelivery;
import iq.sendy.messaging.model.ReadDelivery;
import iq.sendy.platform.tenancy.PassingTrouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

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

    private final DeliveryReader reader;
    private final ItemEffects effects;
    private final DeliveryNotes notes;
    private final InboxMeters meters;

    DeliveryDrain(DeliveryReader reader, ItemEffects effects, DeliveryNotes notes, InboxMeters meters) {
        this.reader = reader;
        this.effects = effects;
        this.notes = notes;
        this.meters = meters;
    }

    /** Reads some; whether there may be more. What nothing could be done about at this moment is left for later. */
    boolean drain(StoreId store) {
        var taken = new ArrayList<StoredDelivery>();
        for (var tries = 1; ; tries++) {
            try {
                return reader.read(store, taken);
            } catch (RuntimeException | StackOverflowError failed) {
                if (tries == TRIES || !PassingTrouble.is(failed)) {
                    LOG.warn(
                            "{} deliveries are read one by one: {}",
                            taken.size(),
                            failed.getClass().getSimpleName());
                    return oneByOne(store, List.copyOf(taken));
                }
                LockSupport.parkNanos(BETWEEN_TRIES * tries);
            }
        }
    }

    private boolean oneByOne(StoreId store, List<StoredDelivery> taken) {
        var more = DeliveryReader.leavesMore(taken);
        var room = DeliveryReader.MOST_ITEMS;
        for (var delivery : taken) {
            if (room <= 0) {
                return true;
            }
            try {
                var part = ReadDelivery.of(delivery, room);
                room -= part.size();
                var read = effects.oneByOne(store, part);
                notes.read(store, read);
                meters.read(List.of(read));
                more |= !read.isLast();
            } catch (RuntimeException | StackOverflowError failed) {
                LOG.error(
                        "Delivery {} is read later: {}",
                        delivery.id(),
                        failed.getClass().getSimpleName());
                postpone(store, delivery);
            }
        }
        return more;
    }

    private void postpone(StoreId store, StoredDelivery delivery) {
        try {
            notes.postpone(store, delivery.id());
        } catch (RuntimeException again) {
            LOG.warn("A delivery waits without a pause: {}", again.toString());
        }
    }
}
