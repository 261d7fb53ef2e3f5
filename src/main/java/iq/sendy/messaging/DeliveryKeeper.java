package iq.sendy.messaging;

import iq.sendy.jobs.Jobs;
import iq.sendy.jobs.NewJob;
import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.store.InboundDeliveryStore;
import iq.sendy.meta.ChannelType;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.OneTrip;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeper of a store's deliveries: the transactions about them, each in the scope of the store. */
@Component
class DeliveryKeeper {

    private final InboundDeliveryStore deliveries;
    private final InboundSignal inboundSignal;
    private final Jobs jobs;
    private final OneTrip oneTrip;
    private final Pipeline pipeline;
    private final UuidGenerator ids;
    private final Clock clock;

    DeliveryKeeper(
            InboundDeliveryStore deliveries,
            InboundSignal inboundSignal,
            Jobs jobs,
            OneTrip oneTrip,
            Pipeline pipeline,
            UuidGenerator ids,
            Clock clock) {
        this.deliveries = deliveries;
        this.inboundSignal = inboundSignal;
        this.jobs = jobs;
        this.oneTrip = oneTrip;
        this.pipeline = pipeline;
        this.ids = ids;
        this.clock = clock;
    }

    /** Keeps the delivery for those channels, by account, that vouch for it; whoever reads deliveries is told. */
    void keep(StoreId store, ChannelType type, Map<String, UUID> channels, SignedBody signed) {
        var id = ids.next();
        var insert = deliveries.insert(
                store,
                new StoredDelivery(id, type, channels, clock.instant(), Bytes.of(signed.bytes()), signed.signature()));
        oneTrip.write(store, insert, reading(store, id));
        tell(store);
    }

    @Transactional
    public boolean again(StoreId store, UUID delivery) {
        var there = pipeline.ask(deliveries.again(store, delivery)).any();
        if (there) {
            pipeline.send(reading(store, ids.next()));
            tell(store);
        }
        return there;
    }

    /**
     * What is seen to by the one job of all that waits, where this process reads deliveries itself. Where it does not, each
     * has a job that is due at once.
     */
    private Query<Boolean> reading(StoreId store, UUID job) {
        return inboundSignal.isHeard()
                ? jobs.standing(store, InboundDeliveries.PROCESS, InboundDeliveries.PATIENCE)
                : jobs.enqueued(store, List.of(NewJob.of(job, InboundDeliveries.PROCESS, null)));
    }

    /** With a transaction open, once that has committed. */
    private void tell(StoreId store) {
        if (!inboundSignal.isHeard()) {
            jobs.wake(store);
        } else if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    inboundSignal.tell(store);
                }
            });
        } else {
            inboundSignal.tell(store);
        }
    }

    @Transactional(readOnly = true)
    public Optional<Instant> oldestWaiting(StoreId store) {
        return pipeline.ask(deliveries.oldestWaiting(store)).first();
    }

    @Transactional
    public int forget(StoreId store, Instant before) {
        return pipeline.ask(deliveries.forget(store, before)).answer().size();
    }
}
