package iq.sendy.messaging.model;

import iq.sendy.messaging.StoredDelivery;
import iq.sendy.meta.InboundItem;
import iq.sendy.meta.MetaPayload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that was read.
 *
 * @param items those of its verified channels that still must have their effect
 * @param unreadable how many could not be read
 * @param error which had none although they could; null when there is no such one
 */
public record ReadDelivery(
        UUID id,
        Instant receivedAt,
        Map<UUID, List<InboundItem>> items,
        int unreadable,
        @Nullable String error) {

    private static final int MOST_NAMED = 20;

    public static final Comparator<ReadDelivery> BY_ARRIVAL = Comparator.comparing(ReadDelivery::receivedAt)
            .thenComparing(read -> read.id().toString());

    public ReadDelivery {
        items = Map.copyOf(items);
    }

    /** Reads it. What is about accounts that nobody vouched for is left out. */
    public static ReadDelivery of(StoredDelivery delivery) {
        var payload = MetaPayload.parse(delivery.type(), delivery.raw().toArray(), delivery.receivedAt());
        var items = new LinkedHashMap<UUID, List<InboundItem>>();
        for (var item : payload.items()) {
            var channel = delivery.channels().get(item.accountId());
            if (channel != null) {
                items.computeIfAbsent(channel, _ -> new ArrayList<>()).add(item);
            }
        }
        return new ReadDelivery(delivery.id(), delivery.receivedAt(), items, payload.unreadable(), null);
    }

    /** The same when nothing is left to do about it, and these of its items had no effect. */
    public ReadDelivery without(Collection<InboundItem> refused) {
        var kinds = items.values().stream()
                .flatMap(List::stream)
                .filter(refused::contains)
                .map(item -> item.getClass().getSimpleName())
                .toList();
        return done(kinds);
    }

    /** The same when nothing is left to do about it, and something had no effect: by kind, and never by its words. */
    public ReadDelivery done(List<String> failures) {
        if (failures.isEmpty()) {
            return new ReadDelivery(id, receivedAt, Map.of(), unreadable, error);
        }
        var named = failures.stream().distinct().limit(MOST_NAMED).toList();
        return new ReadDelivery(
                id, receivedAt, Map.of(), unreadable, failures.size() + " without effect: " + String.join(", ", named));
    }
}
