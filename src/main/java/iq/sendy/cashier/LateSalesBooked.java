package iq.sendy.cashier;

import java.util.List;
import java.util.UUID;

/** Sales that waited for their register's next session are in it from now on; heard in the same transaction. */
public record LateSalesBooked(UUID store, UUID session, List<UUID> orders) {

    public LateSalesBooked {
        orders = List.copyOf(orders);
    }
}
