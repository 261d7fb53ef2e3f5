package iq.sendy.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iq.sendy.Scenario;
import iq.sendy.fakes.FakeGraph;
import iq.sendy.fakes.GraphManner;
import iq.sendy.meta.SendOutcome.Accepted;
import iq.sendy.meta.SendOutcome.NotSent;
import iq.sendy.meta.SendOutcome.Refused;
import iq.sendy.meta.SendOutcome.Unconfirmed;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Meta is asked, to the letter of its wire, and what every kind of answer and of silence means. */
@Scenario
class GraphTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String NUMBER = "500000000000001";
    private static final String ACCOUNT = "17841400000000001";
    private static final String PAGE = "110000000000001";
    private static final String TOKEN = "EAAG-a-token-that-is-in-no-log";
    private static final GraphAccount WHATSAPP = GraphAccount.whatsApp(NUMBER, TOKEN);
    private static final GraphAccount INSTAGRAM = GraphAccount.instagram(InstagramLogin.INSTAGRAM, ACCOUNT, TOKEN);
    private static final GraphAccount BY_FACEBOOK = GraphAccount.instagram(InstagramLogin.FACEBOOK, PAGE, TOKEN);
    private static final Recipient PHONE = new Recipient(IdentityKind.WA_ID, "9647701234567");
    private static final Recipient BSUID = new Recipient(IdentityKind.BSUID, "IQ.7788990011223344");
    private static final Recipient IGSID = new Recipient(IdentityKind.IGSID, "900000000000001");
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
                .isInstanceOfSatisfying(Accepted.class, accepted -> assertThat(accepted.externalId())
                        .startsWith("wamid."));

        assertThat(meta.calls()).singleElement().satisfies(call -> {
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

    private JsonNode asked() {
        return meta.calls().getLast().body();
    }
}
