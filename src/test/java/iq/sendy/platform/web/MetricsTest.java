package iq.sendy.platform.web;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.Search;
import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Waiting;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.database.DatabaseSettings;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.node.ObjectNode;

/** What an operator can know without looking into the database. */
@Scenario
class MetricsTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");
    private static final int BUCKETS = 11;
    private static final Pattern SERIES = Pattern.compile("(?m)^http_server_requests_seconds_bucket\\{");

    @Autowired
    Api api;

    @Autowired
    MeterRegistry registry;

    @Autowired
    DatabaseSettings settings;

    @Autowired
    ExceptionAnswers exceptionAnswers;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Value("${local.management.port}")
    int port;

    /** Where no stream begins: one that did would be measured half a minute later, when it finds that nobody listens. */
    private static final String NO_PLACE = "?lastEventId=" + "x".repeat(1_000);

    @Test
    void every_route_is_measured() {
        var shop = Shop.opens(api);
        var clients = List.of(
                shop.owner().withHeader("Idempotency-Key", "k".repeat(256)),
                shop.key().withHeader("Idempotency-Key", "k".repeat(256)));
        var routes = new TreeSet<String>();
        for (var route : mappings.getHandlerMethods().keySet()) {
            for (var pattern : route.getPatternValues()) {
                if (pattern.startsWith("/api/")) {
                    routes.add(pattern);
                    var client = clients.get(pattern.startsWith(Api.KEYS) ? 1 : 0);
                    var path = VARIABLE.matcher(pattern).replaceAll("x");
                    client.send(method(route), path + NO_PLACE, BodyPublishers.noBody(), false);
                }
            }
        }

        assertThat(routes).hasSizeGreaterThan(120);
        until(() -> uris().containsAll(routes));
        assertThat(uris()).containsAll(routes);
    }

    /** A changing method is refused for its key, before it does anything. */
    private static String method(RequestMappingInfo route) {
        return route.getMethodsCondition().getMethods().iterator().next().name();
    }

    @Test
    void whatever_no_route_knows_is_one_and_who_is_turned_away_counts_for_the_door() {
        var before = uris();
        for (var path : List.of("/nothing/07701234567", "/wp-login.php", "/api/v2/x", "/api/v1/nothing")) {
            assertThat(api.get(path).status()).isEqualTo(404);
        }
        api.get(Api.STAFF + "/orders/" + "1234");
        api.get(Api.KEYS + "/no-such-thing");
        api.get("/api/v1/admin/stores");

        until(() -> uris().contains("/api/v1/admin/**"));
        var now = uris();
        now.removeAll(before);
        // What others asked for just before may be measured only now.
        mappings.getHandlerMethods().keySet().forEach(route -> now.removeAll(route.getPatternValues()));
        assertThat(now)
                .isSubsetOf(
                        "NOT_FOUND",
                        "/api/v1/store/**",
                        "/api/v1/store/integrations/**",
                        "/api/v1/admin/**",
                        "/api/v1/**");
        var parts = new String[] {"status=\"401\",uri=\"/api/v1/store/**\"", "status=\"404\",uri=\"NOT_FOUND\""};
        assertThat(scrapedWith(parts)).contains(parts);
    }

    @Test
    void the_slow_hundredth_of_a_route_can_be_told_from_its_buckets() {
        api.get("/api/v1/address-reference/provinces");
        var buckets = scrapedWith("uri=\"/api/v1/address-reference/provinces\"")
                .lines()
                .filter(line -> line.startsWith("http_server_requests_seconds_bucket")
                        && line.contains("uri=\"/api/v1/address-reference/provinces\"")
                        && line.contains("method=\"GET\"")
                        && line.contains("status=\"200\""))
                .toList();
        assertThat(buckets).hasSize(BUCKETS);
        assertThat(buckets.getFirst()).contains("le=\"0.005\"");
        assertThat(buckets.getLast()).contains("le=\"+Inf\"");
    }

    @Test
    void orders_count_by_their_door_and_only_those_that_were_stored() {
        var shop = Shop.opens(api);
        var api = count("sendy.orders.placed", "source", "Api");
        var dashboard = count("sendy.orders.placed", "source", "Dashboard");
        var replayed = count("sendy.idempotency.repeats", "outcome", "replayed");
        var mismatch = count("sendy.idempotency.repeats", "outcome", "mismatch");

        shop.placesOne();
        shop.owner().post(Api.STAFF + "/orders", Shop.order());
        shop.places(Shop.order().put("orderValue", -1));
        var once = shop.key().withHeader("Idempotency-Key", "once");
        once.post(Api.KEYS + "/orders", Shop.order());
        once.post(Api.KEYS + "/orders", Shop.order());
        once.post(Api.KEYS + "/orders", Shop.order().put("orderValue", 1));
        var bulk = Api.object();
        bulk.putArray("orders")
                .add(Shop.order())
                .add(Shop.order())
                .add(Shop.order().put("customerPhone", "1"));
        shop.key().post(Api.KEYS + "/orders/bulk", bulk);
        shop.key().post(Api.KEYS + "/orders/bulk", bulk.put("mode", "atomic"));

        assertThat(count("sendy.orders.placed", "source", "Api") - api).isEqualTo(4);
        assertThat(count("sendy.orders.placed", "source", "Dashboard") - dashboard)
                .isEqualTo(1);
        assertThat(count("sendy.idempotency.repeats", "outcome", "replayed") - replayed)
                .isEqualTo(1);
        assertThat(count("sendy.idempotency.repeats", "outcome", "mismatch") - mismatch)
                .isEqualTo(1);
    }

    @Test
    void baskets_for_which_there_was_too_little_count() {
        var goods = Goods.opens(api);
        goods.sells("ROSE", 5_000, 3);
        var before = registry.get("sendy.orders.out.of.stock").counter().count();
        var placed = count("sendy.orders.placed", "source", "Api");

        assertThat(goods.shop().places(basket(2)).status()).isEqualTo(200);
        assertThat(goods.shop().places(basket(2)).status()).isEqualTo(409);
        var bulk = Api.object().put("mode", "atomic");
        bulk.putArray("orders").add(basket(1)).add(basket(1));
        assertThat(goods.shop().key().post(Api.KEYS + "/orders/bulk", bulk).status())
                .isEqualTo(409);

        assertThat(registry.get("sendy.orders.out.of.stock").counter().count() - before)
                .isEqualTo(2);
        assertThat(count("sendy.orders.placed", "source", "Api") - placed).isEqualTo(1);
    }

    private static ObjectNode basket(int quantity) {
        var order = Shop.order();
        order.remove("orderValue");
        order.putArray("items").addObject().put("sku", "ROSE").put("quantity", quantity);
        return order;
    }

    @Test
    void who_is_told_to_come_later_counts_by_what_there_was_too_much_of() {
        var signIn = count("sendy.requests.limited", "limit", "sign_in");
        var work = count("sendy.requests.limited", "limit", "work");
        var guess = Api.object().put("phone", Shop.newPhone()).put("password", "a-guess-in-the-dark");
        var statuses = IntStream.range(0, 6)
                .map(_ -> api.post("/api/v1/auth/login", guess).status());
        assertThat(statuses).containsExactly(401, 401, 401, 401, 401, 429);
        var spent = new RequestRejected(HttpStatus.TOO_MANY_REQUESTS, List.of(Violation.of("rate.exceeded")), Map.of());
        exceptionAnswers.resolveException(new MockHttpServletRequest(), new MockHttpServletResponse(), null, spent);

        assertThat(count("sendy.requests.limited", "limit", "sign_in") - signIn).isEqualTo(1);
        assertThat(count("sendy.requests.limited", "limit", "work") - work).isEqualTo(1);
    }

    @Test
    void the_room_of_the_data_and_its_size_are_there() {
        assertThat(scrapedWith("\nsendy_db_size_bytes "))
                .contains("disk_free_bytes{path=\"" + settings.dataDirectory() + "\"}")
                .contains("disk_total_bytes{path=\"" + settings.dataDirectory() + "\"}")
                .containsPattern("(?m)^sendy_db_size_bytes [1-9]");
    }

    @Test
    void every_meter_of_ours_says_what_it_is_and_stands_in_the_handbook() throws IOException {
        var handbook = Files.readString(Path.of("docs/operating.md"));
        var ours = registry.getMeters().stream()
                .map(Meter::getId)
                .filter(id -> id.getName().startsWith("sendy."))
                .toList();
        assertThat(ours).hasSizeGreaterThan(10).allSatisfy(id -> {
            assertThat(id.getDescription()).as(id.getName()).isNotBlank();
            assertThat(handbook).contains("`" + id.getName().replace('.', '_'));
        });
    }

    @Test
    void what_is_scraped_stays_small() {
        api.get("/docs");
        var text = scrapedWith("uri=\"/docs\"");
        var routes = (int) SERIES.matcher(text).results().count() / BUCKETS;
        // A route, method and status that was met takes its buckets, a count, a sum and a maximum.
        assertThat(text.length()).isLessThan(200_000 + routes * (BUCKETS + 3) * 220);
    }

    private double count(String name, String tag, String value) {
        return registry.get(name).tag(tag, value).counter().count();
    }

    private Set<String> uris() {
        return Search.in(registry).name("http.server.requests").meters().stream()
                .map(meter -> String.valueOf(meter.getId().getTag("uri")))
                .collect(toCollection(TreeSet::new));
    }

    private String scraped() {
        return Api.at("http://127.0.0.1:" + port).get("/actuator/prometheus").text();
    }

    private String scrapedWith(String... parts) {
        until(() -> {
            var text = scraped();
            return Stream.of(parts).allMatch(text::contains);
        });
        return scraped();
    }

    /** A request is measured when its answer has left, so that the answer may be here first. */
    private static void until(BooleanSupplier measured) {
        Waiting.until("it is measured", measured);
    }
}
