package iq.sendy.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Scenario;
import iq.sendy.kernel.Bytes;
import iq.sendy.meta.ChannelType;
import iq.sendy.meta.ContactRequest;
import iq.sendy.meta.Graph;
import iq.sendy.meta.GraphAccount;
import iq.sendy.meta.GraphErrorClass;
import iq.sendy.meta.IdentityKind;
import iq.sendy.meta.InstagramLogin;
import iq.sendy.meta.MediaOutcome;
import iq.sendy.meta.MediaReference;
import iq.sendy.meta.MessageKind;
import iq.sendy.meta.MessageRecipient;
import iq.sendy.meta.OutboundButtons;
import iq.sendy.meta.OutboundContent;
import iq.sendy.meta.OutboundMedia;
import iq.sendy.meta.OutboundText;
import iq.sendy.meta.RefreshOutcome;
import iq.sendy.meta.ReplyButton;
import iq.sendy.meta.SendOutcome;
import iq.sendy.simulator.SimulatedMedia.SimulatedFile;
import iq.sendy.simulator.SimulatedPhones.PhoneDeed;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The simulator answers our own client of Graph as Meta does, and phones show what was sent. */
@Scenario
class SimulatedGraphTest {

    private static final SimulatedCustomer ZAINAB = SimulatedCustomer.ZAINAB;

    @Autowired
    Graph graph;

    @Autowired
    SimulatedAccounts accounts;

    @Autowired
    SimulatedPhones phones;

    @Autowired
    SimulatedMedia media;

    @Autowired
    GraphFaults faults;

    private GraphAccount whatsApp;
    private GraphAccount instagram;

    @BeforeEach
    void accounts() {
        // Other tests ask for faults, and what they leave would meet what is sent here.
        for (var type : ChannelType.values()) {
            faults.take(type, EnumSet.allOf(GraphFault.class));
        }
        var number = accounts.of(ChannelType.WHATSAPP);
        var page = accounts.of(ChannelType.INSTAGRAM);
        whatsApp = GraphAccount.whatsApp(number.accountId(), number.accessToken());
        instagram = GraphAccount.instagram(InstagramLogin.INSTAGRAM, page.accountId(), page.accessToken());
    }

    @Test
    void what_is_sent_is_on_the_phone_of_whom_it_was_sent_to() {
        var buttons =
                new OutboundButtons("نأكد؟", List.of(new ReplyButton("yes", "تأكيد"), new ReplyButton("no", "لا")));
        for (var content : List.<OutboundContent>of(
                new OutboundText("سعر الباقة 25,000 د.ع"),
                buttons,
                new ContactRequest("شارك رقمك"),
                OutboundMedia.linked(MessageKind.IMAGE, "https://cdn.example.test/a.jpg", "هذه"))) {
            assertThat(toZainab(content)).isInstanceOf(SendOutcome.Accepted.class);
        }
        var shown = phones.open(ChannelType.WHATSAPP, ZAINAB).lines();
        assertThat(shown.get(shown.size() - 4).content().text()).isEqualTo("سعر الباقة 25,000 د.ع");
        assertThat(shown.get(shown.size() - 3).content().buttons())
                .extracting(ChatLine.ChatButton::title)
                .containsExactly("تأكيد", "لا");
        assertThat(shown.getLast().content().link()).isEqualTo("https://cdn.example.test/a.jpg");

        assertThat(send(instagram, new MessageRecipient(IdentityKind.IGSID, ZAINAB.instagramId()), buttons))
                .isInstanceOf(SendOutcome.Accepted.class);
        assertThat(Objects.requireNonNull(
                                phones.open(ChannelType.INSTAGRAM, ZAINAB).last())
                        .content()
                        .buttons())
                .hasSize(2);
    }

    @Test
    void whoever_hides_the_number_is_reached_by_the_other_id() {
        var dilnia = SimulatedCustomer.DILNIA;
        assertThat(send(
                        whatsApp,
                        new MessageRecipient(IdentityKind.BSUID, dilnia.scopedId()),
                        new OutboundText("سڵاو")))
                .isInstanceOf(SendOutcome.Accepted.class);
        assertThat(Objects.requireNonNull(
                                phones.open(ChannelType.WHATSAPP, dilnia).last())
                        .content()
                        .text())
                .isEqualTo("سڵاو");
        assertThat(refusal(send(
                        whatsApp, new MessageRecipient(IdentityKind.WA_ID, "9647700009999"), new OutboundText("x"))))
                .isEqualTo(GraphErrorClass.PERMANENT);
    }

    @Test
    void faults_happen_once_and_when_they_were_asked_for() {
        ask(ChannelType.WHATSAPP, GraphFault.WINDOW_CLOSED);
        assertThat(refusal(toZainab(new OutboundText("one")))).isEqualTo(GraphErrorClass.WINDOW_CLOSED);
        assertThat(toZainab(new OutboundText("two"))).isInstanceOf(SendOutcome.Accepted.class);
        ask(ChannelType.WHATSAPP, GraphFault.TOO_FAST);
        assertThat(refusal(toZainab(new OutboundText("one")))).isEqualTo(GraphErrorClass.CONVERSATION_LIMIT);
        ask(ChannelType.WHATSAPP, GraphFault.TOKEN_EXPIRED);
        assertThat(refusal(toZainab(new OutboundText("one")))).isEqualTo(GraphErrorClass.CHANNEL_AUTH);
        ask(ChannelType.WHATSAPP, GraphFault.NO_ANSWER);
        assertThat(toZainab(new OutboundText("lost"))).isInstanceOf(SendOutcome.Unconfirmed.class);
        assertThat(Objects.requireNonNull(
                                phones.open(ChannelType.WHATSAPP, ZAINAB).last())
                        .content()
                        .text())
                .isEqualTo("lost");

        var zainab = new MessageRecipient(IdentityKind.IGSID, ZAINAB.instagramId());
        ask(ChannelType.INSTAGRAM, GraphFault.WINDOW_CLOSED);
        assertThat(refusal(send(instagram, zainab, new OutboundText("one")))).isEqualTo(GraphErrorClass.WINDOW_CLOSED);
    }

    @Test
    void another_token_opens_nothing_and_the_right_one_is_renewed() {
        var wrong = GraphAccount.whatsApp(whatsApp.accountId(), "EAAwrong");
        assertThat(refusal(
                        send(wrong, new MessageRecipient(IdentityKind.WA_ID, "9647700001000"), new OutboundText("x"))))
                .isEqualTo(GraphErrorClass.CHANNEL_AUTH);
        assertThat(graph.refresh(instagram)).isInstanceOf(RefreshOutcome.Renewed.class);
    }

    @Test
    void a_picture_that_a_phone_sent_is_fetched_with_the_token_alone() {
        var bytes = Bytes.of("\u0089PNG picture".getBytes(StandardCharsets.ISO_8859_1));
        media.keep("simpicture", new SimulatedFile(bytes, "image/png", "picture.png"));
        var reference = new MediaReference("simpicture", null, "image/png", null, null);

        assertThat(graph.download(whatsApp, reference))
                .isInstanceOfSatisfying(
                        MediaOutcome.Fetched.class,
                        fetched -> assertThat(fetched.content()).isEqualTo(bytes));
        assertThat(graph.download(GraphAccount.whatsApp(whatsApp.accountId(), "EAAwrong"), reference))
                .isInstanceOf(MediaOutcome.Withheld.class);
    }

    private SendOutcome toZainab(OutboundContent content) {
        return send(whatsApp, new MessageRecipient(IdentityKind.WA_ID, "9647700001000"), content);
    }

    private SendOutcome send(GraphAccount account, MessageRecipient recipient, OutboundContent content) {
        return graph.send(account, recipient, content, "0190aaaa-0000-7000-8000-000000000001");
    }

    private void ask(ChannelType type, GraphFault fault) {
        phones.act(type, ZAINAB, new PhoneDeed.Ask(fault));
    }

    private static GraphErrorClass refusal(SendOutcome outcome) {
        assertThat(outcome).isInstanceOf(SendOutcome.Refused.class);
        return ((SendOutcome.Refused) outcome).error().errorClass();
    }
}
