package iq.sendy.messaging;

import static iq.sendy.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Waiting;
import iq.sendy.World.Backstage;
import iq.sendy.kernel.StoreId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;

/** What a stream costs, and when it ends: with its credential, with its right, and with a client that does not read. */
@Scenario
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StreamEndsTest {

    /** Who hears nothing, and watches while the others do. */
    @AutoClose
    private static @Nullable LiveClient bystander;

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
    LiveInbox inbox;

    private Chats chats;
    private Shop shop;
    private StoreId store;
    private UUID conversation;

    @BeforeAll
    static void somebody_watches_a_quiet_shop(@Autowired Api api) {
        bystander = LiveClient.opens(
                api, Api.KEYS, Map.of("X-API-Key", Shop.opens(api).mints("messaging:read")), null);
    }

    @BeforeEach
    void a_shop_with_a_conversation() {
        chats = new Chats(backstage, transactions, events);
        shop = Shop.opens(api);
        store = Chats.store(shop);
        conversation = chats.conversation(store);
    }

    @AfterEach
    void time_goes_on() {
        clock.reset();
    }

    private LiveClient watches(String key) {
        return LiveClient.opens(api, Api.KEYS, Map.of("X-API-Key", key), null);
    }

    @Test
    void it_ends_with_the_access_token() {
        var signedIn = shop.anonymous()
                .post(
                        "/api/v1/auth/login",
                        Api.object().put("phone", shop.ownerPhone()).put("password", Shop.PASSWORD));
        var token = Map.of("Authorization", "Bearer " + signedIn.data("accessToken"));
        try (var client = LiveClient.opens(api, Api.STAFF, token, null)) {
            clock.advance(Duration.ofMinutes(14));
            chats.says(store, new ConversationChanged(store, conversation));
            client.waitsFor(1);
            clock.advance(Duration.ofMinutes(2));

            client.waitsForTheEnd();
        }
        assertThat(LiveClient.asks(api.base() + Api.STAFF + LiveClient.PATH, token)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void it_ends_when_the_key_is_taken_back() {
        var key = shop.mints("messaging:read");
        try (var client = watches(key)) {
            var keys = shop.owner()
                    .get(Api.STAFF + "/api-keys?per_page=100")
                    .data()
                    .get("items")
                    .valueStream();
            var id = keys.filter(one -> key.startsWith(one.get("keyId").stringValue()))
                    .findFirst()
                    .orElseThrow()
                    .get("id")
                    .stringValue();
            shop.owner().post(Api.STAFF + "/api-keys/" + id + "/revoke");

            client.waitsForTheEnd();
        }
    }

    @Test
    void it_ends_when_a_member_loses_the_right() {
        var role = shop.owner()
                .post(Api.STAFF + "/rbac/roles", role("store.conversations.view"))
                .data("id");
        var phone = Shop.newPhone();
        shop.owner()
                .post(
                        Api.STAFF + "/staff",
                        Api.object()
                                .put("fullName", "سارة كريم")
                                .put("phone", phone)
                                .put("roleId", role)
                                .put("password", Shop.PASSWORD));
        var signedIn =
                api.post("/api/v1/auth/login", Api.object().put("phone", phone).put("password", Shop.PASSWORD));
        var token = Map.of("Authorization", "Bearer " + signedIn.data("accessToken"));
        try (var client = LiveClient.opens(api, Api.STAFF, token, null)) {
            shop.owner().put(Api.STAFF + "/rbac/roles/" + role, role("store.orders.view"));

            client.waitsForTheEnd();
        }
    }

    private static tools.jackson.databind.node.ObjectNode role(String permission) {
        var role = Api.object().put("name", "الردود");
        role.putArray("permissions").add(permission);
        return role;
    }

    /** Last, since the others take most of the time that it waits for. */
    @Test
    @Order(Integer.MAX_VALUE)
    void a_comment_comes_every_fifteen_seconds() {
        var client = Objects.requireNonNull(bystander);
        until("a comment came", () -> client.comments() > 0);
        assertThat(client.told()).isEmpty();
        assertThat(client.over()).isFalse();
    }

    @Test
    void who_does_not_read_is_cut_off_and_others_hear_all() throws IOException {
        var words = "ك".repeat(4_000);
        var messages = new ArrayList<Object>();
        for (var i = 0; i < 150; i++) {
            var message = chats.message(store, conversation, words);
            messages.add(new MessageChanged(store, conversation, message));
        }
        try (var reader = watches(shop.mints("messaging:read"));
                var silent = silent(shop.mints("messaging:read"))) {
            until("both watch", () -> inbox.open(store) == 2);
            for (var round = 1; round <= 10; round++) {
                chats.says(store, messages.toArray());
                reader.waitsFor(round * messages.size());
            }

            until("the silent one is gone", () -> inbox.open(store) == 1);
            assertThat(reader.over()).isFalse();
            assertThat(silent.isClosed()).isFalse();
        }
    }

    private Socket silent(String key) {
        return asks(key, 2_048);
    }

    /** A client that asks and then looks at nothing. */
    private Socket asks(String key, int buffer) {
        var address = URI.create(api.base());
        try {
            var socket = new Socket();
            socket.setReceiveBufferSize(buffer);
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
            socket.getOutputStream()
                    .write(("GET " + Api.KEYS + LiveClient.PATH + " HTTP/1.1\r\nHost: localhost\r\nX-API-Key: " + key
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return socket;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void a_thousand_streams_cost_no_thread_and_no_connection_to_the_database() throws IOException {
        var second = Shop.opens(api);
        var clients = new ArrayList<Socket>();
        try {
            opens(clients, shop, 1);
            var few = threads();
            for (var i = 0; i < 25; i++) {
                opens(clients, shop, i == 0 ? 19 : 20);
                opens(clients, second, 20);
            }
            assertThat(inbox.open(store)).isEqualTo(500);
            assertThat(inbox.open(Chats.store(second))).isEqualTo(500);

            assertThat(threads()).isLessThan(few + 20);
            var oneMore = api.withKey(shop.mints("messaging:read")).get(Api.KEYS + LiveClient.PATH);
            assertThat(oneMore.status()).isEqualTo(429);
            assertThat(oneMore.faults()).containsExactly("rate.exceeded");
            assertThat(oneMore.header("Retry-After")).isEqualTo("30");
            chats.says(store, new ConversationChanged(store, conversation));
            assertThat(readUntil(clients.getFirst(), "event: conversation")).contains("event: conversation");
            assertThat(Shop.atOnce(
                            40, _ -> shop.owner().get(Api.STAFF + "/orders").status()))
                    .containsOnly(200);
        } finally {
            for (var client : clients) {
                client.close();
            }
        }
    }

    /** But for those of the client, which takes another one for each answer that it has no time to read. */
    private static long threads() {
        var threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && !thread.getThreadName().startsWith("HttpClient-"))
                .count();
    }

    /** Opens as many streams as one key may have, at once, and reads of each that it has begun. */
    private void opens(List<Socket> clients, Shop of, int many) throws IOException {
        var key = of.mints("messaging:read");
        var batch = new ArrayList<Socket>();
        for (var i = 0; i < many; i++) {
            var socket = asks(key, 16_384);
            batch.add(socket);
            clients.add(socket);
        }
        for (var socket : batch) {
            assertThat(readUntil(socket, "retry: "))
                    .as("client %s of a thousand is let in", clients.indexOf(socket) + 1)
                    .startsWith("HTTP/1.1 200")
                    .contains("retry: ");
        }
    }

    /** What a client is told, up to the text that it waits for; less when the server ends it before. */
    private static String readUntil(Socket socket, String text) throws IOException {
        socket.setSoTimeout((int) Waiting.PATIENCE.toMillis());
        var read = new byte[8_192];
        var heard = new StringBuilder();
        while (heard.indexOf(text) < 0) {
            int count;
            try {
                count = socket.getInputStream().read(read);
            } catch (SocketTimeoutException waited) {
                return heard + " and then nothing more";
            }
            if (count < 0) {
                return heard + " and then its end";
            }
            heard.append(new String(read, 0, count, StandardCharsets.UTF_8));
        }
        return heard.toString();
    }
}
