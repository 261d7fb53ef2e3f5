package iq.sendy.dashboard;

import static iq.sendy.Goods.well;
import static iq.sendy.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.LockPatience;
import iq.sendy.MovableClock;
import iq.sendy.Shop;
import iq.sendy.Visitor;
import iq.sendy.accounts.PresenceDesk;
import iq.sendy.accounts.PresenceSeat;
import iq.sendy.accounts.Presences;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.LiveClient;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who else has open what somebody works on: an order at the desk, a conversation of the inbox. */
class PresencePageTest extends InboxScenario {

    private static final String DESK = "/app/confirm";

    @Autowired
    MovableClock clock;

    @Autowired
    Presences presences;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private static String shown(Visitor who) {
        return open(who.opens(DESK));
    }

    /** The number of the order that a desk has open. */
    private static String open(Visitor.Shown desk) {
        assertThat(desk.status()).as(desk::toString).isEqualTo(200);
        return desk.text().replaceAll("(?s).*<h2 id=\"who\">.*?#(\\d+)<.*", "$1");
    }

    /** What a page says of those who have open what it shows. */
    private static String others(Visitor.Shown page) {
        assertThat(page.status()).as(page::toString).isEqualTo(200);
        return page.text().replaceAll("(?s).*data-presence(.*?)</form>.*", "$1");
    }

    private static Visitor.Shown says(Visitor who, String path, String doing) {
        return who.sends(path + "/presence", Map.of("_csrf", who.opens(INBOX).token(), "doing", doing));
    }

    @Test
    void the_desk_gives_each_an_order_that_nobody_else_has_and_says_who_has_the_others() {
        var first = shop.placesOne();
        shop.placesOne();
        var noor = hires("نور", "store.orders.manage", "store.orders.view");
        var ali = hires("علي", "store.orders.manage", "store.orders.view");

        assertThat(shown(owner)).isEqualTo("1");
        var second = noor.opens(DESK);
        assertThat(open(second)).isEqualTo("2");
        assertThat(others(second)).doesNotContain("<bdi>");
        assertThat(second.text().substring(second.text().indexOf("queue-list")))
                .as("the queue says who has which")
                .contains("مفتوح أيضاً عند");
        assertThat(others(noor.opens(DESK + "?order=" + first))).contains("مفتوح أيضاً عند");
        assertThat(shown(noor)).as("what somebody leaves is free").isEqualTo("2");
        var third = ali.opens(DESK);
        assertThat(open(third)).as("none is free").isEqualTo("1");
        assertThat(others(third)).contains("مفتوح أيضاً عند", "<bdi>").doesNotContain("<bdi>نور</bdi>");
        assertThat(third.text()).contains("<bdi>نور</bdi>");
        assertThat(others(owner.opens(DESK))).contains("<bdi>علي</bdi>");
        clock.advance(Duration.ofMinutes(2));
        assertThat(shown(noor)).as("who says nothing more is gone").isEqualTo("1");
    }

    @Test
    void whoever_still_looks_at_an_order_keeps_it() {
        var first = shop.placesOne();
        shop.placesOne();
        var noor = hires("نور", "store.orders.manage", "store.orders.view", "store.conversations.view");
        assertThat(shown(noor)).isEqualTo("1");

        clock.advance(Duration.ofSeconds(61));
        var kept = says(noor, DESK + "/" + first, "looking");
        clock.advance(Duration.ofSeconds(61));

        assertThat(others(kept)).doesNotContain("<bdi>");
        assertThat(shown(owner)).isEqualTo("2");
        assertThat(others(says(owner, DESK + "/" + first, "looking"))).contains("<bdi>نور</bdi>");
    }

    @Test
    void two_who_come_at_the_same_moment_are_given_two_orders() {
        for (var i = 0; i < 3; i++) {
            shop.placesOne();
        }
        var people = List.of(owner, hires("نور", "store.orders.manage"), hires("علي", "store.orders.manage"));

        assertThat(Shop.atOnce(3, i -> shown(people.get(i)))).containsExactlyInAnyOrder("1", "2", "3");
    }

    /** What the first was given is not committed when the second looks: the lock alone makes that wait. */
    @Test
    void who_comes_while_another_is_given_an_order_waits_and_is_given_the_next() {
        hires("نور", "store.orders.manage");
        hires("علي", "store.orders.manage");
        var store = new StoreId(UUID.fromString(shop.storeId()));
        var seats = well(shop.owner().get(Api.STAFF + "/staff"))
                .data()
                .get("items")
                .valueStream()
                .map(member -> new PresenceSeat(
                        store, UUID.fromString(member.get("id").stringValue()), PresenceDesk.CONFIRMATION))
                .toList();
        var orders = List.of(UUID.randomUUID(), UUID.randomUUID());

        var second = CurrentTenant.in(
                store,
                () -> new TransactionTemplate(transactions).execute(_ -> {
                    var mine = jdbc.sql("select pg_backend_pid()")
                            .query(Integer.class)
                            .single();
                    assertThat(presences.openFirst(seats.getFirst(), orders).subject())
                            .isEqualTo(orders.getFirst());
                    var next = CompletableFuture.supplyAsync(() -> CurrentTenant.in(
                            store, () -> LockPatience.of(() -> presences.openFirst(seats.getLast(), orders))));
                    until("the second waits, or was given one", () -> next.isDone() || isWaitedFor(mine));
                    return next;
                }));

        assertThat(Objects.requireNonNull(second).join().subject()).isEqualTo(orders.getLast());
    }

    private boolean isWaitedFor(int backend) {
        return backstage
                .jdbc()
                .sql("select exists (select from pg_stat_activity where :backend = any (pg_blocking_pids(pid)))")
                .param("backend", backend)
                .query(Boolean.class)
                .single();
    }

    @Test
    void a_conversation_says_who_else_looks_and_who_writes() throws IOException {
        var talk = chat.writes(phone, "زينب", "متوفر؟");
        var other = chat.writes(CustomerChat.newPhone(), "علي", "شكد السعر؟");
        var noor = hires("نور", "store.conversations.view", "store.conversations.manage");

        assertThat(others(noor.opens(at(talk)))).doesNotContain("<bdi>");
        assertThat(others(owner.opens(at(talk)))).contains("مفتوح أيضاً عند", "<bdi>نور</bdi>");
        assertThat(others(says(noor, at(talk), "writing"))).doesNotContain("<bdi>نور</bdi>");
        assertThat(others(says(owner, at(talk), "looking"))).contains("قيد كتابة رد", "<bdi>نور</bdi>");
        noor.opens(at(other));
        assertThat(others(owner.opens(at(talk)))).doesNotContain("<bdi>");
        var fetched = LiveClient.asks(
                api.base() + at(talk),
                Map.of(
                        "Cookie",
                        Visitor.SESSION + "=" + noor.cookie(Visitor.SESSION),
                        "Accept",
                        "text/html",
                        "Sec-Fetch-Dest",
                        "empty"));
        assertThat(fetched.statusCode()).isEqualTo(200);
        fetched.body().close();
        assertThat(others(owner.opens(at(talk))))
                .as("a script that looks again is nobody who does")
                .doesNotContain("<bdi>");
    }

    @Test
    void another_store_learns_nothing_and_who_may_not_see_it_neither() {
        var talk = chat.writes(phone, "زينب", "متوفر؟");
        var order = shop.placesOne();
        owner.opens(at(talk));
        owner.opens(DESK);
        var stranger = Visitor.of(api, Shop.opens(api));
        var viewer = Visitor.staff(api, shop, "store.orders.view");

        assertThat(says(stranger, at(talk), "writing").status()).isEqualTo(404);
        assertThat(says(stranger, DESK + "/" + order, "looking").status()).isEqualTo(404);
        var nothing = UUID.randomUUID().toString();
        assertThat(says(owner, at(nothing), "looking").status()).isEqualTo(404);
        assertThat(says(owner, DESK + "/" + nothing, "looking").status()).isEqualTo(404);
        var token = viewer.opens("/app/orders").token();
        for (var path : List.of(at(talk), DESK + "/" + order)) {
            assertThat(viewer.sends(path + "/presence", Map.of("_csrf", token)).status())
                    .isEqualTo(403);
        }
        assertThat(others(owner.opens(at(talk)))).doesNotContain("<bdi>");
    }
}
