package iq.sendy.faults;

import iq.sendy.Api;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** An order as the list shows it, without what changes later. */
record Listed(String id, String publicId, long number, long total, String lines, String notes) {

    private static final int MOST_PAGES = 1_000;

    /** Every order of a key's store, by its cursor. */
    static List<Listed> all(Api server, String apiKey) {
        var orders = new ArrayList<Listed>();
        var cursor = "";
        for (var page = 0; page < MOST_PAGES; page++) {
            var reply = server.withKey(apiKey).get(Api.KEYS + "/orders?pageSize=100" + cursor);
            if (reply.status() != 200) {
                throw new AssertionError("The list is not answered: " + reply);
            }
            reply.data().get("items").valueStream().map(Listed::of).forEach(orders::add);
            var next = reply.data().get("nextCursor");
            if (next.isNull()) {
                return orders;
            }
            cursor = "&cursor=" + next.stringValue();
        }
        throw new AssertionError("The list does not end");
    }

    static Listed of(JsonNode order) {
        return new Listed(
                order.get("id").stringValue(),
                order.get("publicId").stringValue(),
                order.get("number").longValue(),
                order.get("total").longValue(),
                order.get("items").toString(),
                order.get("notes").isNull() ? "" : order.get("notes").stringValue());
    }
}
