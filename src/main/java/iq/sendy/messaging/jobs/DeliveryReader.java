package iq.sendy.messaging.jobs;

import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.InboundDeliveries;
import iq.sendy.messaging.InboundProcessing;
import iq.sendy.messaging.StoredDelivery;
import iq.sendy.messaging.model.ReadDelivery;
import iq.sendy.messaging.store.InboundDeliveryStore;
import iq.sendy.messaging.store.InboundDeliveryStore.Processed;
import iq.sendy.meta.InboundItem;
import iq.sendy.platform.sql.Pipeline;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads deliveries that wait, some of a store in one transaction with all the effects of their items. */
@Component
class DeliveryReader {

    /** A delivery of Meta may be megabytes. */
    static final int MOST_AT_ONCE = 12;

    private final InboundDeliveryStore deliveries;
    private final InboundProcessing processing;
    private final InboxMeters meters;
    private final TransactionTemplate transaction;
    private final Pipeline pipeline;
    private final Clock clock;

    DeliveryReader(
            InboundDeliveryStore deliveries,
            InboundProcessing processing,
            InboxMeters meters,
            PlatformTransactionManager transactions,
            Pipeline pipeline,
            Clock clock) {
        this.deliveries = deliveries;
        this.processing = processing;
        this.meters = meters;
        this.transaction = new TransactionTemplate(transactions);
        this.pipeline = pipeline;
        this.clock = clock;
    }

    /**
     * Reads the oldest, and does all of it or nothing.
     *
     * @param taken gets what was taken, also where that came to nothing
     */
    void read(StoreId store, Collection<StoredDelivery> taken) {
        taken.clear();
        var read = Objects.requireNonNull(transaction.execute(_ -> {
            var now = clock.instant();
            taken.addAll(pipeline.ask(deliveries.take(store, InboundDeliveries.PROCESS, now, MOST_AT_ONCE))
                    .answer());
            return applied(store, taken.stream().map(ReadDelivery::of).toList(), now);
        }));
        meters.read(read);
    }

    private List<ReadDelivery> applied(StoreId store, List<ReadDelivery> read, Instant now) {
        var refused =
                applied(store, read.stream().sorted(ReadDelivery.BY_ARRIVAL).toList());
        var noted = read.stream().map(delivery -> delivery.without(refused)).toList();
        pipeline.send(noted.stream()
                .filter(one -> one.unreadable() > 0 || one.error() != null)
                .map(one -> deliveries.processed(store, new Processed(one.id(), one.unreadable(), one.error()), now))
                .toList());
        return noted;
    }

    /** Answers those that could not be stored. Channels go in the order of their ids, as locks are taken. */
    private Set<InboundItem> applied(StoreId store, List<ReadDelivery> read) {
        var byChannel = new TreeMap<String, ChannelItems>();
        read.forEach(delivery -> delivery.items()
                .forEach((channel, items) -> byChannel
                        .computeIfAbsent(channel.toString(), _ -> new ChannelItems(channel, new ArrayList<>()))
                        .items()
                        .addAll(items)));
        Set<InboundItem> refused = Collections.newSetFromMap(new IdentityHashMap<>());
        byChannel.values().forEach(each -> refused.addAll(processing.apply(store, each.channel(), each.items())));
        return refused;
    }

    private record ChannelItems(UUID channel, List<InboundItem> items) {}
}
