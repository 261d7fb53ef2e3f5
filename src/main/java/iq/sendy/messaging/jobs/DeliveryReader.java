package iq.sendy.messaging.jobs;

import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.InboundDeliveries;
import iq.sendy.messaging.InboundProcessing;
import iq.sendy.messaging.StoredDelivery;
import iq.sendy.messaging.model.ReadDelivery;
import iq.sendy.messaging.store.InboundDeliveryStore;
import iq.sendy.meta.InboundItem;
import iq.sendy.platform.sql.Pipeline;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
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

/**
 * Reads deliveries that wait, some of a store in one transaction with all the effects of their items. Of many items, of one
 * delivery or of several, some hundred go into a transaction, and the rest into the next ones: what PostgreSQL holds for a
 * transaction is bounded, and a failure costs no more than that.
 */
@Component
class DeliveryReader {

    static final int MOST_AT_ONCE = 12;

    static final int MOST_ITEMS = 500;

    /** A delivery of Meta may be megabytes. */
    private static final int MOST_BYTES = 256 << 10;

    private final InboundDeliveryStore deliveries;
    private final InboundProcessing processing;
    private final DeliveryNotes notes;
    private final InboxMeters meters;
    private final TransactionTemplate transaction;
    private final Pipeline pipeline;
    private final Clock clock;

    DeliveryReader(
            InboundDeliveryStore deliveries,
            InboundProcessing processing,
            DeliveryNotes notes,
            InboxMeters meters,
            PlatformTransactionManager transactions,
            Pipeline pipeline,
            Clock clock) {
        this.deliveries = deliveries;
        this.processing = processing;
        this.notes = notes;
        this.meters = meters;
        this.transaction = new TransactionTemplate(transactions);
        this.pipeline = pipeline;
        this.clock = clock;
    }

    /**
     * Reads the oldest, and does all of it or nothing; whether there may be more.
     *
     * @param taken gets what was taken, the oldest first, also where that came to nothing
     */
    boolean read(StoreId store, List<StoredDelivery> taken) {
        taken.clear();
        var read = Objects.requireNonNull(transaction.execute(_ -> {
            var now = clock.instant();
            taken.addAll(pipeline.ask(deliveries.take(store, InboundDeliveries.PROCESS, now, MOST_AT_ONCE, MOST_BYTES))
                    .answer());
            taken.sort(StoredDelivery.BY_ARRIVAL);
            return applied(store, parts(taken), now);
        }));
        meters.read(read);
        return leavesMore(taken) || !read.stream().allMatch(ReadDelivery::isLast);
    }

    /** Whether others may have been left when these were taken. */
    static boolean leavesMore(List<StoredDelivery> taken) {
        return taken.size() == MOST_AT_ONCE
                || taken.stream().mapToInt(delivery -> delivery.raw().length()).sum() >= MOST_BYTES;
    }

    private static List<ReadDelivery> parts(List<StoredDelivery> taken) {
        var parts = new ArrayList<ReadDelivery>();
        var room = MOST_ITEMS;
        for (var delivery : taken) {
            var part = room > 0 ? ReadDelivery.of(delivery, room) : ReadDelivery.notYet(delivery);
            parts.add(part);
            room -= part.size();
        }
        return parts;
    }

    private List<ReadDelivery> applied(StoreId store, List<ReadDelivery> read, Instant now) {
        var refused = applied(store, read);
        var noted = read.stream().map(delivery -> delivery.without(refused)).toList();
        // Those that were taken are processed without a fault already.
        pipeline.send(noted.stream()
                .filter(one -> !one.isLast() || one.unreadable() > 0 || one.error() != null)
                .map(one -> notes.note(store, one, now))
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
