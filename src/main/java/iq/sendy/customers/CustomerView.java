package iq.sendy.customers;

import iq.sendy.kernel.Phone;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer as it is stored.
 *
 * @param ordersCount all that were placed, cancelled ones too
 * @param returnedCount delivered orders that came back
 * @param collectedTotal in minor units of the store's currency, less what was refunded
 */
public record CustomerView(
        UUID id,
        Phone phone,
        About about,
        long ordersCount,
        long deliveredCount,
        long refusedCount,
        long returnedCount,
        long collectedTotal,
        Instant lastOrderAt,
        Instant createdAt,
        Instant updatedAt) {

    /** What the shop says of them. */
    public record About(@Nullable String name, @Nullable String notes, List<String> tags, boolean blocked) {

        public About {
            tags = List.copyOf(tags);
        }
    }
}
