package iq.sendy.inventory;

import iq.sendy.catalog.Offer;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Products of which goods may come in, as the stock has them: it stays so until the transaction ends.
 *
 * @param uncounted those that never had a quantity
 * @param room how many pieces of each fit beside what is there
 */
public record ExpectedGoods(List<Offer> offers, List<UUID> uncounted, Map<UUID, Long> room) {

    public ExpectedGoods {
        offers = List.copyOf(offers);
        uncounted = List.copyOf(uncounted);
        room = Map.copyOf(room);
    }
}
