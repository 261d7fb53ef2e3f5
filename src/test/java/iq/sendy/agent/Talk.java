package iq.sendy.agent;

import static iq.sendy.Goods.well;
import static iq.sendy.Waiting.until;

import iq.sendy.Api;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import iq.sendy.fakes.FakeGraph;
import iq.sendy.fakes.FakeModels;
import iq.sendy.fakes.GraphCall;
import iq.sendy.fakes.GraphManner;
import iq.sendy.fakes.ModelCall;
import iq.sendy.fakes.ModelManner;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.InboundProcessing;
import iq.sendy.meta.Identity;
import iq.sendy.meta.IdentityChange;
import iq.sendy.meta.IdentityKind;
import iq.sendy.meta.InboundContent;
import iq.sendy.meta.InboundItem;
import iq.sendy.meta.InboundMessage;
import iq.sendy.meta.MessageKind;
import iq.sendy.meta.Sender;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A customer who writes at a channel where the agent is on, with a model of its own and Meta at the other end. */
final class Talk {

    private static final AtomicLong NUMBERS =
            new AtomicLong(ThreadLocalRandom.current().nextLong(1_000_000_000L));

    private final Shop shop;
    private final Backstage backstage;
    private final InboundProcessing processing;
    private final TransactionTemplate transaction;
    private final String account;
    private final String customer;
    private final UUID channel;
    final String model;

    /** What the stand-ins of a test share. */
    record Stage(Backstage backstage, InboundProcessing processing, PlatformTransactionManager transactions) {}

    private Talk(Shop shop, Stage stage, String account, String model, UUID channel) {
        this.shop = shop;
        this.backstage = stage.backstage();
        this.processing = stage.processing();
        this.transaction = new TransactionTemplate(stage.transactions());
        this.account = account;
        this.model = model;
        this.channel = channel;
        this.customer = "96477" + number(8);
    }

    private static String number(int digits) {
        var number = "0".repeat(digits) + NUMBERS.incrementAndGet();
        return number.substring(number.length() - digits);
    }

    /** At WhatsApp, with a model of OpenAI's wire. */
    static Talk begins(Shop shop, Stage stage) {
        return begins(shop, stage, "openai");
    }

    static Talk begins(Shop shop, Stage stage, String provider) {
        return begins(shop, stage, provider, "m-" + number(13));
    }

    static Talk begins(Shop shop, Stage stage, String provider, String model) {
        var account = "57" + number(13);
        FakeGraph.shared().whatsApp(account, "token-" + account);
        var made = well(shop.owner()
                .post(
                        Api.STAFF + "/social/channels",
                        Api.object()
                                .put("channelType", "WhatsApp")
                                .put("externalAccountId", account)
                                .put("displayName", "واتساب")
                                .put("accessToken", "token-" + account)
                                .put("appSecret", "secret-" + account)
                                .put("aiProviderCode", provider)
                                .put("aiModelCode", model)
                                .put("isAgentEnabled", true)));
        return new Talk(shop, stage, account, model, UUID.fromString(made.data("id")));
    }

    /** Another customer at the same channel. */
    Talk another() {
        return new Talk(
                shop,
                new Stage(backstage, processing, Objects.requireNonNull(transaction.getTransactionManager())),
                account,
                model,
                channel);
    }

    StoreId store() {
        return new StoreId(UUID.fromString(shop.storeId()));
    }

    Shop shop() {
        return shop;
    }

    UUID channel() {
        return channel;
    }

    String customer() {
        return customer;
    }

    /** The customer writes; answers Meta's id of it. */
    String writes(String text) {
        return writes(text, Instant.now());
    }

    String writes(String text, Instant at) {
        return sends(new InboundContent(MessageKind.TEXT, text, null, null, List.of()), at);
    }

    String sends(InboundContent content, Instant at) {
        var id = "wamid." + UUID.randomUUID();
        brings(List.of(new InboundMessage(account, id, sender(), at, content)));
        return id;
    }

    Sender sender() {
        return new Sender(List.of(new Identity(IdentityKind.WA_ID, customer)), "زينب", null);
    }

    InboundMessage message(String id, String text, Instant at) {
        return new InboundMessage(
                account, id, sender(), at, new InboundContent(MessageKind.TEXT, text, null, null, List.of()));
    }

    /** The customer writes, and Meta shows another name of theirs than their number. */
    String writesAs(String bsuid, String text) {
        var id = "wamid." + UUID.randomUUID();
        var unknown = new Sender(List.of(new Identity(IdentityKind.BSUID, bsuid)), null, null);
        brings(List.of(new InboundMessage(
                account,
                id,
                unknown,
                Instant.now(),
                new InboundContent(MessageKind.TEXT, text, null, null, List.of()))));
        return id;
    }

    /** Meta tells that the customer has that name too. */
    void isAlso(String bsuid) {
        var notice = new InboundMessage(
                account,
                "wamid." + UUID.randomUUID(),
                sender(),
                Instant.now(),
                new InboundContent(MessageKind.SYSTEM, null, null, null, List.of()));
        brings(List.of(new IdentityChange(notice, List.of(new Identity(IdentityKind.BSUID, bsuid)))));
    }

    /** Meta brings these, as often as it likes. */
    void brings(List<InboundItem> items) {
        TransientRetry.of(() ->
                CurrentTenant.in(store(), () -> transaction.execute(_ -> processing.apply(store(), channel, items))));
    }

    /** What the model does with its next calls. */
    void meets(ModelManner... manners) {
        FakeModels.shared().next(model, manners);
    }

    List<ModelCall> asked() {
        return FakeModels.shared().calls(model);
    }

    /** What Meta does with the next messages of the channel. */
    void graphMeets(GraphManner... manners) {
        FakeGraph.shared().next(account, manners);
    }

    /** The texts that Meta was given for the customer. */
    List<String> sent() {
        return calls().stream().map(GraphCall::text).toList();
    }

    /** What Meta was asked about the channel, whoever the customer is. */
    List<GraphCall> channelCalls() {
        return FakeGraph.shared().calls(account);
    }

    /** How often the channel's customers were shown that an answer is being written. */
    List<GraphCall> typing() {
        return FakeGraph.shared().typing(account);
    }

    /** What Meta does with the next signs of that. */
    void typingMeets(GraphManner... manners) {
        FakeGraph.shared().nextTyping(account, manners);
    }

    List<GraphCall> calls() {
        return FakeGraph.shared().calls(account).stream()
                .filter(call -> call.body() != null
                        && customer.equals(call.body().path("to").stringValue("")))
                .toList();
    }

    String conversation() {
        return backstage
                .jdbc()
                .sql("""
                        select c.id::text from messaging.conversation as c
                        join messaging.contact_identity as i on i.store_id = c.store_id and i.contact_id = c.contact_id
                        where c.store_id = :store and c.channel_id = :channel and i.value = :customer
                        """)
                .param("store", store().value())
                .param("channel", channel)
                .param("customer", customer)
                .query(String.class)
                .single();
    }

    /** The conversation as the inbox answers it. */
    JsonNode inbox() {
        return well(shop.owner().get(Api.STAFF + "/social/conversations/" + conversation()))
                .data();
    }

    String status() {
        return inbox().get("status").stringValue();
    }

    List<JsonNode> jobs() {
        return inbox().get("jobs").valueStream().toList();
    }

    /** Each job as its state, with the reason where there is one. */
    List<String> states() {
        return jobs().stream()
                .map(job -> job.get("state").stringValue()
                        + (job.get("reason").isNull()
                                ? ""
                                : " " + job.get("reason").stringValue()))
                .toList();
    }

    void settlesAs(String... states) {
        until("its jobs are " + List.of(states), () -> states().equals(List.of(states)));
    }

    List<Map<String, @Nullable Object>> rows(String sql) {
        return backstage.jdbc().sql(sql).param("store", store().value()).query().listOfRows();
    }

    int executes(String sql) {
        return backstage.jdbc().sql(sql).param("store", store().value()).update();
    }

    /** The jobs of the store are due now, whatever they wait for. */
    void jobsAreDue() {
        executes("update agent.ai_message_job set not_before = now() - interval '1 second' where store_id = :store");
        executes("update jobs.job set due_at = now() where store_id = :store and owner is null");
        executes("update jobs.store_due set due_at = now() where store_id = :store");
    }

    /** No job of the store is begun from now on; those that are under way come to their end. */
    void pauses() {
        executes("insert into jobs.paused_store (store_id, paused_at) values (:store, now())");
    }

    /** What waited is begun. */
    void goesOn() {
        executes("delete from jobs.paused_store where store_id = :store");
        jobsAreDue();
    }

    Api.Reply does(String action, Object body) {
        return shop.owner().post(Api.STAFF + "/social/conversations/" + conversation() + action, body);
    }

    Api.Reply does(String action) {
        return does(action, Api.object());
    }
}
