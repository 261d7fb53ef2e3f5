package iq.sendy.messaging;

import static iq.sendy.messaging.Postbox.bsuid;
import static iq.sendy.messaging.Postbox.content;
import static iq.sendy.messaging.Postbox.igsid;
import static iq.sendy.messaging.Postbox.message;
import static iq.sendy.messaging.Postbox.sender;
import static iq.sendy.messaging.Postbox.waId;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Shop;
import iq.sendy.meta.InboundContent;
import iq.sendy.meta.InboundMessage;
import iq.sendy.meta.MessageEdit;
import iq.sendy.meta.MessageKind;
import iq.sendy.meta.MessageReaction;
import iq.sendy.meta.StandbyMessage;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a message of a customer does: to its contact, its conversation and the people who wait for it. */
class InboundProcessingTest extends Processing {

    @Test
    void a_first_message_makes_a_contact_whose_number_is_proved_and_an_open_conversation() {
        inbox.applies(message("wamid.1", sender(" زينب \u200f", waId(ZAINAB)), now.minusSeconds(3), "شلون السعر؟"));

        assertThat(inbox.contact())
                .containsEntry("name", "زينب")
                .containsEntry("phone", ZAINAB)
                .containsEntry("phone_proof", "Sender");
        assertThat(inbox.conversation())
                .containsEntry("status", "Open")
                .containsEntry("channel_type", "WhatsApp")
                .containsEntry("unread_count", 1L)
                .containsEntry("message_count", 1L)
                .containsEntry("sequence", 1L)
                .containsEntry("waiting_since", at(now.minusSeconds(3)))
                .containsEntry("window_expires_at", at(now.minusSeconds(3).plus(Duration.ofHours(24))))
                .containsEntry("last_message_id", inbox.message("wamid.1").get("id"));
        assertThat(inbox.message("wamid.1"))
                .containsEntry("direction", "Inbound")
                .containsEntry("author_kind", "Customer")
                .containsEntry("text", "شلون السعر؟")
                .containsEntry("status", null);
    }

    @Test
    void the_number_of_a_card_is_masked_before_it_is_stored_and_in_what_is_edited() {
        inbox.applies(message(
                "wamid.1", sender("زينب", waId(ZAINAB)), now.minusSeconds(9), "بطاقتي ٤١١١ ١١١١ ١١١١ ١١١١ شكراً"));

        assertThat(inbox.message("wamid.1")).containsEntry("text", "بطاقتي •••• 1111 شكراً");

        inbox.applies(new MessageEdit(Postbox.ACCOUNT, "wamid.1", now.minusSeconds(1), "5555 5555 5555 4444"));

        assertThat(inbox.message("wamid.1")).containsEntry("text", "•••• 4444");
    }

    @Test
    void a_message_that_comes_again_changes_nothing() {
        var message = message("wamid.1", waId(ZAINAB), now);
        inbox.applies(message, message);
        var before = inbox.conversation();

        inbox.applies(message);

        assertThat(inbox.conversation()).isEqualTo(before).containsEntry("unread_count", 1L);
        assertThat(inbox.count("message")).isOne();
    }

    @Test
    void thirty_first_messages_at_once_make_one_contact_and_one_conversation() {
        Shop.atOnce(
                30,
                i -> inbox.applies(message(
                        "wamid." + i,
                        i % 2 == 0
                                ? sender("زينب", waId(ZAINAB), bsuid("IQ.77"))
                                : sender("زينب", bsuid("IQ.77"), waId(ZAINAB)),
                        now.minusSeconds(i),
                        "سطر " + i)));

        assertThat(inbox.count("contact")).isOne();
        assertThat(inbox.count("contact_identity")).isEqualTo(2);
        assertThat(inbox.conversation()).containsEntry("unread_count", 30L).containsEntry("message_count", 30L);
        assertThat(inbox.shown()).hasSize(30).first().isEqualTo("wamid.29");
    }

    @Test
    void the_same_delivery_at_once_is_one_message() {
        Shop.atOnce(20, _ -> inbox.applies(message("wamid.1", waId(ZAINAB), now)));

        assertThat(inbox.count("message")).isOne();
        assertThat(inbox.conversation()).containsEntry("unread_count", 1L);
    }

    @Test
    void messages_stand_in_the_order_of_the_provider_and_the_newest_is_the_last() {
        inbox.applies(message("wamid.3", waId(ZAINAB), now.minusSeconds(1)));
        inbox.applies(message("wamid.1", waId(ZAINAB), now.minus(Duration.ofDays(5))));
        inbox.applies(message("wamid.2", waId(ZAINAB), now.minusSeconds(9)));

        assertThat(inbox.shown()).containsExactly("wamid.1", "wamid.2", "wamid.3");
        assertThat(inbox.conversation())
                .containsEntry("last_message_id", inbox.message("wamid.3").get("id"))
                .containsEntry("last_message_at", at(now.minusSeconds(1)))
                .containsEntry("last_inbound_at", at(now.minusSeconds(1)))
                .containsEntry("window_expires_at", at(now.minusSeconds(1).plus(Duration.ofHours(24))))
                .containsEntry("waiting_since", at(now.minus(Duration.ofDays(5))))
                .containsEntry("unread_count", 3L);
    }

    @Test
    void of_two_at_the_same_moment_the_later_one_to_arrive_is_the_last() {
        inbox.applies(message("wamid.1", waId(ZAINAB), now));
        inbox.applies(message("wamid.2", waId(ZAINAB), now));

        assertThat(inbox.shown()).containsExactly("wamid.1", "wamid.2");
        assertThat(inbox.conversation())
                .containsEntry("last_message_id", inbox.message("wamid.2").get("id"));
    }

    @Test
    void a_clock_that_is_fast_does_not_put_a_message_into_the_future() {
        inbox.applies(message("wamid.1", waId(ZAINAB), now.plus(Duration.ofDays(400))));

        assertThat((Timestamp) inbox.message("wamid.1").get("provider_at")).isBeforeOrEqualTo(at(clock.instant()));
    }

    @Test
    void a_resolved_and_snoozed_conversation_comes_back() {
        inbox.applies(message("wamid.1", waId(ZAINAB), now.minusSeconds(9)));
        inbox.executes("""
                update messaging.conversation
                set status = 'Resolved', unread_count = 0, waiting_since = null, snoozed_until = now() + interval '1 day'
                where store_id = :store""");

        inbox.applies(message("wamid.2", waId(ZAINAB), now));

        assertThat(inbox.conversation())
                .containsEntry("status", "Open")
                .containsEntry("snoozed_until", null)
                .containsEntry("unread_count", 1L)
                .containsEntry("waiting_since", at(now))
                .containsEntry("sequence", 2L);
    }

    @Test
    void a_message_without_a_phone_makes_a_contact_too() {
        inbox.applies(message("mid.1", igsid("900000000000001"), now));

        assertThat(inbox.contact()).containsEntry("phone", null).containsEntry("phone_proof", null);
        assertThat(inbox.conversation()).containsEntry("channel_type", "Instagram");
    }

    @Test
    void a_number_of_another_country_is_known_and_is_no_phone_of_the_house() {
        inbox.applies(message("wamid.1", waId("4915112345678"), now));

        assertThat(inbox.contact()).containsEntry("phone", null);
        assertThat(inbox.count("contact_identity")).isOne();
    }

    @Test
    void the_business_is_nobodys_contact() {
        inbox.applies(message("mid.1", igsid(Postbox.ACCOUNT), now));

        assertThat(inbox.count("contact")).isZero();
        assertThat(inbox.count("message")).isZero();
    }

    @Test
    void what_another_app_answers_is_kept_and_waits_for_a_person() {
        inbox.applies(new StandbyMessage(message("mid.1", igsid("900000000000001"), now)));

        assertThat(inbox.conversation()).containsEntry("status", "Open").containsEntry("unread_count", 1L);
    }

    @Test
    void a_kind_that_nobody_knows_yet_is_kept_as_such() {
        inbox.applies(new InboundMessage(
                Postbox.ACCOUNT,
                "wamid.1",
                sender(null, waId(ZAINAB)),
                now,
                new InboundContent(MessageKind.UNKNOWN, null, "{\"type\":\"hologram\"}", "wamid.OUT", List.of())));

        assertThat(inbox.message("wamid.1"))
                .containsEntry("kind", "Unknown")
                .containsEntry("text", null)
                .containsEntry("in_reply_to", "wamid.OUT");
        assertThat(inbox.message("wamid.1").get("details")).hasToString("{\"type\": \"hologram\"}");
    }

    @Test
    void a_line_of_the_system_is_shown_and_nobody_waits_for_an_answer_to_it() {
        inbox.applies(new InboundMessage(
                Postbox.ACCOUNT, "wamid.1", sender(null, waId(ZAINAB)), now, content(MessageKind.SYSTEM)));

        assertThat(inbox.message("wamid.1")).containsEntry("author_kind", "System");
        assertThat(inbox.conversation())
                .containsEntry("unread_count", 0L)
                .containsEntry("waiting_since", null)
                .containsEntry("window_expires_at", null)
                .containsEntry("sequence", 0L);
    }

    @Test
    void a_reaction_opens_the_window_anew_and_is_no_message() {
        inbox.applies(message("wamid.1", waId(ZAINAB), now.minusSeconds(600)));
        inbox.executes(
                "update messaging.conversation set status = 'Resolved', unread_count = 0 where store_id = :store");

        inbox.applies(new MessageReaction(
                Postbox.ACCOUNT, "wamid.1", sender(null, waId(ZAINAB)), now.minusSeconds(60), "❤️"));

        assertThat(inbox.message("wamid.1")).containsEntry("reaction", "❤️");
        assertThat(inbox.conversation())
                .containsEntry("window_expires_at", at(now.minusSeconds(60).plus(Duration.ofHours(24))))
                .containsEntry("status", "Resolved")
                .containsEntry("unread_count", 0L)
                .containsEntry("message_count", 1L);
    }

    @Test
    void one_item_that_cannot_be_stored_holds_no_other_up() {
        var broken = new InboundMessage(
                Postbox.ACCOUNT,
                "wamid.2",
                sender(null, waId(ZAINAB)),
                now,
                new InboundContent(MessageKind.ORDER, null, "not json", null, List.of()));

        var refused =
                inbox.applies(message("wamid.1", waId(ZAINAB), now), broken, message("wamid.3", waId(ZAINAB), now));

        assertThat(refused).containsExactly(broken);
        assertThat(inbox.shown()).containsExactly("wamid.1", "wamid.3");
        assertThat(inbox.conversation()).containsEntry("unread_count", 2L).containsEntry("message_count", 2L);
    }

    @Test
    void the_same_message_of_two_stores_is_two() {
        var other = postbox();
        inbox.applies(message("wamid.1", waId(ZAINAB), now));
        other.applies(message("wamid.1", waId(ZAINAB), now));

        assertThat(inbox.count("message")).isOne();
        assertThat(other.count("message")).isOne();
    }
}
