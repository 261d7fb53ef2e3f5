package iq.sendy.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iq.sendy.Scenario;
import iq.sendy.fakes.FakeGraph;
import iq.sendy.fakes.GraphCall;
import iq.sendy.fakes.GraphManner;
import iq.sendy.meta.SendOutcome.Accepted;
import iq.sendy.meta.SendOutcome.NotSent;
import iq.sendy.meta.SendOutcome.Refused;
import iq.sendy.meta.SendOutcome.Unconfirmed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Meta is asked, to the letter of its wire, and what every kind of answer and of silence means. */
@Scenario
class GraphTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String NUMBER = "500000000000031";
    private static final String ACCOUNT = "17841400000000031";
    private static final String PAGE = "110000000000031";
    private static final String ELSEWHERE = "elsewhere-of-graph-test";
    private static final Set<String> OWN = Set.of(NUMBER, ACCOUNT, PAGE, "110000000000039", ELSEWHERE);
    private static final String TOKEN = "EAAG-a-token-that-is-in-no-log";
    private static final GraphAccount WHATSAPP = GraphAccount.whatsApp(NUMBER, TOKEN);
    private static final GraphAccount INSTAGRAM = GraphAccount.instagram(InstagramLogin.INSTAGRAM, ACCOUNT, TOKEN);
    private static final GraphAccount BY_FACEBOOK = GraphAccount.instagram(InstagramLogin.FACEBOOK, PAGE, TOKEN);
    private static final MessageRecipient PHONE = new MessageRecipient(IdentityKind.WA_ID, "9647701234567");
    private static final MessageRecipient BSUID = new MessageRecipient(IdentityKind.BSUID, "IQ.7788990011223344");
    private static final MessageRecipient IGSID = new MessageRecipient(IdentityKind.IGSID, "900000000000001");
    private static final OutboundText TEXT = new OutboundText("سعر الباقة 25,000 د.ع");

    private final FakeGraph meta = FakeGraph.shared();

    @Autowired
    Graph graph;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void known() {
        meta.reset();
        meta.whatsApp(NUMBER, TOKEN);
        meta.instagram(ACCOUNT, TOKEN);
        meta.page(PAGE, TOKEN);
    }

    @AfterEach
    void forgotten() {
        meta.reset();
    }

    @Test
    void a_text_by_whatsapp_is_that_of_the_notes() {
        assertThat(graph.send(WHATSAPP, PHONE, TEXT, "01JD0SENDY0001"))
                .isInstanceOfSatisfying(
                        Accepted.class,
                        accepted -> assertThat(accepted.externalId()).startsWith("wamid."));

        assertThat(calls()).singleElement().satisfies(call -> {
            assertThat(call.host()).isEqualTo("facebook");
            assertThat(call.version()).isEqualTo("v26.0");
            assertThat(call.path()).isEqualTo("/" + NUMBER + "/messages");
            assertThat(call.query()).isEmpty();
            assertThat(call.token()).isEqualTo(TOKEN);
        });
        assertThat(asked()).isEqualTo(JSON.readTree("""
                {"messaging_product":"whatsapp","recipient_type":"individual","to":"9647701234567","type":"text",\
                "text":{"body":"سعر الباقة 25,000 د.ع","preview_url":false},"biz_opaque_callback_data":"01JD0SENDY0001"}"""));
    }

    @Test
    void whoever_has_no_phone_is_a_recipient_and_is_asked_for_one() {
        graph.send(WHATSAPP, BSUID, new ContactRequest("شارك رقمك حتى نتابع طلبك"), null);

        assertThat(asked()).isEqualTo(JSON.readTree("""
                {"messaging_product":"whatsapp","recipient":"IQ.7788990011223344","type":"interactive","interactive":\
                {"type":"request_contact_info","body":{"text":"شارك رقمك حتى نتابع طلبك"},\
                "action":{"name":"request_contact_info"}}}"""));
    }

    @Test
    void buttons_are_those_of_the_notes() {
        var buttons = new OutboundButtons(
                "المجموع 55,000 د.ع مع التوصيل. نأكد؟",
                List.of(
                        new ReplyButton("quote:01J9Z3:confirm", "تأكيد الطلب"),
                        new ReplyButton("quote:01J9Z3:edit", "تعديل"),
                        new ReplyButton("handoff", "موظف")));

        assertThat(graph.send(WHATSAPP, PHONE, buttons, null)).isInstanceOf(Accepted.class);

        assertThat(asked()).isEqualTo(JSON.readTree("""
                {"messaging_product":"whatsapp","to":"9647701234567","type":"interactive","interactive":{"type":"button",\
                "body":{"text":"المجموع 55,000 د.ع مع التوصيل. نأكد؟"},"action":{"buttons":[\
                {"type":"reply","reply":{"id":"quote:01J9Z3:confirm","title":"تأكيد الطلب"}},\
                {"type":"reply","reply":{"id":"quote:01J9Z3:edit","title":"تعديل"}},\
                {"type":"reply","reply":{"id":"handoff","title":"موظف"}}]}}}"""));
    }

    @Test
    void that_a_message_was_read_and_an_answer_is_written_is_said_in_one_call() {
        assertThat(graph.showTyping(WHATSAPP, PHONE, "wamid.TEST0001")).isEqualTo(new Accepted("wamid.TEST0001"));

        assertThat(asked()).isEqualTo(JSON.readTree("""
                {"messaging_product":"whatsapp","status":"read","message_id":"wamid.TEST0001",\
                "typing_indicator":{"type":"text"}}"""));
    }

    @Test
    void that_a_message_was_read_is_said_to_both() {
        assertThat(graph.markRead(WHATSAPP, PHONE, "wamid.TEST0001")).isEqualTo(new Accepted("wamid.TEST0001"));
        assertThat(asked()).isEqualTo(JSON.readTree("""
                {"messaging_product":"whatsapp","status":"read","message_id":"wamid.TEST0001"}"""));

        assertThat(graph.markRead(INSTAGRAM, IGSID, "mid.IN1")).isEqualTo(new Accepted("mid.IN1"));
        assertThat(asked()).isEqualTo(JSON.readTree("""
                {"recipient":{"id":"900000000000001"},"sender_action":"mark_seen"}"""));
    }

    @ParameterizedTest
    @CsvSource({
        "IMAGE, image, caption, ",
        "VIDEO, video, caption, ",
        "DOCUMENT, document, caption, filename",
        "AUDIO, audio, , ",
    })
    void media_by_whatsapp_are_links_or_what_was_uploaded(
            MessageKind kind, String type, @Nullable String caption, @Nullable String fileName) {
        var linked = new OutboundMedia(kind, "https://cdn.example.test/a", null, "وصلك", "wasl.pdf");
        assertThat(graph.send(WHATSAPP, PHONE, linked, "01JD0SENDY0001")).isInstanceOf(Accepted.class);
        var said = asked();
        assertThat(said.path("type").stringValue()).isEqualTo(type);
        assertThat(said.path(type).path("link").stringValue()).isEqualTo("https://cdn.example.test/a");
        assertThat(said.path(type).has("caption")).isEqualTo(caption != null);
        assertThat(said.path(type).has("filename")).isEqualTo(fileName != null);

        var uploaded = new OutboundMedia(kind, null, "600000000000099", null, null);
        assertThat(graph.send(WHATSAPP, BSUID, uploaded, null)).isInstanceOf(Accepted.class);
        assertThat(asked().path(type)).isEqualTo(JSON.readTree("{\"id\":\"600000000000099\"}"));
    }

    @Test
    void a_text_by_instagram_goes_to_the_host_of_its_login() {
        var text = new OutboundText("25,000");
        assertThat(graph.send(INSTAGRAM, IGSID, text, null))
                .isInstanceOfSatisfying(
                        Accepted.class,
                        accepted -> assertThat(accepted.externalId()).startsWith("mid."));
        assertThat(graph.send(BY_FACEBOOK, IGSID, text, null)).isInstanceOf(Accepted.class);
        var byToken = GraphAccount.instagram(InstagramLogin.FACEBOOK, "me", "another-token");
        meta.page("110000000000039", "another-token");
        assertThat(graph.send(byToken, IGSID, text, null)).isInstanceOf(Accepted.class);

        assertThat(calls()).extracting(GraphCall::host).containsExactly("instagram", "facebook", "facebook");
        assertThat(calls()).extracting(GraphCall::version).containsOnly("v26.0");
        assertThat(calls())
                .extracting(GraphCall::path)
                .containsExactly("/" + ACCOUNT + "/messages", "/" + PAGE + "/messages", "/110000000000039/messages");
        assertThat(asked()).isEqualTo(JSON.readTree("""
                {"recipient":{"id":"900000000000001"},"message":{"text":"25,000"}}"""));
    }

    @Test
    void media_by_instagram_are_links() {
        assertThat(graph.send(
                        INSTAGRAM,
                        IGSID,
                        OutboundMedia.linked(MessageKind.IMAGE, "https://cdn.example.test/a.jpg", null),
                        null))
                .isInstanceOf(Accepted.class);
        assertThat(asked()).isEqualTo(JSON.readTree("""
                {"recipient":{"id":"900000000000001"},"message":{"attachment":\
                {"type":"image","payload":{"url":"https://cdn.example.test/a.jpg"}}}}"""));

        graph.send(
                INSTAGRAM,
                IGSID,
                OutboundMedia.linked(MessageKind.DOCUMENT, "https://cdn.example.test/a.pdf", null),
                null);
        assertThat(asked().at("/message/attachment/type").stringValue()).isEqualTo("file");
    }

    @Test
    void a_name_of_the_other_service_is_a_mistake_and_never_sent() {
        assertThatThrownBy(() -> graph.send(WHATSAPP, IGSID, TEXT, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> graph.send(INSTAGRAM, PHONE, TEXT, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> graph.send(WHATSAPP, PHONE, TEXT, "x".repeat(513)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(calls()).isEmpty();
    }

    @Test
    void nobody_waits_for_meta_inside_a_transaction() {
        var transaction = new TransactionTemplate(transactions);

        assertThatThrownBy(() -> transaction.execute(_ -> graph.send(WHATSAPP, PHONE, TEXT, null)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(calls()).isEmpty();
    }

    @Test
    void a_refusal_is_what_meta_says_and_nothing_was_sent() {
        meta.next(NUMBER, GraphManner.answers(400, """
                {"error":{"message":"(#131056) pair rate limit hit","type":"OAuthException","code":131056,"error_data":\
                {"messaging_product":"whatsapp","details":"too many messages to the same number"},\
                "fbtrace_id":"AbCdEf123"}}""", "Retry-After: 7"));
        assertThat(graph.send(WHATSAPP, PHONE, TEXT, null))
                .isEqualTo(new Refused(new GraphError(
                        "131056",
                        null,
                        GraphErrorClass.CONVERSATION_LIMIT,
                        "too many messages to the same number",
                        Duration.ofSeconds(7))));

        meta.next(NUMBER, GraphManner.answers(401, """
                {"error":{"message":"Error validating access token: Session has expired","type":"OAuthException",\
                "code":190,"error_subcode":463,"fbtrace_id":"AbCdEf124"}}"""));
        assertThat(graph.send(WHATSAPP, PHONE, TEXT, null))
                .isEqualTo(new Refused(new GraphError(
                        "190",
                        "463",
                        GraphErrorClass.CHANNEL_AUTH,
                        "Error validating access token: Session has expired",
                        null)));

        meta.next(ACCOUNT, GraphManner.answers(403, """
                {"error":{"message":"This message is sent outside of allowed window.","type":"IGApiException",\
                "code":10,"error_subcode":2534022,"fbtrace_id":"A9"}}"""));
        assertThat(graph.send(INSTAGRAM, IGSID, TEXT, null))
                .isEqualTo(new Refused(new GraphError(
                        "10",
                        "2534022",
                        GraphErrorClass.WINDOW_CLOSED,
                        "This message is sent outside of allowed window.",
                        null)));
    }

    @Test
    void a_refusal_counts_by_its_code_and_not_by_its_status() {
        meta.next(NUMBER, GraphManner.refuses(200, 131047, "Re-engagement message"));
        assertThat(refused()).satisfies(error -> {
            assertThat(error.code()).isEqualTo("131047");
            assertThat(error.errorClass()).isEqualTo(GraphErrorClass.WINDOW_CLOSED);
        });
        meta.next(NUMBER, GraphManner.answers(400, "{\"error\":{\"code\":\"131047\"}}"));
        assertThat(refused().errorClass()).isEqualTo(GraphErrorClass.WINDOW_CLOSED);
    }

    @ParameterizedTest
    @CsvSource({"400, TRANSIENT", "404, TRANSIENT", "429, CHANNEL_LIMIT", "302, TRANSIENT"})
    void a_refusal_without_words_of_meta_is_known_by_its_status(int status, GraphErrorClass errorClass) {
        meta.next(NUMBER, GraphManner.fails(status), GraphManner.answers(status, "{\"error\":\"no\"}"));

        for (var time = 0; time < 2; time++) {
            assertThat(refused()).satisfies(error -> {
                assertThat(error.code()).isEqualTo("http." + status);
                assertThat(error.errorClass()).isEqualTo(errorClass);
            });
        }
    }

    @Test
    void a_redirect_is_not_followed_and_shows_nobody_the_token() {
        meta.next(NUMBER, GraphManner.answers(307, "", "Location: " + meta.cdn(ELSEWHERE)));

        assertThat(refused().code()).isEqualTo("http.307");
        assertThat(calls()).hasSize(1);
    }

    @Test
    void what_was_refused_a_connection_was_not_sent() {
        meta.refusesConnections();

        assertThat(graph.send(WHATSAPP, PHONE, TEXT, null)).isInstanceOf(NotSent.class);
        meta.listensAgain();
        assertThat(graph.send(WHATSAPP, PHONE, TEXT, null)).isInstanceOf(Accepted.class);
        assertThat(calls()).hasSize(1);
    }

    static Map<String, GraphManner> ambiguous() {
        return Map.of(
                "resets after the request", GraphManner.resets(),
                "an answer cut off", GraphManner.cutsItsAnswer(),
                "trouble of Meta's own", GraphManner.fails(503),
                "trouble with a code", GraphManner.refuses(500, 131000, "Something went wrong"),
                "a page of a proxy", GraphManner.fails(200),
                "an acceptance without an id", GraphManner.answers(200, "{\"messaging_product\":\"whatsapp\"}"),
                "an id that is none", GraphManner.answers(200, "{\"messages\":[{\"id\":7}]}"),
                "numbers beyond reading", GraphManner.answers(200, "{\"a\":1e99999999999}"),
                "a body beyond all bounds", GraphManner.answers(200, "{\"a\":\"" + "a".repeat(400_000) + "\"}"),
                "rubbish", GraphManner.says("Hello\r\n\r\n"));
    }

    static Stream<String> of_whatever_may_have_been_sent_it_is_not_said_and_it_is_not_repeated() {
        return ambiguous().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource
    void of_whatever_may_have_been_sent_it_is_not_said_and_it_is_not_repeated(String what) {
        meta.next(NUMBER, Objects.requireNonNull(ambiguous().get(what)));

        assertThat(graph.send(WHATSAPP, PHONE, TEXT, null)).isInstanceOf(Unconfirmed.class);
        assertThat(calls()).hasSize(1);
        assertThat(graph.send(WHATSAPP, PHONE, TEXT, null)).isInstanceOf(Accepted.class);
    }

    @Test
    void a_token_that_no_header_can_hold_is_a_broken_one() {
        for (var token : List.of("", "two\r\nlines", "رمز", "a b")) {
            assertThat(graph.send(GraphAccount.whatsApp(NUMBER, token), PHONE, TEXT, null))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused ->
                                    assertThat(refused.error().errorClass()).isEqualTo(GraphErrorClass.CHANNEL_AUTH));
        }
        assertThat(calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../me", "1/messages?x=", "a b", "..", "٣"})
    void an_account_is_one_segment_of_the_path_whatever_it_is_called(String id) {
        graph.send(GraphAccount.whatsApp(id, TOKEN), PHONE, TEXT, null);

        assertThat(calls()).singleElement().satisfies(call -> {
            assertThat(call.path().split("/", -1)).hasSize(3);
            assertThat(call.path()).endsWith("/messages");
            assertThat(call.query()).isEmpty();
        });
    }

    private GraphError refused() {
        var outcome = graph.send(WHATSAPP, PHONE, TEXT, null);
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused) outcome).error();
    }

    /** Of this class alone: jobs that others left behind ask the same Meta. */
    private List<GraphCall> calls() {
        return meta.calls().stream()
                .filter(call -> TOKEN.equals(call.token()) || OWN.contains(call.account()))
                .toList();
    }

    private JsonNode asked() {
        return Objects.requireNonNull(calls().getLast().body());
    }

    @Test
    void a_token_may_read_its_own_account_alone() {
        meta.instagram(ACCOUNT, "IGAA-own");
        meta.page(PAGE, "EAAP-own", "17841400000000009");
        var direct = GraphAccount.instagram(InstagramLogin.INSTAGRAM, ACCOUNT, "IGAA-own");
        var byPage = GraphAccount.instagram(InstagramLogin.FACEBOOK, "me", "EAAP-own");

        assertThat(graph.mayRead(WHATSAPP, NUMBER)).isEqualTo(new AccountAnswer.CanRead());
        assertThat(graph.mayRead(direct, ACCOUNT)).isEqualTo(new AccountAnswer.CanRead());
        assertThat(graph.mayRead(byPage, "17841400000000009")).isEqualTo(new AccountAnswer.CanRead());
        assertThat(graph.mayRead(direct, "17841400000000009")).isEqualTo(new AccountAnswer.CannotRead("another"));
        assertThat(graph.mayRead(byPage, ACCOUNT)).isEqualTo(new AccountAnswer.CannotRead("another"));
        assertThat(graph.mayRead(GraphAccount.whatsApp(NUMBER, "EAAG-foreign"), NUMBER))
                .isEqualTo(new AccountAnswer.CannotRead("190"));
        assertThat(calls())
                .allSatisfy(call -> assertThat(call.query()).doesNotContainKey("access_token"))
                .allSatisfy(call -> assertThat(call.method()).isEqualTo("GET"));
    }

    @Test
    void silence_and_trouble_that_passes_say_nothing_about_an_account() {
        for (var manner : List.of(
                GraphManner.fails(503),
                GraphManner.resets(),
                GraphManner.answers(200, "[]"),
                GraphManner.refuses(400, 4, "limit"),
                GraphManner.answers(404, "<html>"))) {
            meta.nextRead(NUMBER, manner);
            assertThat(graph.mayRead(WHATSAPP, NUMBER)).isInstanceOf(AccountAnswer.Unanswered.class);
        }
        meta.nextRead(NUMBER, GraphManner.refuses(400, 100, 33, "Unsupported get request"));
        assertThat(graph.mayRead(WHATSAPP, NUMBER)).isEqualTo(new AccountAnswer.CannotRead("100"));
        meta.nextRead(
                NUMBER, GraphManner.answers(200, "{\"id\":\"" + NUMBER + "\",\"name\":\"what anybody may read\"}"));
        assertThat(graph.mayRead(WHATSAPP, NUMBER)).isEqualTo(new AccountAnswer.CannotRead("another"));
    }
}
