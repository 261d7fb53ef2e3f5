package iq.sendy.messaging.model;

import iq.sendy.messaging.DeliveryProgress;
import iq.sendy.messaging.StoredDelivery;
import iq.sendy.meta.InboundItem;
import iq.sendy.meta.MetaPayload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was read of a delivery at once: of most that is the whole.
 *
 * @param before how far it had been read
 * @param items those of its verified channels that still must have their effect
 * @param progress how far it is read when they had it
 * @param isLast whether nothing is left of it then
 * @param unreadable how many items of the whole could not be read
 */
public record ReadDelivery(
        UUID id,
        DeliveryProgress before,
        Map<UUID, List<InboundItem>> items,
        DeliveryProgress progress,
        boolean isLast,
        int unreadable) {

    private static final int MOST_NAMED = 20;

    public ReadDelivery {
        items = Map.copyOf(items);
    }

    /** Reads on where it was left. What is about accounts that nobody vouched for is left out. */
    public static ReadDelivery of(StoredDelivery delivery, int most) {
        var payload = MetaPayload.parse(delivery.type(), delivery.raw().toArray(), delivery.receivedAt());
        var own = payload.items().stream()
                .filter(item -> delivery.channels().containsKey(item.accountId()))
                .toList();
        var before = delivery.progress();
        var from = Math.min(before.items(), own.size());
        var to = Math.min(from + most, own.size());
        var items = new LinkedHashMap<UUID, List<InboundItem>>();
        for (var item : own.subList(from, to)) {
            Optional.ofNullable(delivery.channels().get(item.accountId()))
                    .ifPresent(channel -> items.computeIfAbsent(channel, _ -> new ArrayList<>())
                            .add(item));
        }
        return new ReadDelivery(delivery.id(), before, items, before.to(to), to == own.size(), payload.unreadable());
    }

    /** Nothing of it, since others come before. */
    public static ReadDelivery notYet(StoredDelivery delivery) {
        return new ReadDelivery(delivery.id(), delivery.progress(), Map.of(), delivery.progress(), false, 0);
    }

    /** How many items there are to this part. */
    public int size() {
        return progress.items() - before.items();
    }

    /** Which items had no effect; null when all had theirs. */
    public @Nullable String error() {
        return progress.error();
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
            return new ReadDelivery(id, before, Map.of(), progress, isLast, unreadable);
        }
        var named = failures.stream().distinct().limit(MOST_NAMED).toList();
        var failed = failures.size() + " without effect: " + String.join(", ", named);
        return new ReadDelivery(id, before, Map.of(), progress.with(failed), isLast, unreadable);
    }
}
