package iq.sendy.messaging;

import iq.sendy.channels.ChannelOwner;
import iq.sendy.channels.ChannelSecrets;
import iq.sendy.jobs.Jobs;
import iq.sendy.jobs.NewJob;
import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.store.InboundDeliveryStore;
import iq.sendy.meta.ChannelType;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeper of a store's deliveries: the transactions about them, each in the scope of the store. */
@Component
class DeliveryKeeper {

    private final ChannelSecrets secrets;
    private final InboundDeliveryStore deliveries;
    private final Jobs jobs;
    private final Pipeline pipeline;
    private final UuidGenerator ids;
    private final Clock clock;

    DeliveryKeeper(
            ChannelSecrets secrets,
            InboundDeliveryStore deliveries,
            Jobs jobs,
            Pipeline pipeline,
            UuidGenerator ids,
            Clock clock) {
        this.secrets = secrets;
        this.deliveries = deliveries;
        this.jobs = jobs;
        this.pipeline = pipeline;
        this.ids = ids;
        this.clock = clock;
    }

    /** Keeps the delivery with its job, if one of the store's channels verifies it; answers those that do. */
    @Transactional
    public Map<String, UUID> keep(StoreId store, ChannelType type, List<ChannelOwner> owners, SignedBody signed) {
        var verified = new HashMap<String, UUID>();
        for (var owner : owners) {
            if (secrets.appSecret(store, owner.channel())
                    .filter(signed::isSignedWith)
                    .isPresent()) {
                verified.put(owner.accountId(), owner.channel());
            }
        }
        if (!verified.isEmpty()) {
            var id = ids.next();
            pipeline.send(
                    deliveries.insert(
                            store,
                            new StoredDelivery(
                                    id, type, verified, clock.instant(), Bytes.of(signed.bytes()), signed.signature())),
                    jobs.enqueued(store, List.of(job(id))));
            jobs.wake(store);
        }
        return verified;
    }

    @Transactional
    public boolean again(StoreId store, UUID delivery) {
        var there = pipeline.ask(deliveries.again(store, delivery)).any();
        if (there) {
            jobs.enqueue(store, List.of(job(delivery)));
        }
        return there;
    }

    @Transactional(readOnly = true)
    public Optional<Instant> oldestWaiting(StoreId store) {
        return pipeline.ask(deliveries.oldestWaiting(store)).first();
    }

    @Transactional
    public int forget(StoreId store, Instant before) {
        return pipeline.ask(deliveries.forget(store, before)).answer().size();
    }

    private static NewJob job(UUID delivery) {
        return NewJob.of(delivery, InboundDeliveries.PROCESS, null);
    }
}
