package iq.sendy.agent;

import static iq.sendy.Goods.well;
import static iq.sendy.Waiting.until;

import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.World.Backstage;
import iq.sendy.checkout.OpenShop;
import iq.sendy.fakes.FakeGraph;
import iq.sendy.fakes.GraphCall;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.llm.ToolCall;
import iq.sendy.messaging.InboundProcessing;
import iq.sendy.messaging.ReplyLanguage;
import iq.sendy.meta.ChannelType;
import iq.sendy.meta.Identity;
import iq.sendy.meta.IdentityChange;
import iq.sendy.meta.IdentityKind;
import iq.sendy.meta.InboundContent;
import iq.sendy.meta.InboundMessage;
import iq.sendy.meta.MessageKind;
import iq.sendy.meta.Sender;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A customer who chats with a shop: what they write and tap, what tools are called for them, and what they are sent. */
final class ChatCustomer {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final AtomicLong NUMBERS =
            new AtomicLong(ThreadLocalRandom.current().nextLong(1_000_000_000L));

    private final ChatStage stage;
    private final OpenShop shop;
    private final ChannelType type;
    private final String account;
    private final UUID channel;
    private final Identity identity;

    private ChatCustomer(
            ChatStage stage, OpenShop shop, ChannelType type, String account, UUID channel, Identity identity) {
        this.stage = stage;
        this.shop = shop;
        this.type = type;
        this.account = account;
        this.channel = channel;
        this.identity = identity;
    }

    /** What the words for customers are spoken with. */
    record ChatStage(
            AgentTools tools,
            InboundProcessing processing,
            PlatformTransactionManager transactions,
            Backstage backstage,
            MovableClock clock) {}

    /** The first customer of a new channel. */
    static ChatCustomer at(ChatStage stage, OpenShop shop, ChannelType type) {
        var account = "5" + String.format(Locale.ROOT, "%014d", NUMBERS.incrementAndGet());
        if (type == ChannelType.WHATSAPP) {
            FakeGraph.shared().whatsApp(account, "token-" + account);
        } else {
            FakeGraph.shared().instagram(account, "token-" + account);
        }
        var channel = well(shop.shop()
                        .owner()
                        .post(
                                Api.STAFF + "/social/channels",
                                Api.object()
                                        .put("channelType", type.toString())
                                        .put("externalAccountId", account)
                                        .put("displayName", "الدردشة")
                                        .put("accessToken", "token-" + account)
                                        .put("appSecret", "secret-" + account)
                                        .put("aiProviderCode", "sandbox")
                                        .put("aiModelCode", "sandbox-1")
                                        .put("isAgentEnabled", false)))
                .data("id");
        return new ChatCustomer(stage, shop, type, account, UUID.fromString(channel), fresh(type));
    }

    /** Another customer of the same channel. */
    ChatCustomer another() {
        return new ChatCustomer(stage, shop, type, account, channel, fresh(type));
    }

    private static Identity fresh(ChannelType type) {
        return type == ChannelType.WHATSAPP
                ? new Identity(
                        IdentityKind.WA_ID,
                        "96477" + String.format(Locale.ROOT, "%08d", NUMBERS.incrementAndGet() % 100_000_000))
                : new Identity(
                        IdentityKind.IGSID, "9" + String.format(Locale.ROOT, "%014d", NUMBERS.incrementAndGet()));
    }

    StoreId store() {
        return new StoreId(UUID.fromString(shop.shop().storeId()));
    }

    UUID channel() {
        return channel;
    }

    @Nullable
    Phone phone() {
        return type == ChannelType.WHATSAPP ? new Phone(identity.value()) : null;
    }

    ChatCustomer writes(String text) {
        return sends(MessageKind.TEXT, text, null);
    }

    /** Taps a button below a quote. */
    ChatCustomer taps(String quote, String button) {
        var payload = "{\"type\":\"button_reply\",\"id\":\"quote:" + quote + ":" + button + "\"}";
        return sends(MessageKind.INTERACTIVE, button, payload);
    }

    /** Taps a button where the agent has the conversation. */
    ChatCustomer tapsWithTheAgent(String quote, String button) {
        return tapsBefore(
                quote,
                button,
                () -> executes("update messaging.conversation set status = 'Pending' where store_id = :store"));
    }

    /** Taps a button, and what happens then happens before anybody looks at the tap. */
    ChatCustomer tapsBefore(String quote, String button, Runnable event) {
        executes("insert into jobs.paused_store (store_id, paused_at) values (:store, now())");
        taps(quote, button);
        event.run();
        executes("delete from jobs.paused_store where store_id = :store");
        jobsAreDue();
        return this;
    }

    private void executes(String sql) {
        stage.backstage().jdbc().sql(sql).param("store", store().value()).update();
    }

    private ChatCustomer sends(MessageKind kind, String text, @Nullable String details) {
        inStore(() -> stage.processing()
                .apply(
                        store(),
                        channel,
                        List.of(new InboundMessage(
                                account,
                                "wamid." + UUID.randomUUID(),
                                new Sender(List.of(identity), "زينب", null),
                                stage.clock().instant(),
                                new InboundContent(kind, text, details, null, List.of())))));
        return this;
    }

    /** Meta tells that this customer has the number of another one by now. */
    void turnsOutToBe(ChatCustomer other) {
        var notice = new InboundMessage(
                account,
                "wamid." + UUID.randomUUID(),
                new Sender(List.of(identity), "زينب", null),
                stage.clock().instant(),
                new InboundContent(MessageKind.SYSTEM, null, null, null, List.of()));
        inStore(() -> stage.processing()
                .apply(store(), channel, List.of(new IdentityChange(notice, List.of(other.identity)))));
    }

    <T> T inStore(Supplier<T> work) {
        return CurrentTenant.in(
                store(),
                () -> Objects.requireNonNull(new TransactionTemplate(stage.transactions()).execute(_ -> work.get())));
    }

    UUID conversation() {
        return stage.backstage()
                .jdbc()
                .sql("select id from messaging.conversation where channel_id = :channel and contact_id = :contact")
                .param("channel", channel)
                .param("contact", contact())
                .query(UUID.class)
                .single();
    }

    UUID contact() {
        return stage.backstage()
                .jdbc()
                .sql("select contact_id from messaging.contact_identity where channel_id = :channel and value = :value")
                .param("channel", channel)
                .param("value", identity.value())
                .query(UUID.class)
                .single();
    }

    ToolContext context() {
        return new ToolContext(
                store(),
                channel,
                conversation(),
                contact(),
                phone(),
                ReplyLanguage.AR,
                stage.clock().instant(),
                UUID.randomUUID());
    }

    /** What comes of a tool that a model calls in this customer's conversation. */
    ToolOutcome calls(String tool, String arguments) {
        return CurrentTenant.in(store(), () -> stage.tools().call(context(), new ToolCall("call_1", tool, arguments)));
    }

    /** What the model is told. */
    JsonNode told(String tool, String arguments) {
        var outcome = calls(tool, arguments);
        if (outcome instanceof ToolOutcome.Told(var json, var _)) {
            return JSON.readTree(json);
        }
        throw new AssertionError(outcome.toString());
    }

    TurnFacts facts(String tool, String arguments) {
        return ((ToolOutcome.Told) calls(tool, arguments)).facts();
    }

    static String cart(String sku, long quantity) {
        return cart(sku, quantity, "الكرادة");
    }

    static String cart(String sku, long quantity, String area) {
        var cart = Api.object()
                .put("provinceCode", "BG")
                .put("areaId", area)
                .put("recipientName", "زينب علي")
                .put("address", "قرب جامع الزوية");
        cart.putArray("items").addObject().put("sku", sku).put("quantity", quantity);
        return cart.toString();
    }

    /** Has a quote made for this customer. */
    AgentQuote quoted(String sku, long quantity) {
        var outcome = calls("quote_cart", cart(sku, quantity));
        var quote = outcome instanceof ToolOutcome.Told(var _, var facts) ? facts.quote() : null;
        if (quote == null) {
            throw new AssertionError(outcome.toString());
        }
        return quote;
    }

    String status() {
        return stage.backstage()
                .jdbc()
                .sql("select status from messaging.conversation where id = :id")
                .param("id", conversation())
                .query(String.class)
                .single();
    }

    /** Whether the inbox has this customer wait for an answer. */
    boolean waits() {
        return stage.backstage()
                .jdbc()
                .sql("select waiting_since is not null from messaging.conversation where id = :id")
                .param("id", conversation())
                .query(Boolean.class)
                .single();
    }

    /** What Meta was asked to send. */
    List<GraphCall> sent() {
        return FakeGraph.shared().calls(account).stream()
                .filter(call -> call.body() != null && !text(call).isEmpty())
                .toList();
    }

    /** The text of the message that was sent as the so manieth, once it is. */
    String hears(int number) {
        return text(until(this::sent, all -> all.size() >= number).get(number - 1));
    }

    /** The quote whose button stands below that message. */
    String offered(int number) {
        var body = Objects.requireNonNull(
                until(this::sent, all -> all.size() >= number).get(number - 1).body());
        var id = type == ChannelType.WHATSAPP
                ? body.at("/interactive/action/buttons/0/reply/id")
                : body.at("/message/quick_replies/0/payload");
        return id.stringValue().split(":", -1)[1];
    }

    private static String text(GraphCall call) {
        var body = Objects.requireNonNull(call.body());
        for (var place : List.of("/text/body", "/interactive/body/text", "/message/text")) {
            if (body.at(place).isString()) {
                return body.at(place).stringValue();
            }
        }
        return "";
    }

    /** The orders of the store. */
    JsonNode orders() {
        return well(shop.shop().key().get(Api.KEYS + "/orders")).data().get("items");
    }

    String state(UUID quote) {
        return stage.backstage()
                .jdbc()
                .sql("select state from agent.quote where id = :id")
                .param("id", quote)
                .query(String.class)
                .single();
    }

    /** The jobs of the store are due now, whatever they wait for: the engine goes by the database's clock. */
    void jobsAreDue() {
        for (var table : List.of("job", "store_due")) {
            stage.backstage()
                    .jdbc()
                    .sql("update jobs." + table + " set due_at = now() where store_id = :store"
                            + ("job".equals(table) ? " and owner is null" : ""))
                    .param("store", store().value())
                    .update();
        }
    }

    /** Until nothing of this kind waits. */
    ChatCustomer worksOff(String kind) {
        until(
                kind + " is done",
                () -> stage.backstage()
                                .jdbc()
                                .sql("select count(*) from jobs.job where store_id = :store and kind = :kind")
                                .param("store", store().value())
                                .param("kind", kind)
                                .query(Long.class)
                                .single()
                        == 0);
        return this;
    }
}
