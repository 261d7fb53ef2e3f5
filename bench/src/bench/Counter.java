package bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The counter of a shop with an open session, where three products at a time are paid for in cash. */
record Counter(Shops.Shop shop, String session) {

    /** What a sale may take of whoever stands at the counter. */
    static final double MOST_MILLIS = 50;

    static List<Counter> open(Server server, List<Shops.Shop> shops) throws IOException {
        var counters = new ArrayList<Counter>();
        try (var wire = new Wire(server.port())) {
            for (var shop : shops) {
                var opened = Shops.ask(wire, Shops.post(shop, "/cashier/sessions/open", "{\"openingCash\":50000}"));
                counters.add(new Counter(shop, Shops.text(opened.substring(opened.indexOf("\"data\":")), "id")));
            }
        }
        return List.copyOf(counters);
    }

    /** A sale of three products at random, one piece of each, for more cash than they cost. */
    byte[] sale() {
        return Shops.post(
                shop,
                "/orders",
                "{\"cashierSessionId\":\"" + session + "\",\"paymentMethod\":\"Cash\",\"cashTendered\":100000,"
                        + Shops.three(shop) + "}");
    }
}
