package iq.sendy.webhooks;

import static iq.sendy.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Invariants;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import iq.sendy.egress.ExchangeLimits;
import iq.sendy.fakes.Certificates;
import iq.sendy.fakes.NobodyThere;
import iq.sendy.fakes.Receiver;
import iq.sendy.fakes.Receiver.Manner;
import iq.sendy.fakes.ReceiverZoo;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Endpoints as they are out there, from the order to the log: all of them at once, within the limits that are shipped. */
@Tag("waits")
@Scenario
public class AwkwardReceiversTest {

    private static final Duration DROP = Duration.ofSeconds(1);
    private static final String DELIVERED = "Delivered";
    private static final String PENDING = "Pending";

    /** The usual second attempt follows after 5 s, a fifth more or less. */
    private static final double USUAL = 5;

    /** A date is made when the zoo opens, and comes nearer until it is noted. */
    private static final double DATED = 290;

    @Autowired
    Api api;

    @Autowired
    Backstage backstage;

    @Autowired
    MovableClock clock;

    private Shop shop;
    private Hooks hooks;
    private final List<Receiver> receivers = new ArrayList<>();
    private final NobodyThere nobody = new NobodyThere();

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        hooks = Hooks.of(api, shop);
    }

    @AfterEach
    void close() {
        receivers.forEach(Receiver::close);
        nobody.close();
    }

    private Receiver that(Manner manner) {
        var receiver = Receiver.that(manner);
        receivers.add(receiver);
        return receiver;
    }

    private Receiver secured(String alias, Manner manner) {
        var receiver = Receiver.secured(Certificates.server(alias), manner);
        receivers.add(receiver);
        return receiver;
    }

    private String subscribes(String url) {
        return subscribes(hooks, url);
    }

    private static String subscribes(Hooks hooks, String url) {
        var made = hooks.key().post(Hooks.PATH, Hooks.to(url, "order.created"));
        assertThat(made.status()).as("%s: %s", url, made).isEqualTo(200);
        return made.data("id");
    }

    /** What a first attempt came to. {@code gap} is how long the second was to wait when the first was noted. */
    record First(
            String status,
            @Nullable Integer code,
            @Nullable String error,
            @Nullable Gap gap,
            long latency) {}

    /**
     * Seconds until the next attempt, from both sides of what was decided: as they were seen after it, and counted from the
     * attempt before it. However busy the machine, what was decided is between them.
     */
    record Gap(double seen, double made) {}

    private Map<String, First> firsts() {
        return firsts(store());
    }

    private Map<String, First> firsts(UUID store) {
        var firsts = new LinkedHashMap<String, First>();
        backstage.jdbc().sql("""
                        select d.subscription_id::text as id, d.status, a.status_code, a.error_class, a.latency_ms,
                               extract(epoch from d.next_attempt_at - now())::float8 as seen,
                               extract(epoch from d.next_attempt_at - a.at)::float8 as made
                        from webhooks.delivery as d join webhooks.attempt as a
                            on a.store_id = d.store_id and a.delivery_id = d.id
                        where d.store_id = :store and d.attempts = 1
                        """).param("store", store).query(row -> {
            var seen = row.getDouble("seen");
            var none = row.wasNull();
            firsts.put(
                    row.getString("id"),
                    new First(
                            row.getString("status"),
                            row.getObject("status_code", Integer.class),
                            row.getString("error_class"),
                            none ? null : new Gap(seen, row.getDouble("made")),
                            row.getLong("latency_ms")));
        });
        return firsts;
    }

    private UUID store() {
        return UUID.fromString(shop.storeId());
    }

    private void change(String sql) {
        backstage.jdbc().sql(sql).param("store", store()).update();
    }

    private void timePasses() {
        change("update jobs.job set due_at = now() where store_id = :store and owner is null");
        change("update jobs.store_due set due_at = now() where store_id = :store");
    }

    /** An endpoint, and what its first attempt shall come to: a status, or the word of an error. */
    record Exhibit(String name, String url, String outcome, double gap) {}

    private List<Exhibit> zoo(Receiver target) {
        var zoo = new ArrayList<Exhibit>();
        zoo.addAll(List.of(
                good("fast", ReceiverZoo.fast()),
                good("100, 103, 200", ReceiverZoo.hintsFirst()),
                good("200, then a byte a second", ReceiverZoo.dripsItsBody(DROP)),
                good("10 MB", ReceiverZoo.tenMegabytes()),
                good("gzip bomb", ReceiverZoo.gzipBomb()),
                good("reset after the head", ReceiverZoo.resetsAfterTheHead()),
                bad("never", ReceiverZoo.silent(), "timeout"),
                bad("drips its head", ReceiverZoo.dripsItsHead(DROP), "timeout"),
                bad("1 MB header", ReceiverZoo.longHeader(), "reset"),
                bad("10,000 headers", ReceiverZoo.manyHeaders(), "reset"),
                bad("no status line", ReceiverZoo.noStatusLine(), "reset"),
                bad("rubbish", ReceiverZoo.rubbish(), "reset"),
                bad("reset in the request", ReceiverZoo.resetsInTheRequest(), "reset"),
                new Exhibit("reset after accept", https(that(ReceiverZoo.resetsAfterAccept())), "connect", USUAL),
                new Exhibit("nobody there", nobody.url(), "connect", USUAL),
                new Exhibit("no such name", "https://nowhere.invalid/hook", "dns", USUAL),
                new Exhibit("self-signed", https(secured("alone", ReceiverZoo.fast())), "tls", USUAL),
                new Exhibit("expired", https(secured("expired", ReceiverZoo.fast())), "tls", USUAL),
                new Exhibit("wrong name", https(secured("wrongname", ReceiverZoo.fast())), "tls", USUAL),
                new Exhibit("TLS 1.0", https(that(ReceiverZoo.knowsTlsOneOnly())), "tls", USUAL)));
        for (var status : List.of(400, 404, 409, 500, 502)) {
            zoo.add(bad("status", ReceiverZoo.answers(status), Integer.toString(status)));
        }
        for (var status : List.of(301, 302, 303, 307, 308)) {
            zoo.add(bad(
                    "redirect", ReceiverZoo.answers(status, "Location: " + target.url()), Integer.toString(status)));
        }
        for (var status : List.of(429, 503)) {
            zoo.add(waits(status, "20", 20));
            zoo.add(waits(status, inFiveMinutes(), DATED));
            zoo.add(waits(status, "-1", USUAL));
            zoo.add(waits(status, "999999999", (double) Duration.ofMinutes(15).toSeconds()));
            zoo.add(waits(status, "presently", USUAL));
        }
        zoo.add(waits(500, "20", USUAL));
        return zoo;
    }

    /** Told by the second, and so before the crowd comes, whose handshakes take seconds of a busy machine. */
    private Map<String, Exhibit> seconds(Shop at) {
        var told = new LinkedHashMap<String, Exhibit>();
        var late = that(ReceiverZoo.answersAfter(Duration.ofSeconds(14)));
        var tooLate = that(ReceiverZoo.answersAfter(Duration.ofSeconds(16)));
        var its = Hooks.of(api, at);
        told.put(subscribes(its, late.url()), new Exhibit("after 14 s", late.url(), "good", 0));
        told.put(subscribes(its, tooLate.url()), new Exhibit("after 16 s", tooLate.url(), "timeout", USUAL));
        at.placesOne();
        until(
                "both think about it",
                () -> late.received().size() == 1 && tooLate.received().size() == 1);
        return told;
    }

    private Exhibit good(String name, Manner manner) {
        return new Exhibit(name, that(manner).url(), "good", 0);
    }

    private Exhibit bad(String name, Manner manner, String outcome) {
        return new Exhibit(name + " " + outcome, that(manner).url(), outcome, USUAL);
    }

    private Exhibit waits(int status, String retryAfter, double gap) {
        var url =
                that(ReceiverZoo.answers(status, "Retry-After: " + retryAfter)).url();
        return new Exhibit("Retry-After " + retryAfter, url, Integer.toString(status), gap);
    }

    private String inFiveMinutes() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                clock.instant().plusSeconds(300).atOffset(ZoneOffset.UTC));
    }

    private static String https(Receiver receiver) {
        return receiver.url().replace("http:", "https:");
    }

    @Test
    void each_endpoint_ends_in_its_outcome_and_its_next_attempt() {
        var target = that(ReceiverZoo.fast());
        var zoo = new LinkedHashMap<String, Exhibit>();
        for (var exhibit : zoo(target)) {
            zoo.put(subscribes(exhibit.url()), exhibit);
        }
        var calm = Shop.opens(api);
        zoo.putAll(seconds(calm));
        shop.placesOne();

        // Each as it is seen first, since the second attempt comes soon.
        var firsts = new LinkedHashMap<String, First>();
        until("each has been tried", () -> {
            firsts().forEach(firsts::putIfAbsent);
            firsts(UUID.fromString(calm.storeId())).forEach(firsts::putIfAbsent);
            return firsts.size() == zoo.size();
        });
        zoo.forEach((id, exhibit) -> {
            var first = Objects.requireNonNull(firsts.get(id), exhibit.name());
            assertThat(told(first)).as(exhibit.name()).isEqualTo(exhibit.outcome());
            if (exhibit.gap() == 0) {
                assertThat(first.gap()).as(exhibit.name()).isNull();
            } else {
                // The usual gap is drawn within a second; what was asked for is not.
                var gap = Objects.requireNonNull(first.gap(), exhibit.name());
                assertThat(gap.seen()).as(exhibit.name()).isLessThan(exhibit.gap() + slack(exhibit.gap()));
                assertThat(gap.made()).as(exhibit.name()).isGreaterThan(exhibit.gap() - slack(exhibit.gap()));
            }
        });
        assertThat(target.connects()).as("redirects are not followed").isZero();
        assertThat(firsts.values().stream().mapToLong(First::latency)).allMatch(latency -> latency < 16_500);
        assertThat(ExchangeLimits.USUAL.exchange()).isEqualTo(Duration.ofSeconds(15));
        Invariants.hold(backstage.jdbc(), store());
    }

    private static double slack(double gap) {
        return gap == DATED ? 30 : 1.5;
    }

    private static String told(First first) {
        if (first.status().equals(DELIVERED) && first.error() == null) {
            return "good";
        }
        assertThat(first.status()).isEqualTo(PENDING);
        return "status".equals(first.error()) ? String.valueOf(first.code()) : String.valueOf(first.error());
    }

    @Test
    void endpoints_that_hang_delay_neither_their_store_nor_another() {
        // Before the first hangs, which it does for fifteen seconds.
        var healthy = that(ReceiverZoo.fast());
        var elsewhere = that(ReceiverZoo.fast());
        var stranger = Shop.opens(api);
        Hooks.of(api, stranger).subscribes(elsewhere, "order.created");
        var hanging =
                IntStream.range(0, 4).mapToObj(_ -> that(ReceiverZoo.silent())).toList();
        var ids = hanging.stream().map(each -> subscribes(each.url())).toList();
        for (var order = 0; order < 4; order++) {
            shop.placesOne();
        }
        until("all hang", () -> hanging.stream().allMatch(each -> each.connects() > 0));
        subscribes(healthy.url());

        shop.placesOne();
        stranger.placesOne();
        until(
                "both are told",
                () -> healthy.received().size() == 1 && elsewhere.received().size() == 1);
        // Whoever waited for those would have seen one of them come to its end.
        assertThat(firsts()).doesNotContainKeys(ids.toArray(String[]::new));
    }

    @Test
    void after_ten_failures_an_endpoint_is_left_alone_and_tried_by_one() {
        var open = new boolean[1];
        var failing = that(visit -> {
            while (visit.read() != null) {
                visit.say("HTTP/1.1 " + (open[0] ? "200" : "500") + " As Told\r\nContent-Length: 0\r\n\r\n");
            }
        });
        var healthy = that(ReceiverZoo.fast());
        var id = subscribes(failing.url());
        subscribes(healthy.url());
        for (var order = 0; order < 12; order++) {
            shop.placesOne();
        }
        until(
                "the breaker is open",
                () -> ask("select open_from > now() from webhooks.subscription", id, Boolean.class));
        // For as long as this looks at it: half a minute passes on a busy machine.
        change("update webhooks.subscription set open_from = open_from + interval '1 hour'"
                + " where store_id = :store and open_from is not null");
        until("all is noted", () -> noneIsHeld());

        var tried = failing.received().size();
        // What was under way when it opened still came.
        assertThat(tried).isBetween(10, 12);
        assertThat(ask("select trips from webhooks.subscription", id, Integer.class))
                .isOne();
        assertThat(ask("select window_attempts from webhooks.subscription", id, Integer.class))
                .isEqualTo(10);
        timePasses();
        shop.placesOne();
        until("the healthy one is told", () -> healthy.received().size() == 13);
        assertThat(failing.received()).hasSize(tried);
        assertThat(hooks.deliveries(id, "").size()).isEqualTo(13);

        probes();
        until("one has tried it", () -> ask("select trips from webhooks.subscription", id, Integer.class) == 2);
        assertThat(failing.received()).hasSize(tried + 1);
        assertThat(ask(
                        "select open_from between now() + interval '50 s' and now() + interval '60 s'"
                                + " from webhooks.subscription",
                        id,
                        Boolean.class))
                .as("twice as long as before")
                .isTrue();

        open[0] = true;
        probes();
        until("all have come", () -> {
            timePasses();
            return hooks.deliveries(id, "?status=Delivered").size() == 13;
        });
        assertThat(ask("select open_from is null and trips = 0 from webhooks.subscription", id, Boolean.class))
                .isTrue();
        Invariants.hold(backstage.jdbc(), store());
    }

    private void probes() {
        change("update webhooks.subscription set open_from = now() where store_id = :store and open_from is not null");
        timePasses();
    }

    private boolean noneIsHeld() {
        return backstage
                        .jdbc()
                        .sql("select count(*) from jobs.job where store_id = :store and owner is not null")
                        .param("store", store())
                        .query(Long.class)
                        .single()
                == 0;
    }

    private <T> T ask(String sql, String id, Class<T> type) {
        return backstage
                .jdbc()
                .sql("select coalesce((" + sql + " where store_id = :store and id = :id), "
                        + (type == Boolean.class ? "false" : "0") + ")")
                .param("store", store())
                .param("id", UUID.fromString(id))
                .query(type)
                .single();
    }

    @Test
    void five_days_of_failures_disable_it_and_its_owner_is_warned_before() {
        var failing = that(ReceiverZoo.answers(500));
        var id = subscribes(failing.url());
        shop.placesOne();
        until(
                "it has failed",
                () -> ask("select failing_since is not null from webhooks.subscription", id, Boolean.class));
        assertThat(warnings(id)).isEqualTo("[]");
        failingFor(id, Duration.ofHours(25));
        assertThat(warnings(id)).isEqualTo("[\"failing_for_24_hours\"]");
        failingFor(id, Duration.ofHours(73));
        assertThat(warnings(id)).isEqualTo("[\"failing_for_24_hours\",\"failing_for_72_hours\"]");
        failingFor(id, Duration.ofHours(119));
        timePasses();
        until("it has failed again", () -> failing.received().size() >= 2 && noneIsHeld());
        assertThat(hooks.key().get(Hooks.PATH + "/" + id).data("isEnabled")).isEqualTo("true");

        failingFor(id, Duration.ofHours(121));
        until("it is disabled", () -> {
            timePasses();
            return !Boolean.parseBoolean(hooks.key().get(Hooks.PATH + "/" + id).data("isEnabled"));
        });
        var tried = failing.received().size();
        assertThat(hooks.key().get(Hooks.PATH + "/" + id).data("disabledReason"))
                .isEqualTo("failing");
        shop.placesOne();
        timePasses();
        assertThat(hooks.deliveries(id, "?status=Pending").size()).isEqualTo(2);
        assertThat(hooks.deliveries(id, "").at("/0/nextAttemptAt").isNull()).isTrue();
        assertThat(failing.received()).hasSize(tried);
        Invariants.hold(backstage.jdbc(), store());
    }

    private String warnings(String id) {
        return hooks.key().get(Hooks.PATH + "/" + id).data().get("warnings").toString();
    }

    private void failingFor(String id, Duration time) {
        backstage
                .jdbc()
                .sql(
                        "update webhooks.subscription set failing_since = :at::timestamptz where store_id = :store and id = :id")
                .param("at", Instant.now().minus(time).toString())
                .param("store", store())
                .param("id", UUID.fromString(id))
                .update();
    }
}
