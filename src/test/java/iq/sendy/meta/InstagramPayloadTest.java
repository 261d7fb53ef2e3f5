package iq.sendy.meta;

import static iq.sendy.meta.MetaFixtures.INSTAGRAM_ID;
import static iq.sendy.meta.MetaFixtures.bytes;
import static iq.sendy.meta.MetaFixtures.event;
import static iq.sendy.meta.MetaFixtures.instagram;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstagramPayloadTest {

    private static final Instant ARRIVED = Instant.parse("2026-11-29T15:00:00Z");
    private static final Identity CUSTOMER = new Identity(IdentityKind.IGSID, "900000000000001");

    private static MetaPayload parse(String body) {
        return MetaPayload.parse(ChannelType.INSTAGRAM, bytes(body), ARRIVED);
    }

    private static InboundItem item(String members) {
        var payload = parse(instagram(INSTAGRAM_ID, event(INSTAGRAM_ID, members)));
        assertThat(payload.unreadable()).isZero();
        assertThat(payload.items()).hasSize(1);
        return payload.items().getFirst();
    }

    private static InboundContent content(String message) {
        return ((InboundMessage) item("\"message\":" + message)).content();
    }

    @Test
    void all_events_of_a_delivery_are_read() {
        var items = parse(MetaFixtures.text("instagram-messages.json")).items();
        assertThat(items).extracting(InboundItem::accountId).containsOnly(INSTAGRAM_ID);
        assertThat(items)
                .extracting(Object::getClass)
                .containsExactly(
                        InboundMessage.class,
                        MessageEcho.class,
                        InboundMessage.class,
                        InboundMessage.class,
                        InboundMessage.class,
                        ReadReceipt.class,
                        MessageReaction.class,
                        MessageDeletion.class);
        var first = (InboundMessage) items.get(0);
        assertThat(first.sender().identities()).containsExactly(CUSTOMER);
        assertThat(first.at()).isEqualTo(Instant.ofEpochMilli(1_795_420_800_500L));
        assertThat(first.content().text()).isEqualTo("چەندە نرخی؟");
        assertThat(((MessageEcho) items.get(1)).recipient()).containsExactly(CUSTOMER);
        assertThat(((MessageEcho) items.get(1)).externalId()).isEqualTo("mid.OUT1");
        var pressed = ((InboundMessage) items.get(2)).content();
        assertThat(pressed)
                .isEqualTo(new InboundContent(MessageKind.POSTBACK, "تتبع", "{\"id\":\"track\"}", null, List.of()));
        assertThat(((InboundMessage) items.get(3)).content().details())
                .isEqualTo("{\"story\":{\"id\":\"1\",\"url\":\"https://cdn.example.test/s\"}}");
        assertThat(((InboundMessage) items.get(4)).content().kind()).isEqualTo(MessageKind.UNSUPPORTED);
        assertThat(((ReadReceipt) items.get(5)).messageId()).isEqualTo("mid.OUT1");
        assertThat(((MessageReaction) items.get(6)).emoji()).isEqualTo("❤");
        assertThat(((MessageDeletion) items.get(7)).messageId()).isEqualTo("mid.IN1");
    }

    @Test
    void slashes_may_be_escaped() {
        var payload = MetaPayload.parse(ChannelType.INSTAGRAM, MetaFixtures.file("instagram-image.json"), ARRIVED);
        var image = ((InboundMessage) payload.items().getFirst()).content();
        assertThat(image.kind()).isEqualTo(MessageKind.IMAGE);
        assertThat(image.media())
                .containsExactly(new MediaReference(null, "https://cdn.example.test/a.jpg?x=1", null, null, null));
    }

    @Test
    void the_shape_of_the_console_is_the_same_event() {
        var payload = parse(MetaFixtures.text("instagram-console.json"));
        var message = (InboundMessage) payload.items().getFirst();
        assertThat(message.accountId()).isEqualTo("0");
        assertThat(message.externalId()).isEqualTo("mid.CONSOLE");
        assertThat(message.at()).isEqualTo(Instant.ofEpochSecond(1_795_420_900));
    }

    @Test
    void comments_of_posts_are_none_of_ours() {
        var payload = parse("""
                {"object":"instagram","entry":[{"id":"1","time":1,"changes":[{"field":"comments","value":\
                {"from":{"id":"2"},"text":"nice"}}]}]}""");
        assertThat(payload).isEqualTo(new MetaPayload(List.of(), 0));
    }

    @Test
    void attachments_have_kinds_and_addresses() {
        assertThat(attached("image").kind()).isEqualTo(MessageKind.IMAGE);
        assertThat(attached("video").kind()).isEqualTo(MessageKind.VIDEO);
        assertThat(attached("audio").kind()).isEqualTo(MessageKind.AUDIO);
        assertThat(attached("file").kind()).isEqualTo(MessageKind.DOCUMENT);
        assertThat(attached("share").kind()).isEqualTo(MessageKind.SHARE);
        assertThat(attached("ig_reel").kind()).isEqualTo(MessageKind.SHARE);
        assertThat(attached("story_mention").kind()).isEqualTo(MessageKind.STORY_MENTION);
        assertThat(attached("story_mention").media()).hasSize(1);
        var unknown = attached("hologram");
        assertThat(unknown.kind()).isEqualTo(MessageKind.UNKNOWN);
        assertThat(unknown.details()).contains("hologram");
        assertThat(unknown.media()).isEmpty();
    }

    private static InboundContent attached(String type) {
        return content(
                "{\"mid\":\"m\",\"attachments\":[{\"type\":\"%s\",\"payload\":{\"url\":\"https://cdn.example.test/a\"}}]}"
                        .formatted(type));
    }

    @Test
    void quick_replies_answers_and_links_are_kept() {
        var quick = content("{\"mid\":\"m\",\"text\":\"Yes\",\"quick_reply\":{\"payload\":\"quote:1:confirm\"}}");
        assertThat(quick.kind()).isEqualTo(MessageKind.INTERACTIVE);
        assertThat(quick.details()).isEqualTo("{\"type\":\"quick_reply\",\"id\":\"quote:1:confirm\"}");
        assertThat(content("{\"mid\":\"m\",\"text\":\"x\",\"reply_to\":{\"mid\":\"mid.OUT1\"}}")
                        .inReplyTo())
                .isEqualTo("mid.OUT1");
        assertThat(content("{\"mid\":\"m\",\"text\":\"x\",\"referral\":{\"product\":{\"id\":\"77\"}}}")
                        .details())
                .isEqualTo("{\"referral\":{\"productId\":\"77\"}}");
    }

    @Test
    void a_link_that_led_here_is_a_message_with_an_id_that_a_repeat_has_again() {
        var members = "\"referral\":{\"ref\":\"spring\",\"source\":\"SHORTLINK\",\"type\":\"OPEN_THREAD\"}";
        var message = (InboundMessage) item(members);
        assertThat(message.content().details()).contains("\"ref\":\"spring\"");
        assertThat(message).isEqualTo(item(members));
        assertThat(message.externalId()).isEqualTo("referral:900000000000001:1795420800500");
    }

    @Test
    void an_edit_has_the_new_text() {
        assertThat(item("\"message_edit\":{\"mid\":\"mid.IN1\",\"text\":\"new\",\"num_edit\":1}"))
                .isEqualTo(new MessageEdit(INSTAGRAM_ID, "mid.IN1", Instant.ofEpochMilli(1_795_420_800_500L), "new"));
    }

    @Test
    void a_reaction_is_taken_off_and_may_lack_its_emoji() {
        assertThat(((MessageReaction) item("\"reaction\":{\"mid\":\"m\",\"action\":\"unreact\"}")).emoji())
                .isNull();
        assertThat(((MessageReaction) item("\"reaction\":{\"mid\":\"m\",\"action\":\"react\",\"reaction\":\"love\"}"))
                        .emoji())
                .isEqualTo("❤");
    }

    @Test
    void a_thread_that_another_app_answers_is_on_standby_in_both_shapes() {
        var event = event(INSTAGRAM_ID, "\"message\":{\"mid\":\"m\",\"text\":\"x\"}");
        for (var body : List.of(
                "{\"object\":\"instagram\",\"entry\":[{\"standby\":[%s],\"id\":\"%s\"}]}"
                        .formatted(event, INSTAGRAM_ID),
                "{\"object\":\"instagram\",\"entry\":[{\"id\":\"%s\",\"changes\":[{\"value\":%s,\"field\":\"standby\"}]}]}"
                        .formatted(INSTAGRAM_ID, event))) {
            assertThat(parse(body).items())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            StandbyMessage.class,
                            standby ->
                                    assertThat(standby.message().externalId()).isEqualTo("m"));
        }
    }

    @Test
    void the_business_is_never_a_customer() {
        var own = """
                {"sender":{"id":"%s"},"recipient":{"id":"900000000000001"},"timestamp":1795420800500,%s}""";
        assertThat(parse(instagram(
                                INSTAGRAM_ID,
                                own.formatted(INSTAGRAM_ID, "\"message\":{\"mid\":\"m\",\"text\":\"x\"}")))
                        .items())
                .singleElement()
                .isInstanceOf(MessageEcho.class);
        for (var members : List.of(
                "\"read\":{\"mid\":\"m\"}",
                "\"reaction\":{\"mid\":\"m\",\"action\":\"react\",\"emoji\":\"❤\"}",
                "\"postback\":{\"mid\":\"m\",\"title\":\"x\"}")) {
            assertThat(parse(instagram(INSTAGRAM_ID, own.formatted(INSTAGRAM_ID, members))))
                    .isEqualTo(new MetaPayload(List.of(), 0));
        }
        assertThat(parse(instagram(INSTAGRAM_ID, """
                                {"sender":{"id":"%1$s"},"recipient":{"id":"%1$s"},"message":{"mid":"m","text":"x"}}""".formatted(INSTAGRAM_ID))))
                .isEqualTo(new MetaPayload(List.of(), 0));
    }

    @Test
    void a_broken_event_costs_its_neighbours_nothing() {
        var good = event(INSTAGRAM_ID, "\"message\":{\"mid\":\"m1\",\"text\":\"x\"}");
        for (var broken : List.of(
                "null",
                "[]",
                "{}",
                "{\"message\":{\"mid\":\"m\"}}",
                "{\"sender\":{\"id\":[]},\"message\":{\"mid\":\"m\",\"text\":\"x\"}}",
                event(INSTAGRAM_ID, "\"message\":{\"text\":\"no mid\"}"),
                event(INSTAGRAM_ID, "\"message_edit\":{\"mid\":\"m\"}"),
                event(INSTAGRAM_ID, "\"reaction\":{}"))) {
            var payload = parse(instagram(INSTAGRAM_ID, good, broken, good));
            assertThat(payload.items()).as(broken).hasSize(2);
            assertThat(payload.unreadable()).as(broken).isOne();
        }
    }
}
