package iq.sendy.dashboard;

import static iq.sendy.Goods.well;

import iq.sendy.Api;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import iq.sendy.fakes.FakeGraph;
import iq.sendy.fakes.GraphCall;
import iq.sendy.fakes.GraphManner;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.InboundProcessing;
import iq.sendy.meta.Identity;
import iq.sendy.meta.IdentityKind;
import iq.sendy.meta.InboundContent;
import iq.sendy.meta.InboundMessage;
import iq.sendy.meta.MediaReference;
import iq.sendy.meta.MessageKind;
import iq.sendy.meta.Sender;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Customers who write to a shop at WhatsApp, where no agent answers, with Meta at the other end. */
final class CustomerChat {

    private static final AtomicLong NUMBERS =
            new AtomicLong(ThreadLocalRandom.current().nextLong(1_000_000_000L));

    private final Shop shop;
    private final Stage stage;
    private final String account = "58" + number(13);
    private final String token = "token-" + account;
    private final UUID channel;

    /** What the stand-ins of a test share. */
    record Stage(Backstage backstage, InboundProcessing processing, PlatformTransactionManager transactions) {}

    CustomerChat(Shop shop, Stage stage) {
        this.shop = shop;
        this.stage = stage;
        FakeGraph.shared().whatsApp(account, token);
        var made = well(shop.owner()
                .post(
                        Api.STAFF + "/social/channels",
                        Api.object()
                                .put("channelType", "WhatsApp")
                                .put("externalAccountId", account)
                                .put("displayName", "واتساب")
                                .put("accessToken", token)
                                .put("appSecret", "secret-" + account)
                                .put("aiProviderCode", "sandbox")
                                .put("aiModelCode", "sandbox-1")
                                .put("isAgentEnabled", false)));
        this.channel = UUID.fromString(made.data("id"));
    }

    private static String number(int digits) {
        var number = "0".repeat(digits) + NUMBERS.incrementAndGet();
        return number.substring(number.length() - digits);
    }

    static String newPhone() {
        return "96477" + number(8);
    }

    /** A customer writes; answers the id of the conversation. */
    String writes(String phone, String name, String text) {
        return writes(phone, name, text, Instant.now());
    }

    String writes(String phone, String name, String text, Instant at) {
        return sends(phone, name, new InboundContent(MessageKind.TEXT, text, null, null, List.of()), at);
    }

    /** A customer sends a picture, a sound or the like. */
    String sends(String phone, String name, MessageKind kind, String type, byte[] bytes) {
        var medium = "m" + number(12);
        FakeGraph.shared().medium(medium, type, bytes, token);
        var reference = new MediaReference(medium, null, type, null, null);
        return sends(phone, name, new InboundContent(kind, null, null, null, List.of(reference)), Instant.now());
    }

    private String sends(String phone, String name, InboundContent content, Instant at) {
        var sender = new Sender(List.of(new Identity(IdentityKind.WA_ID, phone)), name, null);
        var message = new InboundMessage(account, "wamid." + UUID.randomUUID(), sender, at, content);
        CurrentTenant.in(
                store(),
                () -> new TransactionTemplate(stage.transactions())
                        .execute(_ -> stage.processing().apply(store(), channel, List.of(message))));
        return stage.backstage()
                .jdbc()
                .sql("""
                        select c.id::text from messaging.conversation as c
                        join messaging.contact_identity as i on i.store_id = c.store_id and i.contact_id = c.contact_id
                        where c.store_id = :store and i.value = :phone
                        """)
                .param("store", store().value())
                .param("phone", phone)
                .query(String.class)
                .single();
    }

    /** From now on an agent answers who writes. */
    void isAnsweredByAgent() {
        well(shop.owner()
                .post(
                        Api.STAFF + "/social/channels/" + channel + "/toggle-agent",
                        Api.object().put("enabled", true)));
    }

    /** The agent has drafted an answer to what was said; answers the id of its job. */
    String drafted(String conversation, String text) {
        var id = UUID.randomUUID();
        stage.backstage()
                .jdbc()
                .sql("""
                        insert into agent.ai_message_job (store_id, id, conversation_id, channel_id, trigger_message_id,
                            trigger_number, state, reason, attempts, not_before, burst_began_at, input_tokens, output_tokens,
                            reply, reply_content, reply_language, created_at, updated_at, finished_at)
                        select m.store_id, :id, m.conversation_id, m.channel_id, m.id, m.number, 'HandedOff', 'draft', 1, now(),
                            now(), 900, 40, :text, :content::jsonb, 'ar', now(), now(), now()
                        from messaging.message as m where m.store_id = :store and m.conversation_id = :conversation
                        order by m.number desc limit 1
                        """)
                .param("store", store().value())
                .param("id", id)
                .param("conversation", UUID.fromString(conversation))
                .param("text", text)
                .param("content", "{\"parts\":[\"" + text + "\"],\"buttons\":[]}")
                .update();
        return id.toString();
    }

    /** As if the customer had written last before that. */
    void windowEnds(String conversation, Instant at) {
        stage.backstage()
                .jdbc()
                .sql("update messaging.conversation set window_expires_at = :at::timestamptz where id = :id")
                .param("at", at.toString())
                .param("id", UUID.fromString(conversation))
                .update();
    }

    /** As if the customer had written at Instagram. */
    void wasOnInstagram(String conversation) {
        stage.backstage()
                .jdbc()
                .sql("update messaging.conversation set channel_type = 'Instagram' where id = :id")
                .param("id", UUID.fromString(conversation))
                .update();
    }

    /** What Meta does with the next messages of the channel. */
    void meets(GraphManner... manners) {
        FakeGraph.shared().next(account, manners);
    }

    /** The texts that Meta was given. */
    List<String> sent() {
        return FakeGraph.shared().calls(account).stream().map(GraphCall::text).toList();
    }

    /** Where the pictures lie that the customers were sent. */
    List<String> pictures() {
        return said("/image/link");
    }

    /** What Meta was told at a place of its messages, in those that have it. */
    List<String> said(String place) {
        return FakeGraph.shared().calls(account).stream()
                .map(GraphCall::body)
                .filter(Objects::nonNull)
                .map(body -> body.at(place))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .toList();
    }

    private StoreId store() {
        return new StoreId(UUID.fromString(shop.storeId()));
    }
}
