package iq.sendy.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Waiting;
import iq.sendy.World.Backstage;
import iq.sendy.kernel.Currency;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.VisitorMark;
import iq.sendy.platform.database.PostgresAccess;
import iq.sendy.platform.secrets.Digests;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Time stands still here unless a test moves it, so that no permit comes back while one is counting. */
@Scenario
public class RateLimitsTest {

    /** These are about counting; a busy machine must not turn them into tests of the other way. */
    private static final Duration PATIENCE = Waiting.PATIENCE;

    private static final CountedPaths COUNTED =
            new CountedPaths(List.of("/api/v1/address-reference", "/api/v1/auth", "/api/v1/public"));

    @Autowired
    PostgresAccess access;

    @Autowired
    Digests digests;

    @Autowired
    Backstage backstage;

    private final MovableClock clock = MovableClock.stopped();
    private final List<SharedTokenBuckets> processes = new ArrayList<>();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final LimitMeters meters = new LimitMeters(registry);

    @AfterEach
    void end() {
        processes.forEach(SharedTokenBuckets::close);
    }

    @Test
    void a_key_may_spend_its_minute_at_once_and_then_waits() {
        var limits = process(access, 20, 5);
        var key = caller(Caller.Kind.KEY);
        for (var left = 19; left >= 0; left--) {
            var answer = new MockHttpServletResponse();
            limits.count(key, request("/api/v1/store/integrations/orders", "10.0.0.1"), answer);
            assertThat(answer.getHeader("RateLimit-Limit")).isEqualTo("20");
            assertThat(answer.getHeader("RateLimit-Remaining")).isEqualTo(Integer.toString(left));
        }

        var refused = new MockHttpServletResponse();
        assertThatThrownBy(() -> limits.count(key, request("/api/v1/store/integrations/orders", "10.0.0.1"), refused))
                .isInstanceOfSatisfying(RequestRejected.class, too -> {
                    assertThat(too.status().value()).isEqualTo(429);
                    assertThat(too.faults().getFirst().code()).isEqualTo("rate.exceeded");
                    assertThat(too.headers()).containsEntry("Retry-After", "3");
                });
        assertThat(refused.getHeader("RateLimit-Remaining")).isEqualTo("0");
        assertThat(refused.getHeader("RateLimit-Reset")).isEqualTo("60");

        clock.advance(Duration.ofSeconds(3));
        limits.count(key, request("/api/v1/store/integrations/orders", "10.0.0.1"), new MockHttpServletResponse());
    }

    @Test
    void public_paths_count_by_network_and_other_open_paths_do_not() {
        var limits = process(access, 20, 3);
        assertThat(taken(limits, null, "/api/v1/auth/login", "10.1.1.1", 10)).isEqualTo(3);
        assertThat(taken(limits, null, "/api/v1/address-reference/provinces", "10.1.1.2", 10))
                .isEqualTo(3);
        assertThat(taken(limits, null, "/api/v1/public/storefronts/x", "2001:db8:1:2::1", 2))
                .isEqualTo(2);
        assertThat(taken(limits, null, "/api/v1/public/storefronts/x", "2001:db8:1:2:ffff::9", 5))
                .isEqualTo(1);
        assertThat(taken(limits, null, "/openapi.json", "10.1.1.1", 10)).isEqualTo(10);
        assertThat(taken(limits, null, "/api/v1/webhooks/social/facebook", "10.1.1.1", 10))
                .isEqualTo(10);
    }

    @Test
    void who_brings_a_mark_of_ours_counts_alone_and_a_network_of_them_together() {
        var limits = process(access, 20, 3);
        assertThat(taken(limits, null, "/api/v1/public/storefronts/x/orders", "10.4.4.4", 5))
                .isEqualTo(3);
        assertThat(marked(limits, "zaynab", "10.4.4.4", 5)).isEqualTo(3);
        assertThat(marked(limits, "zaynab", "10.4.4.5", 5))
                .as("from another network")
                .isZero();
        assertThat(marked(limits, "forged", "10.4.4.4", 5)).isZero();
        var others = IntStream.range(0, 20)
                .map(i -> marked(limits, "visitor " + i, "10.4.4.4", 3))
                .sum();
        assertThat(others).as("of thirty, ten were tried already").isEqualTo(20);
        assertThat(limited("visitor")).isEqualTo(7);
    }

    @Test
    void who_guesses_waits_also_with_what_is_there() {
        var permits = new SharedTokenBuckets(access, digests, clock, PATIENCE);
        processes.add(permits);
        var misses = new MissLimits(new RateSettings(true, 20, 20, 5), permits, meters, clock);
        var guesser = request("/api/v1/public/storefronts/x/orders/SN-2222-2222", "10.5.5.5");
        for (var i = 0; i < 10; i++) {
            misses.admit(guesser);
            misses.missed(guesser);
        }
        misses.admit(guesser);

        assertThatThrownBy(() -> misses.missed(guesser)).isInstanceOf(RequestRejected.class);
        assertThatThrownBy(() -> misses.admit(guesser)).isInstanceOf(RequestRejected.class);
        misses.admit(request("/api/v1/public/storefronts/x/orders/SN-2222-2222", "10.5.5.6"));
        clock.advance(Duration.ofSeconds(6));
        misses.admit(guesser);
    }

    @Test
    void guessing_keys_is_counted_apart_from_the_public_pages() {
        var limits = process(access, 20, 3);
        var request = request("/api/v1/store/orders", "10.2.2.2");
        for (var i = 0; i < 3; i++) {
            limits.countUnknown(request, new MockHttpServletResponse());
        }
        assertThatThrownBy(() -> limits.countUnknown(request, new MockHttpServletResponse()))
                .isInstanceOf(RequestRejected.class);
        assertThat(taken(limits, null, "/api/v1/auth/login", "10.2.2.2", 10)).isEqualTo(3);
    }

    @Test
    void whoever_is_refused_is_counted_by_what_there_was_too_much_of() {
        var limits = process(access, 2, 1);
        taken(limits, caller(Caller.Kind.KEY), "/api/v1/store/integrations/orders", "10.3.3.3", 5);
        taken(limits, caller(Caller.Kind.USER), "/api/v1/store/orders", "10.3.3.3", 4);
        taken(limits, null, "/api/v1/auth/login", "10.3.3.3", 2);

        assertThat(limited("key")).isEqualTo(3);
        assertThat(limited("user")).isEqualTo(2);
        assertThat(limited("network")).isEqualTo(1);
        assertThat(limited("credential")).isZero();
    }

    private double limited(String limit) {
        return registry.get("sendy.requests.limited")
                .tag("limit", limit)
                .counter()
                .count();
    }

    @Test
    void two_processes_share_one_limit_and_never_give_away_more() {
        var first = process(access, 600, 60);
        var second = process(access, 600, 60);
        var key = caller(Caller.Kind.KEY);
        var taken = 0;
        for (var i = 0; i < 50; i++) {
            taken += taken(first, key, "/api/v1/store/integrations/orders", "10.0.0.1", 11);
            taken += taken(second, key, "/api/v1/store/integrations/orders", "10.0.0.1", 9);
        }
        assertThat(taken).isEqualTo(600);

        clock.advance(Duration.ofSeconds(30));
        var again = 0;
        for (var i = 0; i < 50; i++) {
            again += taken(first, key, "/api/v1/store/integrations/orders", "10.0.0.1", 10);
            again += taken(second, key, "/api/v1/store/integrations/orders", "10.0.0.1", 10);
        }
        assertThat(taken + again).isEqualTo(900);
    }

    @Test
    void a_hundred_requests_at_once_share_the_last_permits() {
        var limits = process(access, 60, 5);
        var key = caller(Caller.Kind.KEY);
        var granted = Shop.atOnce(100, _ -> taken(limits, key, "/api/v1/store/integrations/orders", "10.0.0.1", 1));
        assertThat(granted.stream().mapToInt(Integer::intValue).sum()).isEqualTo(60);
    }

    @Test
    void without_a_database_each_process_counts_for_itself() {
        var nowhere = new PostgresAccess("jdbc:postgresql://127.0.0.1:1/none", access.owner(), access.runtime());
        var permits = new SharedTokenBuckets(nowhere, digests, clock);
        processes.add(permits);
        var limits = new RateLimits(new RateSettings(true, 20, 20, 5), permits, meters, COUNTED, marks());
        var started = System.nanoTime();
        assertThat(taken(limits, caller(Caller.Kind.USER), "/api/v1/store/orders", "10.0.0.1", 50))
                .isEqualTo(20);
        // Fifty that each waited a quarter of a second would take longer.
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(12));
    }

    @Test
    void permits_of_those_who_no_longer_come_are_removed() {
        var permits = new SharedTokenBuckets(access, digests, Clock.systemUTC(), PATIENCE);
        processes.add(permits);
        backstage
                .jdbc()
                .sql(
                        "insert into platform.rate_permit (id, state, expires_at) select n, '', 1 from generate_series(1, 2500) n")
                .update();
        permits.clean();
        assertThat(backstage
                        .jdbc()
                        .sql("select count(*) from platform.rate_permit where expires_at = 1")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private RateLimits process(PostgresAccess database, int callers, int networks) {
        var permits = new SharedTokenBuckets(database, digests, clock, PATIENCE);
        processes.add(permits);
        return new RateLimits(new RateSettings(true, callers, callers, networks), permits, meters, COUNTED, marks());
    }

    private static int taken(RateLimits limits, @Nullable Caller caller, String path, String from, int times) {
        return (int) IntStream.range(0, times)
                .filter(_ -> {
                    try {
                        limits.count(caller, request(path, from), new MockHttpServletResponse());
                        return true;
                    } catch (RequestRejected tooMany) {
                        return false;
                    }
                })
                .count();
    }

    /** Knows a visitor by a header, as the cart knows one by its cookie. */
    private static ObjectProvider<VisitorMark> marks() {
        var beans = new StaticListableBeanFactory();
        beans.addBean("mark", new VisitorMark() {

            @Override
            public boolean mayBeWith(HttpServletRequest request) {
                return request.getHeader("Mark") != null;
            }

            @Override
            public Optional<String> of(HttpServletRequest request) {
                return Optional.ofNullable(request.getHeader("Mark")).filter(mark -> !mark.equals("forged"));
            }
        });
        return beans.getBeanProvider(VisitorMark.class);
    }

    private static int marked(RateLimits limits, String mark, String from, int times) {
        return (int) IntStream.range(0, times)
                .filter(_ -> {
                    var request = request("/api/v1/public/storefronts/x/orders", from);
                    request.addHeader("Mark", mark);
                    try {
                        limits.count(null, request, new MockHttpServletResponse());
                        return true;
                    } catch (RequestRejected tooMany) {
                        return false;
                    }
                })
                .count();
    }

    private static MockHttpServletRequest request(String path, String from) {
        var request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        request.setRemoteAddr(from);
        return request;
    }

    private static Caller caller(Caller.Kind kind) {
        var store = new StoreId(UUID.randomUUID());
        return new Caller(store, kind, UUID.randomUUID(), "test", Set.of(), Currency.IQD, ZoneOffset.UTC);
    }
}
