package iq.sendy.meta;

import static iq.sendy.meta.MetaFixtures.PHONE_NUMBER_ID;
import static iq.sendy.meta.MetaFixtures.bytes;
import static iq.sendy.meta.MetaFixtures.entry;
import static iq.sendy.meta.MetaFixtures.message;
import static iq.sendy.meta.MetaFixtures.messages;
import static iq.sendy.meta.MetaFixtures.statuses;
import static iq.sendy.meta.MetaFixtures.textMessage;
import static iq.sendy.meta.MetaFixtures.value;
import static iq.sendy.meta.MetaFixtures.whatsApp;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WhatsAppPayloadTest {

    private static final Instant ARRIVED = Instant.parse("2026-11-29T15:00:00Z");
    private static final Identity PHONE = new Identity(IdentityKind.WA_ID, "9647701234567");
    private static final Identity USER = new Identity(IdentityKind.BSUID, "IQ.7788990011223344");

    private static MetaPayload parse(String body) {
        return MetaPayload.parse(ChannelType.WHATSAPP, bytes(body), ARRIVED);
    }

    private static InboundItem single(String body) {
        var payload = parse(body);
        assertThat(payload.unreadable()).isZero();
        assertThat(payload.items()).hasSize(1);
        return payload.items().getFirst();
    }

    private static InboundMessage one(String object) {
        return (InboundMessage) item(object);
    }

    private static InboundItem item(String object) {
        return single(whatsApp(entry(messages(PHONE_NUMBER_ID, message("wamid.1", object)))));
    }

    private static List<String> fixtures() {
        return MetaFixtures.lines("whatsapp-messages.jsonl");
    }

    @Test
    void a_text_is_read_with_its_sender_its_time_and_its_account() {
        var payload = MetaPayload.parse(ChannelType.WHATSAPP, MetaFixtures.file("whatsapp-text.json"), ARRIVED);
        assertThat(payload)
                .isEqualTo(new MetaPayload(
                        List.of(new InboundMessage(
                                PHONE_NUMBER_ID,
                                "wamid.TEST0001",
                                new Sender(List.of(PHONE), "زينب", null),
                                Instant.ofEpochSecond(1_795_420_800),
                                new InboundContent(MessageKind.TEXT, "شلون السعر؟", null, null, List.of()))),
                        0));
    }

    @Test
    void somebody_without_a_phone_is_a_sender_all_the_same() {
        var message = (InboundMessage) single(whatsApp(entry(MetaFixtures.text("whatsapp-bsuid-value.json"))));
        assertThat(message.sender()).isEqualTo(new Sender(List.of(USER), "زينب", "zainab.flora"));
        assertThat(message.content().text()).isEqualTo("وين صار طلبي؟");
    }

    @Test
    void all_names_of_a_sender_are_read() {
        assertThat(one("{\"type\":\"text\",\"text\":{\"body\":\"x\"}}").sender())
                .isEqualTo(new Sender(List.of(PHONE, USER), "زينب", null));
    }

    @Test
    void media_are_named_by_their_ids() {
        var image = one(fixtures().get(0)).content();
        assertThat(image)
                .isEqualTo(new InboundContent(
                        MessageKind.IMAGE,
                        "نفس هذا متوفر؟",
                        null,
                        null,
                        List.of(new MediaReference("600000000000011", null, "image/jpeg", "q1Zb0mVd3nQ=", null))));
        var audio = one(fixtures().get(1)).content();
        assertThat(audio.kind()).isEqualTo(MessageKind.AUDIO);
        assertThat(audio.details()).isEqualTo("{\"voice\":true}");
        assertThat(audio.media().getFirst().mimeType()).isEqualTo("audio/ogg; codecs=opus");
        assertThat(one(fixtures().get(2)).content().kind()).isEqualTo(MessageKind.VIDEO);
        var document = one(fixtures().get(3)).content();
        assertThat(document.kind()).isEqualTo(MessageKind.DOCUMENT);
        assertThat(document.media().getFirst().fileName()).isEqualTo("wasl.pdf");
        var sticker = one(fixtures().get(4)).content();
        assertThat(sticker.kind()).isEqualTo(MessageKind.STICKER);
        assertThat(sticker.details()).isNull();
    }

    @Test
    void a_place_has_degrees_as_numbers_however_they_were_sent() {
        var expected = "\"latitude\":33.3152,\"longitude\":44.3661";
        assertThat(one(fixtures().get(5)).content().details()).contains(expected, "بيتي", "الكرادة");
        assertThat(one("{\"type\":\"location\",\"location\":{\"latitude\":\"33.3152\",\"longitude\":\"44.3661\"}}")
                        .content()
                        .details())
                .isEqualTo("{" + expected + "}");
        assertThat(one("{\"type\":\"location\",\"location\":{\"latitude\":\"NaN\",\"longitude\":1e999999999}}")
                        .content()
                        .details())
                .isNull();
    }

    @Test
    void a_card_that_was_asked_for_proves_its_phone_and_another_does_not() {
        var shared = (PhoneShared) item(fixtures().get(6));
        assertThat(shared.phone()).isEqualTo("9647701234567");
        assertThat(shared.message().content().kind()).isEqualTo(MessageKind.CONTACTS);
        assertThat(shared.message().content().details()).contains("زينب علي", "\"waId\":\"9647701234567\"");
        assertThat(one(fixtures().get(6).replace("contact_request", "other"))
                        .content()
                        .kind())
                .isEqualTo(MessageKind.CONTACTS);
    }

    @Test
    void answers_to_buttons_and_lists_have_a_title_and_an_id() {
        var button = one(fixtures().get(7)).content();
        assertThat(button.text()).isEqualTo("تأكيد الطلب");
        assertThat(button.inReplyTo()).isEqualTo("wamid.OUT77");
        assertThat(button.details()).contains("\"type\":\"button_reply\"", "\"id\":\"quote:01J9Z3:confirm\"");
        var list = one(fixtures().get(8)).content();
        assertThat(list.kind()).isEqualTo(MessageKind.INTERACTIVE);
        assertThat(list.text()).isEqualTo("باقة 12 وردة");
        assertThat(list.details()).contains("\"description\":\"متوفر\"");
        var template = one(fixtures().get(9)).content();
        assertThat(template)
                .isEqualTo(new InboundContent(
                        MessageKind.BUTTON, "تتبع الطلب", "{\"id\":\"track:ORD-1042\"}", "wamid.TPL1", List.of()));
    }

    @Test
    void a_reaction_is_set_and_taken_off() {
        var set = (MessageReaction) item(fixtures().get(10));
        assertThat(set.messageId()).isEqualTo("wamid.OUT77");
        assertThat(set.emoji()).isEqualTo("❤️");
        assertThat(((MessageReaction) item(fixtures().get(11))).emoji()).isNull();
    }

    @Test
    void an_order_of_the_catalogue_is_kept_as_the_customer_saw_it() {
        var order = one(fixtures().get(12)).content();
        assertThat(order.kind()).isEqualTo(MessageKind.ORDER);
        assertThat(order.text()).isEqualTo("توصيل اليوم");
        assertThat(order.details())
                .contains(
                        "\"catalogId\":\"800000000000001\"", "\"productRetailerId\":\"ROSE-12\"", "\"quantity\":\"2\"");
    }

    @Test
    void a_new_number_names_the_old_and_the_new() {
        var change = (IdentityChange) item(fixtures().get(13));
        assertThat(change.message().sender().identities()).containsExactly(PHONE, USER);
        assertThat(change.now())
                .containsExactly(
                        new Identity(IdentityKind.WA_ID, "9647709999999"), new Identity(IdentityKind.BSUID, "IQ.5566"));
        assertThat(change.message().content().kind()).isEqualTo(MessageKind.SYSTEM);
    }

    @Test
    void what_whatsapp_does_not_hand_on_is_shown_as_such() {
        var unsupported = one(fixtures().get(14)).content();
        assertThat(unsupported.kind()).isEqualTo(MessageKind.UNSUPPORTED);
        assertThat(unsupported.details()).contains("\"type\":\"poll\"", "131051");
    }

    @Test
    void a_type_that_nobody_knows_is_kept_as_it_came() {
        var unknown = one("{\"type\":\"hologram\",\"hologram\":{\"depth\":3}}").content();
        assertThat(unknown.kind()).isEqualTo(MessageKind.UNKNOWN);
        assertThat(unknown.text()).isNull();
        assertThat(unknown.details()).contains("\"hologram\":{\"depth\":3}");
    }

    @Test
    void an_edit_and_a_withdrawal_name_the_message() {
        assertThat(item("""
                {"type":"edit","edit":{"original_message_id":"wamid.9","message":{"type":"text","text":{"body":"new"}}}}"""))
                .isEqualTo(new MessageEdit(PHONE_NUMBER_ID, "wamid.9", Instant.ofEpochSecond(1_795_420_900), "new"));
        assertThat(item("{\"type\":\"revoke\",\"revoke\":{\"original_message_id\":\"wamid.9\"}}"))
                .isEqualTo(new MessageDeletion(PHONE_NUMBER_ID, "wamid.9", Instant.ofEpochSecond(1_795_420_900)));
    }

    @Test
    void statuses_keep_their_order_their_price_and_why_they_failed() {
        var payload = parse(whatsApp(entry(statuses(
                PHONE_NUMBER_ID, MetaFixtures.lines("whatsapp-statuses.jsonl").toArray(String[]::new)))));
        assertThat(payload.items())
                .extracting(item -> ((StatusUpdate) item).status())
                .containsExactly("sent", "read", "delivered", "failed");
        var sent = (StatusUpdate) payload.items().getFirst();
        assertThat(sent.callbackData()).isEqualTo("01JD0SENDY0001");
        assertThat(sent.pricing()).contains("\"billable\":true", "\"category\":\"service\"");
        assertThat(((StatusUpdate) payload.items().getLast()).errors())
                .containsExactly(new MetaTrouble("131047", "Re-engagement message", "more than 24 hours"));
    }

    @Test
    void trouble_of_the_account_has_no_message() {
        assertThat(single(whatsApp(
                        entry(value(PHONE_NUMBER_ID, "\"errors\":[{\"code\":131031,\"title\":\"Account locked\"}]")))))
                .isEqualTo(new AccountTrouble(
                        PHONE_NUMBER_ID, List.of(new MetaTrouble("131031", "Account locked", null))));
    }

    @Test
    void what_was_written_in_the_phone_app_is_an_echo() {
        var echo = (MessageEcho) single(whatsApp(entry(value(PHONE_NUMBER_ID, """
                "message_echoes":[{"from":"9647800000001","to":"9647701234567","id":"wamid.E1","timestamp":"1795420900",\
                "type":"text","text":{"body":"موجود"}}]"""))));
        assertThat(echo.recipient()).containsExactly(PHONE);
        assertThat(echo.content().text()).isEqualTo("موجود");
    }

    @Test
    void a_batch_gives_all_its_items_messages_first() {
        var payload = parse(MetaFixtures.batch(PHONE_NUMBER_ID, "500000000000002"));
        assertThat(payload.unreadable()).isZero();
        assertThat(payload.items())
                .extracting(item -> item instanceof InboundMessage message ? message.externalId() : item.accountId())
                .containsExactly("wamid.B1", "wamid.B2", "wamid.B3", "wamid.B1", "wamid.B4", PHONE_NUMBER_ID);
        assertThat(payload.items().get(4).accountId()).isEqualTo("500000000000002");
        assertThat(payload.items().getLast()).isInstanceOf(StatusUpdate.class);
    }

    @Test
    void the_order_of_members_does_not_matter() {
        assertThat(parse("""
                {"entry":[{"changes":[{"value":{"messages":[{"text":{"body":"x"},"type":"text","timestamp":1795420900,\
                "id":"wamid.1","from":"9647701234567"}],"contacts":[{"wa_id":"9647701234567","profile":{"name":"Z"}}],\
                "metadata":{"phone_number_id":500000000000001}},"field":"messages"}]}],"object":"whatsapp_business_account"}""").items())
                .containsExactly(new InboundMessage(
                        PHONE_NUMBER_ID,
                        "wamid.1",
                        new Sender(List.of(PHONE), "Z", null),
                        Instant.ofEpochSecond(1_795_420_900),
                        new InboundContent(MessageKind.TEXT, "x", null, null, List.of())));
    }

    @Test
    void a_broken_item_costs_its_neighbours_nothing() {
        for (var broken : List.of(
                "null",
                "7",
                "[]",
                "\"text\"",
                "{}",
                "{\"id\":\"wamid.X\"}",
                "{\"id\":{},\"from\":[],\"type\":{},\"timestamp\":[]}",
                "{\"from\":\"9647701234567\",\"type\":\"text\",\"text\":{\"body\":\"no id\"}}",
                "{\"from\":\"nobody\",\"id\":\"wamid.X\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}",
                "[".repeat(900) + "]".repeat(900),
                "{\"id\":\"" + "x".repeat(10_000) + "\",\"from\":\"9647701234567\"}",
                message("wamid.X", "{\"type\":\"reaction\",\"reaction\":[]}"))) {
            var payload = parse(whatsApp(entry(messages(
                    PHONE_NUMBER_ID, textMessage("wamid.1", "before"), broken, textMessage("wamid.2", "after")))));
            assertThat(payload.unreadable()).as(broken).isOne();
            assertThat(payload.items())
                    .as(broken)
                    .extracting(item -> ((InboundMessage) item).externalId())
                    .containsExactly("wamid.1", "wamid.2");
        }
    }

    @Test
    void wrong_types_around_the_items_cost_no_other_entry() {
        for (var broken : List.of(
                "null",
                "1",
                "[]",
                "{\"changes\":7}",
                "{\"changes\":[7,{\"value\":[]}]}",
                "{\"changes\":[{\"value\":{\"messages\":{}}}]}")) {
            assertThat(parse(whatsApp(broken, entry(messages(PHONE_NUMBER_ID, textMessage("wamid.1", "x")))))
                            .items())
                    .as(broken)
                    .hasSize(1);
        }
    }

    @Test
    void what_is_no_json_or_another_object_has_nothing() {
        for (var body : List.of("", "{", "[]", "7", "x", "{}{}", "{\"object\":\"page\",\"entry\":[]}", "\u0000")) {
            assertThat(parse(body).items()).as(body).isEmpty();
            assertThat(MetaPayload.accounts(ChannelType.WHATSAPP, bytes(body)))
                    .as(body)
                    .isEmpty();
        }
        var text = MetaFixtures.file("whatsapp-text.json");
        assertThat(MetaPayload.accounts(ChannelType.INSTAGRAM, text)).isEmpty();
        assertThat(MetaPayload.accounts(ChannelType.WHATSAPP, text))
                .hasValueSatisfying(accounts -> assertThat(accounts).containsExactly(PHONE_NUMBER_ID));
    }

    @Test
    void text_is_cleaned_and_cut_and_never_refused() {
        assertThat(one("{\"type\":\"text\",\"text\":{\"body\":\" \\u202Eabc\\u0000\\u0007\\r\\nd\\uD800 \"}}")
                        .content()
                        .text())
                .isEqualTo("abc\uFFFD\nd\uFFFD");
        assertThat(one("{\"type\":\"text\",\"text\":{\"body\":\"\\u202E\\u200B\"}}")
                        .content()
                        .text())
                .isNull();
        assertThat(one("{\"type\":\"text\",\"text\":{\"body\":\"" + "س".repeat(1_000_000) + "\"}}")
                        .content()
                        .text())
                .hasSize(10_000);
    }

    @Test
    void times_are_read_in_all_their_forms_and_never_from_the_future() {
        assertThat(at("\"1795420800\"")).isEqualTo(Instant.ofEpochSecond(1_795_420_800));
        assertThat(at("1795420800")).isEqualTo(Instant.ofEpochSecond(1_795_420_800));
        assertThat(at("1795420800123")).isEqualTo(Instant.ofEpochMilli(1_795_420_800_123L));
        assertThat(at("\"1795420800123\"")).isEqualTo(Instant.ofEpochMilli(1_795_420_800_123L));
        for (var none : List.of("null", "{}", "\"soon\"", "-1", "1.5", "99999999999999999999", "9999999999")) {
            assertThat(at(none)).as(none).isEqualTo(ARRIVED);
        }
    }

    private static Instant at(String stamp) {
        var message = textMessage("wamid.1", "x").replace("\"1795420900\"", stamp);
        return ((InboundMessage) single(whatsApp(entry(messages(PHONE_NUMBER_ID, message))))).at();
    }

    @Test
    void a_body_that_is_all_brackets_costs_no_more_than_its_length() {
        var empty = "{},".repeat(1_300_000);
        var payload = parse(
                whatsApp(entry(value(PHONE_NUMBER_ID, "\"messages\":[" + empty + textMessage("wamid.1", "x") + "]"))));
        assertThat(payload.unreadable()).isGreaterThan(1_000_000);
        assertThat(parse("[".repeat(2_000_000) + "]".repeat(2_000_000)).items()).isEmpty();
    }

    @Test
    void a_thousand_messages_at_once_are_a_thousand() {
        var many = IntStream.range(0, 1_000)
                .mapToObj(number -> textMessage("wamid." + number, "x"))
                .toArray(String[]::new);
        assertThat(parse(whatsApp(entry(messages(PHONE_NUMBER_ID, many)))).items())
                .hasSize(1_000);
    }

    @Test
    void letters_may_come_as_they_are() {
        var raw = new String(MetaFixtures.file("whatsapp-text.json"), StandardCharsets.UTF_8)
                .replace("\\u0632\\u064a\\u0646\\u0628", "زينب");
        assertThat(((InboundMessage) single(raw)).sender().name()).isEqualTo("زينب");
    }
}
