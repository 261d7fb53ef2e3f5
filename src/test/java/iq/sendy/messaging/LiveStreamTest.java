package iq.sendy.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Waiting;
import iq.sendy.World.Backstage;
import iq.sendy.jobs.Schedule;
import iq.sendy.kernel.StoreId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;

/** Who watches an inbox sees what happens in it, once and in order, and goes on where the connection broke. */
@Scenario
class LiveStreamTest {

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    @Autowired
    Backstage backstage;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    List<Schedule> schedules;

    private Chats chats;
    private Shop shop;
    private StoreId store;
    private UUID conversation;
    private Map<String, String> key;

    @BeforeEach
    void a_shop_with_a_conversation() {
        chats = new Chats(backstage, transactions, events);
        shop = Shop.opens(api);
        store = Chats.store(shop);
        conversation = chats.conversation(store);
        key = Map.of("X-API-Key", shop.mints("messaging:read"));
    }

    @AfterEach
    void time_goes_on() {
        clock.reset();
    }

    private LiveClient watches(String... lastId) {
        return LiveClient.opens(api, Api.KEYS, key, lastId.length == 0 ? null : lastId[0]);
    }

    private UUID receives(String text) {
        var message = chats.message(store, conversation, text);
        chats.says(
                store, new MessageReceived(store, conversation, message), new ConversationChanged(store, conversation));
        return message;
    }

    @Test
    void a_message_is_told_with_its_body_and_its_conversation() {
        try (var client = watches()) {
            var message = receives("بكم الباقة؟");

            var told = client.waitsFor(2);
            assertThat(told).extracting(LiveClient.Told::event).containsExactly("message", "conversation");
            assertThat(told).extracting(LiveClient.Told::id).containsExactly("1", "2");
            assertThat(told.getFirst().data().get("conversationId").stringValue())
                    .isEqualTo(conversation.toString());
            assertThat(told.getFirst().data().get("text").stringValue()).isEqualTo("بكم الباقة؟");
            assertThat(told).extracting(LiveClient.Told::about).containsExactly("" + message, "" + conversation);
            assertThat(told.getLast().data().get("status").stringValue()).isEqualTo("Open");
            assertThat(client.retry()).isEqualTo("2000");
        }
    }

    @Test
    void people_watch_with_their_tokens_at_their_own_door() {
        var signedIn = shop.anonymous()
                .post(
                        "/api/v1/auth/login",
                        Api.object().put("phone", shop.ownerPhone()).put("password", Shop.PASSWORD));
        var token = Map.of("Authorization", "Bearer " + signedIn.data("accessToken"));
        try (var client = LiveClient.opens(api, Api.STAFF, token, null)) {
            receives("هلو");

            assertThat(client.waitsFor(2).getFirst().event()).isEqualTo("message");
        }
    }

    @Test
    void whoever_may_not_read_the_inbox_may_not_watch_it() {
        var orders = api.withKey(shop.mints("orders:read"));

        assertThat(orders.get(Api.KEYS + LiveClient.PATH).status()).isEqualTo(403);
        assertThat(api.get(Api.KEYS + LiveClient.PATH).status()).isEqualTo(401);
        assertThat(api.get(Api.STAFF + LiveClient.PATH).status()).isEqualTo(401);
    }

    @Test
    void another_store_hears_nothing() {
        var other = Shop.opens(api);
        var otherStore = Chats.store(other);
        var otherConversation = chats.conversation(otherStore);
        try (var client = LiveClient.opens(api, Api.KEYS, Map.of("X-API-Key", other.mints("messaging:read")), null)) {
            receives("نص لغيرك");
            chats.says(otherStore, new ConversationChanged(otherStore, otherConversation));

            assertThat(client.waitsFor(1)).extracting(LiveClient.Told::about).containsExactly("" + otherConversation);
        }
    }

    @Test
    void what_rolled_back_is_not_told() {
        try (var client = watches()) {
            var message = chats.message(store, conversation, "ما صار");
            assertThatThrownBy(() -> chats.inStore(store, () -> {
                        events.publishEvent(new MessageReceived(store, conversation, message));
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
            var told = receives("صار");

            assertThat(client.waitsFor(2)).extracting(LiveClient.Told::about).startsWith("" + told);
            assertThat(client.ids()).containsExactly("1", "2");
        }
    }

    @Test
    void one_transaction_tells_each_thing_once() {
        try (var client = watches()) {
            var message = chats.message(store, conversation, "مرة");
            chats.says(
                    store,
                    new MessageReceived(store, conversation, message),
                    new ConversationChanged(store, conversation),
                    new MessageChanged(store, conversation, message),
                    new ConversationChanged(store, conversation));
            chats.says(store, new MessageChanged(store, conversation, message));

            assertThat(client.waitsFor(3))
                    .extracting(LiveClient.Told::event)
                    .containsExactly("message", "conversation", "status");
        }
    }

    @Test
    void whoever_comes_back_hears_what_was_missed_and_nothing_twice() {
        String last;
        try (var client = watches()) {
            receives("قبل");
            client.waitsFor(2);
            last = client.lastId();
        }
        var missed = receives("فاتك هذا");
        try (var client = watches(last)) {
            assertThat(client.waitsFor(2)).extracting(LiveClient.Told::about).startsWith("" + missed);
            assertThat(client.ids()).containsExactly("3", "4");

            receives("والآن");
            client.waitsFor(4);
            assertThat(client.ids()).containsExactly("3", "4", "5", "6");
        }
    }

    @Test
    void a_client_that_heard_nothing_yet_has_an_id_to_come_back_with() {
        receives("قبل");
        String last;
        try (var client = watches()) {
            Waiting.until("it has an id", () -> !client.lastId().isEmpty());
            last = client.lastId();
            assertThat(client.told()).isEmpty();
        }
        var missed = receives("فاتك هذا");

        try (var client = watches(last)) {
            assertThat(client.waitsFor(1)).extracting(LiveClient.Told::about).startsWith("" + missed);
        }
    }

    @Test
    void clients_without_headers_say_it_in_the_query() {
        receives("قبل");
        try (var client = LiveClient.opens(api.base() + Api.KEYS + LiveClient.PATH + "?LASTEVENTID=1", key, null)) {
            assertThat(client.waitsFor(1)).extracting(LiveClient.Told::id).containsExactly("2");
        }
    }

    @Test
    void after_ten_minutes_the_inbox_is_to_be_read_anew() {
        receives("قديم");
        clock.advance(Duration.ofMinutes(9));
        try (var client = watches("0")) {
            client.waitsFor(2);
            assertThat(client.ids()).containsExactly("1", "2");
        }

        clock.advance(Duration.ofMinutes(2));
        try (var client = watches("0")) {
            assertThat(client.waitsFor(1).getFirst().event()).isEqualTo("reset");
            assertThat(client.lastId()).isEqualTo("2");
            receives("جديد");

            assertThat(client.waitsFor(3))
                    .extracting(LiveClient.Told::event)
                    .containsExactly("reset", "message", "conversation");
        }
    }

    @Test
    void whoever_has_seen_all_is_never_too_late() {
        receives("قديم");
        clock.advance(Duration.ofHours(3));

        try (var client = watches("2")) {
            receives("جديد");

            client.waitsFor(2);
            assertThat(client.ids()).containsExactly("3", "4");
        }
    }

    @Test
    void an_id_that_was_never_given_starts_anew_and_is_no_error() {
        receives("قبل");
        for (var strange : List.of("7", "-1", "abc", "99999999999999999999", "1e3", "٢", "0x1", "1 2")) {
            try (var client = strange.equals("٢")
                    ? LiveClient.opens(api.base() + Api.KEYS + LiveClient.PATH + "?lastEventId=%D9%A2", key, null)
                    : watches(strange)) {
                assertThat(client.waitsFor(1).getFirst().event()).as(strange).isEqualTo("reset");
                assertThat(client.lastId()).isEqualTo("2");
            }
        }
    }

    @Test
    void a_message_that_is_gone_moves_its_readers_on_and_shows_nothing() {
        var message = receives("يُمحى");
        backstage
                .jdbc()
                .sql("delete from messaging.message where store_id = :store and id = :id")
                .param("store", store.value())
                .param("id", message)
                .update();

        try (var client = watches("0")) {
            client.waitsFor(1);
            assertThat(client.ids()).containsExactly("2");
        }
    }

    @Test
    void what_is_old_is_forgotten_and_whoever_has_seen_it_goes_on() {
        receives("قديم");
        var purge = schedules.stream()
                .filter(schedule -> schedule.name().equals("messaging.forget-stream"))
                .findFirst()
                .orElseThrow();
        purge.run(clock.instant().plus(Duration.ofMinutes(14)));
        assertThat(kept()).isEqualTo(2);
        purge.run(clock.instant().plus(Duration.ofMinutes(16)));
        assertThat(kept()).isZero();

        receives("جديد");
        try (var client = watches("2")) {
            client.waitsFor(2);
            assertThat(client.ids()).containsExactly("3", "4");
        }
        try (var client = watches("1")) {
            assertThat(client.waitsFor(1).getFirst().event()).isEqualTo("reset");
        }
    }

    private long kept() {
        return backstage
                .jdbc()
                .sql("select count(*) from messaging.stream_event where store_id = :store")
                .param("store", store.value())
                .query(Long.class)
                .single();
    }

    @Test
    void head_asks_what_it_is_and_does_not_stay() {
        var head = api.withKey(shop.mints("messaging:read"))
                .send("HEAD", Api.KEYS + LiveClient.PATH, java.net.http.HttpRequest.BodyPublishers.noBody(), false);

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Type")).startsWith("text/event-stream");
    }

    @Test
    void of_more_streams_than_a_few_the_oldest_ends() {
        var open = new ArrayList<LiveClient>();
        try {
            for (var i = 0; i < 21; i++) {
                open.add(watches());
            }

            open.getFirst().waitsForTheEnd();
            receives("هلو");
            for (var client : open.subList(1, open.size())) {
                client.waitsFor(2);
            }
        } finally {
            open.forEach(LiveClient::close);
        }
    }
}
