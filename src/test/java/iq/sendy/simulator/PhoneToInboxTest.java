package iq.sendy.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Waiting;
import iq.sendy.World.Backstage;
import iq.sendy.kernel.Bytes;
import iq.sendy.meta.ChannelType;
import iq.sendy.meta.MessageKind;
import iq.sendy.simulator.ChatLine.Tick;
import iq.sendy.simulator.SimulatedMedia.SimulatedFile;
import iq.sendy.simulator.SimulatedPhones.PhoneDeed;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** From a simulated phone into the inbox and back, by the real door, the real job and the real client. */
@Scenario
class PhoneToInboxTest {

    private static final String DOT =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

    @Autowired
    Api api;

    @Autowired
    SimulatedAccounts accounts;

    @Autowired
    Backstage backstage;

    @Autowired
    SimulatedPhones phones;

    @Autowired
    GraphFaults faults;

    /** The simulator stands for Meta and is the same for all: what others asked for and did not use is no part of this. */
    @BeforeEach
    void nothing_is_wrong() {
        for (var type : ChannelType.values()) {
            faults.take(type, EnumSet.allOf(GraphFault.class));
        }
    }

    @Test
    void a_text_arrives_signed_and_is_read_and_answered_and_the_ticks_come_back() {
        var shop = new SimulatedShop(api, accounts, backstage, ChannelType.WHATSAPP);
        var text = "شلون سعر الباقة؟ " + System.nanoTime();

        act(ChannelType.WHATSAPP, SimulatedCustomer.ZAINAB, new PhoneDeed.Write(text, null));

        assertThat(last(ChannelType.WHATSAPP, SimulatedCustomer.ZAINAB).tick()).isEqualTo(Tick.SENT);
        var conversation = shop.reads(text);
        assertThat(conversation.at("/contact/name").stringValue()).isEqualTo("زينب");
        assertThat(conversation.at("/contact/phone").stringValue()).isEqualTo("9647700001000");
        assertThat(conversation.get("unreadCount").intValue()).isEqualTo(1);
        var id = conversation.get("id").stringValue();

        var answer = shop.answers(id, "بـ٢٥ ألف");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(last(ChannelType.WHATSAPP, SimulatedCustomer.ZAINAB)
                        .content()
                        .text())
                .isEqualTo("بـ٢٥ ألف");
        Waiting.until(() -> newest(shop.thread(id)), "Delivered"::equals);
        phones.open(ChannelType.WHATSAPP, SimulatedCustomer.ZAINAB);
        Waiting.until(() -> newest(shop.thread(id)), "Read"::equals);
    }

    @Test
    void what_is_delivered_again_is_there_once() {
        var shop = new SimulatedShop(api, accounts, backstage, ChannelType.WHATSAPP);
        var text = "مرة وحدة " + System.nanoTime();
        act(ChannelType.WHATSAPP, SimulatedCustomer.ALI, new PhoneDeed.Write(text, null));
        for (var again = 0; again < 3; again++) {
            act(ChannelType.WHATSAPP, SimulatedCustomer.ALI, new PhoneDeed.Repeat());
        }
        act(ChannelType.WHATSAPP, SimulatedCustomer.ALI, new PhoneDeed.Write(text + " بعدها", null));

        var conversation = shop.reads(text + " بعدها");

        assertThat(conversation.get("messages").valueStream())
                .extracting(message -> message.get("text").stringValue())
                .containsExactly(text, text + " بعدها");
        assertThat(conversation.get("unreadCount").intValue()).isEqualTo(2);
    }

    @Test
    void whoever_hides_the_number_is_a_contact_and_is_answered() {
        var shop = new SimulatedShop(api, accounts, backstage, ChannelType.WHATSAPP);
        var text = "سڵاو " + System.nanoTime();
        act(ChannelType.WHATSAPP, SimulatedCustomer.DILNIA, new PhoneDeed.Write(text, null));

        var conversation = shop.reads(text);

        assertThat(conversation.at("/contact/phone").isNull()).isTrue();
        assertThat(conversation.at("/contact/externalId").stringValue()).isEqualTo(SimulatedCustomer.DILNIA.scopedId());
        assertThat(shop.answers(conversation.get("id").stringValue(), "سڵاو، فەرموو")
                        .status())
                .isEqualTo(200);
        assertThat(last(ChannelType.WHATSAPP, SimulatedCustomer.DILNIA)
                        .content()
                        .text())
                .isEqualTo("سڵاو، فەرموو");
    }

    @Test
    void on_instagram_one_edits_unsends_reacts_and_sends_a_picture() {
        var shop = new SimulatedShop(api, accounts, backstage, ChannelType.INSTAGRAM);
        var text = "هذا متوفر؟ " + System.nanoTime();
        var shilan = SimulatedCustomer.SHILAN;
        act(ChannelType.INSTAGRAM, shilan, new PhoneDeed.Write(text, null));
        var first = last(ChannelType.INSTAGRAM, shilan).id();
        act(ChannelType.INSTAGRAM, shilan, new PhoneDeed.Edit(first, text + "!"));
        var id = shop.reads(text + "!").get("id").stringValue();

        assertThat(shop.answers(id, "متوفر").status()).isEqualTo(200);
        var answered = last(ChannelType.INSTAGRAM, shilan);
        act(ChannelType.INSTAGRAM, shilan, new PhoneDeed.React(answered.id(), "❤️"));
        act(ChannelType.INSTAGRAM, shilan, new PhoneDeed.Unsend(first));
        var picture = new SimulatedFile(Bytes.of(Base64.getDecoder().decode(DOT)), "image/png", "picture.png");
        act(ChannelType.INSTAGRAM, shilan, new PhoneDeed.SendFile(MessageKind.IMAGE, picture, null));

        var thread = Waiting.until(
                () -> shop.thread(id),
                seen -> seen.get("messages").size() == 3
                        && !seen.at("/messages/0/deletedAt").isNull()
                        && seen.at("/messages/1/reaction").asString("").equals("❤️")
                        && seen.at("/messages/2/media/0/state").asString("").equals("Stored"));
        assertThat(thread.at("/messages/0/text").isNull()).isTrue();
        assertThat(thread.at("/messages/1/author/kind").stringValue())
                .as("the echo of our own message is no message of another app")
                .isEqualTo("Staff");
    }

    @Test
    void a_picture_a_voice_and_a_place_arrive_by_whatsapp() {
        var shop = new SimulatedShop(api, accounts, backstage, ChannelType.WHATSAPP);
        var text = "دز صورة " + System.nanoTime();
        var ali = SimulatedCustomer.ALI;
        act(ChannelType.WHATSAPP, ali, new PhoneDeed.Write(text, null));
        var id = shop.reads(text).get("id").stringValue();
        var picture = new SimulatedFile(Bytes.of(Base64.getDecoder().decode(DOT)), "image/png", "picture.png");
        act(ChannelType.WHATSAPP, ali, new PhoneDeed.SendFile(MessageKind.IMAGE, picture, "هذه"));
        act(ChannelType.WHATSAPP, ali, new PhoneDeed.SendPlace());

        var thread = Waiting.until(
                () -> shop.thread(id),
                seen -> seen.get("messages").size() == 3
                        && seen.at("/messages/1/media/0/state").asString("").equals("Stored"));

        assertThat(thread.at("/messages/1/kind").stringValue()).isEqualTo("Image");
        assertThat(thread.at("/messages/1/text").stringValue()).isEqualTo("هذه");
        assertThat(thread.at("/messages/2/kind").stringValue()).isEqualTo("Location");
    }

    @Test
    void what_meta_does_wrong_is_shown_for_what_it_is() {
        var shop = new SimulatedShop(api, accounts, backstage, ChannelType.WHATSAPP);
        var text = "تجربة " + System.nanoTime();
        var zainab = SimulatedCustomer.ZAINAB;
        act(ChannelType.WHATSAPP, zainab, new PhoneDeed.Write(text, null));
        var id = shop.reads(text).get("id").stringValue();

        act(ChannelType.WHATSAPP, zainab, new PhoneDeed.Ask(GraphFault.TOO_FAST));
        var refused = shop.answers(id, "أولى");
        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.text()).contains("social.refused");

        act(ChannelType.WHATSAPP, zainab, new PhoneDeed.Ask(GraphFault.NO_ANSWER));
        var unknown = shop.answers(id, "ثانية");
        assertThat(unknown.status()).as(unknown.text()).isEqualTo(200);
        assertThat(unknown.data("deliveryStatus")).isEqualTo("Unknown");
        Waiting.until(() -> newest(shop.thread(id)), "Delivered"::equals);

        act(ChannelType.WHATSAPP, zainab, new PhoneDeed.Ask(GraphFault.UNDELIVERABLE));
        assertThat(shop.answers(id, "ثالثة").status()).isEqualTo(200);
        Waiting.until(() -> newest(shop.thread(id)), "Failed"::equals);
    }

    private void act(ChannelType type, SimulatedCustomer customer, PhoneDeed deed) {
        phones.act(type, customer, deed);
    }

    /** Seen from afar: in its owner's hand what arrived would be read by that. */
    private ChatLine last(ChannelType type, SimulatedCustomer customer) {
        return Objects.requireNonNull(phones.all(type).stream()
                .filter(screen -> screen.customer() == customer)
                .findFirst()
                .orElseThrow()
                .last());
    }

    private static String newest(JsonNode thread) {
        return thread.get("messages")
                .get(thread.get("messages").size() - 1)
                .get("deliveryStatus")
                .asString("");
    }
}
