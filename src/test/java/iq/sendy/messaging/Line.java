package iq.sendy.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import iq.sendy.fakes.FakeGraph;
import iq.sendy.fakes.GraphCall;
import iq.sendy.fakes.GraphManner;
import iq.sendy.kernel.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A channel of a shop, and a customer who has just written there. */
final class Line {

    private static final AtomicLong NUMBERS =
            new AtomicLong(ThreadLocalRandom.current().nextLong(1_000_000_000L));

    private final Backstage backstage;
    private final Shop shop;
    private final Api owner;
    private final String type;
    private final String account;
    private final UUID channel;
    private final UUID contact = UUID.randomUUID();
    private final UUID conversation = UUID.randomUUID();
    private final String customer;

    private Line(Backstage backstage, Shop shop, String type, String account, UUID channel, String customer) {
        this.backstage = backstage;
        this.shop = shop;
        this.owner = shop.owner();
        this.type = type;
        this.account = account;
        this.channel = channel;
        this.customer = customer;
    }

    static Line whatsApp(Backstage backstage, Shop shop) {
        var account = "5" + String.format(java.util.Locale.ROOT, "%014d", NUMBERS.incrementAndGet());
        FakeGraph.shared().whatsApp(account, "token-" + account);
        var line = new Line(
                backstage,
                shop,
                "WhatsApp",
                account,
                connect(shop, "WhatsApp", account),
                "96477" + String.format(java.util.Locale.ROOT, "%08d", NUMBERS.incrementAndGet() % 100_000_000));
        line.writes("WaId");
        return line;
    }

    static Line instagram(Backstage backstage, Shop shop) {
        var account = "178414" + String.format(java.util.Locale.ROOT, "%011d", NUMBERS.incrementAndGet());
        FakeGraph.shared().instagram(account, "token-" + account);
        var line = new Line(
                backstage,
                shop,
                "Instagram",
                account,
                connect(shop, "Instagram", account),
                "9" + String.format(java.util.Locale.ROOT, "%014d", NUMBERS.incrementAndGet()));
        line.writes("Igsid");
        return line;
    }

    private static UUID connect(Shop shop, String type, String account) {
        var made = shop.owner()
                .post(
                        Api.STAFF + "/social/channels",
                        Api.object()
                                .put("channelType", type)
                                .put("externalAccountId", account)
                                .put("displayName", "الدردشة")
                                .put("accessToken", "token-" + account)
                                .put("appSecret", "secret-" + account)
                                .put("aiProviderCode", "sandbox")
                                .put("aiModelCode", "sandbox"));
        assertThat(made.status()).as(made::toString).isEqualTo(200);
        return UUID.fromString(made.data("id"));
    }

    /** The window is of whole milliseconds, as the clock of tests is. */
    private void writes(String identity) {
        backstage
                .jdbc()
                .sql("""
                        with c as (
                            insert into messaging.contact (store_id, id, name, phone, phone_proof, created_at, updated_at)
                            values (:store, :contact, 'زينب', case when :kind = 'WaId' then :value end,
                                    case when :kind = 'WaId' then 'Sender' end, now(), now())
                        ), i as (
                            insert into messaging.contact_identity (store_id, channel_id, kind, value, contact_id, created_at)
                            values (:store, :channel, :kind, :value, :contact, now())
                        )
                        insert into messaging.conversation (store_id, id, channel_id, channel_type, contact_id, status,
                            waiting_since, last_inbound_at, window_expires_at, created_at, updated_at)
                        values (:store, :id, :channel, :type, :contact, 'Open', now(), now(),
                            date_trunc('milliseconds', now()) + interval '24 hours', now(), now())
                        """)
                .param("store", store().value())
                .param("contact", contact)
                .param("kind", identity)
                .param("value", customer)
                .param("channel", channel)
                .param("type", type)
                .param("id", conversation)
                .update();
    }

    StoreId store() {
        return new StoreId(UUID.fromString(shop.storeId()));
    }

    UUID channel() {
        return channel;
    }

    UUID conversation() {
        return conversation;
    }

    /** Meta's id of the account. */
    String account() {
        return account;
    }

    /** The name by which Meta knows the customer. */
    String customer() {
        return customer;
    }

    Api owner() {
        return owner;
    }

    /** What Meta does with the next messages of the channel. */
    void meets(GraphManner... manners) {
        FakeGraph.shared().next(account, manners);
    }

    /** What Meta was asked about the channel. */
    List<GraphCall> calls() {
        return FakeGraph.shared().calls(account);
    }

    String path() {
        return "/social/conversations/" + conversation + "/messages";
    }

    static ObjectNode text(String text) {
        return Api.object().put("text", text);
    }

    Api.Reply replies(String text) {
        return owner.post(Api.STAFF + path(), text(text));
    }

    Api.Reply repliesOnce(String key, String text) {
        return owner.withHeader("Idempotency-Key", key).post(Api.STAFF + path(), text(text));
    }

    /** The customer's last action was then. */
    void windowEnds(Instant at) {
        change("update messaging.conversation set window_expires_at = '" + at + "' where id = :conversation");
    }

    int change(String sql) {
        return backstage.jdbc().sql(sql).param("conversation", conversation).update();
    }

    /** A column of the conversation's row. */
    @Nullable
    Object of(String column) {
        return backstage
                .jdbc()
                .sql("select " + column + " as it from messaging.conversation where id = :conversation")
                .param("conversation", conversation)
                .query((row, _) -> java.util.Optional.ofNullable(row.getObject("it")))
                .single()
                .orElse(null);
    }

    /** Its messages, as rows: status and text. */
    List<String> messages() {
        return backstage
                .jdbc()
                .sql("""
                        select status || ' ' || coalesce(text, kind) as it from messaging.message
                        where conversation_id = :conversation and direction = 'Outbound' order by number
                        """)
                .param("conversation", conversation)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Its attempts, as rows. */
    List<String> attempts() {
        return backstage
                .jdbc()
                .sql(
                        "select state from messaging.outbound_attempt where conversation_id = :conversation order by number")
                .param("conversation", conversation)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** The jobs of the store are due now, whatever they wait for. */
    void jobsAreDue() {
        for (var table : List.of("job", "store_due")) {
            backstage
                    .jdbc()
                    .sql("update jobs." + table + " set due_at = now() where store_id = :store"
                            + ("job".equals(table) ? " and owner is null" : ""))
                    .param("store", store().value())
                    .update();
        }
    }

    long jobs(String kind) {
        return backstage
                .jdbc()
                .sql("select count(*) from jobs.job where store_id = :store and kind = :kind")
                .param("store", store().value())
                .param("kind", kind)
                .query(Long.class)
                .single();
    }

    static JsonNode error(Api.Reply reply) {
        return reply.json().get("errors").get(0);
    }
}
