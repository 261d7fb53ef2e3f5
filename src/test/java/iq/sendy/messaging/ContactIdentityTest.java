package iq.sendy.messaging;

import static iq.sendy.messaging.Postbox.bsuid;
import static iq.sendy.messaging.Postbox.content;
import static iq.sendy.messaging.Postbox.message;
import static iq.sendy.messaging.Postbox.sender;
import static iq.sendy.messaging.Postbox.waId;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Shop;
import iq.sendy.meta.Identity;
import iq.sendy.meta.IdentityChange;
import iq.sendy.meta.InboundMessage;
import iq.sendy.meta.MessageKind;
import iq.sendy.meta.PhoneShared;
import iq.sendy.meta.Sender;
import iq.sendy.platform.tenancy.WriteConflict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** Whose a name at Meta is: one person's, whichever of their names comes, and nobody else's. */
class ContactIdentityTest extends Processing {

    private static final String NEW_NUMBER = "9647709999999";

    @Test
    void all_names_of_one_sender_are_one_contact() {
        inbox.applies(message("wamid.1", bsuid("IQ.77"), now.minusSeconds(9)));
        assertThat(inbox.contact()).containsEntry("phone", null);

        inbox.applies(message("wamid.2", sender("زينب", bsuid("IQ.77"), waId(ZAINAB)), now.minusSeconds(5), "سلام"));
        inbox.applies(message("wamid.3", waId(ZAINAB), now));

        assertThat(inbox.contact())
                .containsEntry("phone", ZAINAB)
                .containsEntry("phone_proof", "Sender")
                .containsEntry("name", "زينب");
        assertThat(inbox.conversation()).containsEntry("message_count", 3L);
    }

    @Test
    void two_contacts_that_turn_out_to_be_one_person_become_the_older_one_and_nothing_is_lost() {
        inbox.applies(message("wamid.1", waId(ZAINAB), now.minusSeconds(30)));
        var older = inbox.contact().get("id");
        clock.advance(Duration.ofSeconds(1));
        inbox.applies(message("wamid.2", sender("زينب", bsuid("IQ.77")), now.minusSeconds(20), "شكرا"));
        var newer = inbox.row("""
                select c.id from messaging.conversation as c
                join messaging.contact_identity as i on i.store_id = :store and i.contact_id = c.contact_id
                where c.store_id = :store and i.kind = 'Bsuid'""").get("id");
        inbox.executes("""
                insert into messaging.note (store_id, id, conversation_id, author_kind, text, created_at)
                select :store, gen_random_uuid(), '%s', 'key', 'تريد توصيل', now() where :store is not null
                """.formatted(newer));
        inbox.executes("""
                insert into messaging.conversation_label (store_id, conversation_id, folded, label)
                select :store, '%s', 'vip', 'VIP'""".formatted(newer));

        inbox.applies(message("wamid.3", sender(null, waId(ZAINAB), bsuid("IQ.77")), now, "وين طلبي؟"));

        assertThat(inbox.contact())
                .containsEntry("id", older)
                .containsEntry("name", "زينب")
                .containsEntry("phone", ZAINAB);
        assertThat(inbox.conversation())
                .containsEntry("unread_count", 3L)
                .containsEntry("message_count", 3L)
                .containsEntry("waiting_since", at(now.minusSeconds(30)))
                .containsEntry("last_message_id", inbox.message("wamid.3").get("id"));
        assertThat(inbox.shown()).containsExactly("wamid.1", "wamid.2", "wamid.3");
        assertThat(inbox.rows("select number from messaging.message where store_id = :store order by number"))
                .extracting(row -> row.get("number"))
                .containsExactly(0L, 1L, 2L);
        assertThat(inbox.row("select conversation_id from messaging.note where store_id = :store"))
                .containsEntry("conversation_id", inbox.conversation().get("id"));
        assertThat(inbox.count("conversation_label")).isOne();
    }

    @Test
    void people_who_are_joined_while_they_write_lose_nothing() {
        inbox.applies(message("wamid.a", waId(ZAINAB), now.minusSeconds(90)));
        inbox.applies(message("wamid.b", bsuid("IQ.77"), now.minusSeconds(80)));

        Shop.atOnce(
                24, i -> retried(() -> inbox.applies(message("wamid." + i, from(i), now.minusSeconds(60 - i), "س"))));

        assertThat(inbox.count("contact")).isOne();
        assertThat(inbox.conversation()).containsEntry("unread_count", 26L).containsEntry("message_count", 26L);
        assertThat(inbox.shown())
                .startsWith("wamid.a", "wamid.b")
                .endsWith(IntStream.range(0, 24).mapToObj(i -> "wamid." + i).toArray());
    }

    /** As the job engine does it with what lost a race. */
    private static boolean retried(Runnable work) {
        for (var attempt = 0; attempt < 5; attempt++) {
            try {
                work.run();
                return true;
            } catch (DataAccessException | WriteConflict lost) {
                Thread.onSpinWait();
            }
        }
        throw new AssertionError("It never came through");
    }

    private static Sender from(int i) {
        return switch (i % 3) {
            case 0 -> sender(null, waId(ZAINAB));
            case 1 -> sender(null, bsuid("IQ.77"));
            default -> sender(null, waId(ZAINAB), bsuid("IQ.77"));
        };
    }

    @Test
    void who_has_a_new_number_stays_the_same_contact_and_the_old_number_proves_nothing() {
        inbox.applies(message("wamid.1", sender("زينب", waId(ZAINAB), bsuid("IQ.77")), now.minusSeconds(90), "سلام"));
        var contact = inbox.contact().get("id");
        var change = change("wamid.2", now.minusSeconds(60), waId(NEW_NUMBER), bsuid("IQ.88"));

        inbox.applies(change);

        assertThat(inbox.contact()).containsEntry("phone", null).containsEntry("phone_proof", null);

        inbox.applies(message("wamid.3", waId(NEW_NUMBER), now.minusSeconds(30)));
        inbox.applies(change);
        inbox.applies(message("wamid.0", waId(ZAINAB), now.minusSeconds(100)));

        assertThat(inbox.contact())
                .containsEntry("id", contact)
                .containsEntry("phone", NEW_NUMBER)
                .containsEntry("phone_proof", "Sender");
        assertThat(inbox.shown()).containsExactly("wamid.0", "wamid.1", "wamid.2", "wamid.3");
    }

    @Test
    void who_gets_a_number_that_somebody_gave_up_is_somebody_else() {
        inbox.applies(message("wamid.1", sender("زينب", waId(ZAINAB)), now.minusSeconds(90), "سلام"));
        inbox.applies(change("wamid.2", now.minusSeconds(60), waId(NEW_NUMBER)));

        inbox.applies(message("wamid.3", sender("علي", waId(ZAINAB)), now, "مرحبا"));

        assertThat(inbox.rows("select name, phone from messaging.contact where store_id = :store order by created_at"))
                .extracting(row -> row.get("name") + " " + row.get("phone"))
                .containsExactlyInAnyOrder("زينب null", "علي " + ZAINAB);
    }

    @Test
    void a_number_that_was_asked_for_is_proved_and_one_that_they_write_from_counts_more() {
        inbox.applies(new PhoneShared(message("wamid.1", bsuid("IQ.77"), now.minusSeconds(9)), "+964 770 123 4567"));
        assertThat(inbox.contact()).containsEntry("phone", ZAINAB).containsEntry("phone_proof", "Shared");

        inbox.applies(message("wamid.2", sender(null, bsuid("IQ.77"), waId(NEW_NUMBER)), now.minusSeconds(5), "س"));
        inbox.applies(new PhoneShared(message("wamid.3", bsuid("IQ.77"), now), ZAINAB));

        assertThat(inbox.contact()).containsEntry("phone", NEW_NUMBER).containsEntry("phone_proof", "Sender");
    }

    @Test
    void a_message_that_comes_late_does_not_bring_an_old_name_back() {
        inbox.applies(message("wamid.2", sender("زينب علي", waId(ZAINAB)), now, "س"));
        inbox.applies(message("wamid.1", sender("زينب", waId(ZAINAB)), now.minusSeconds(9), "س"));

        assertThat(inbox.contact()).containsEntry("name", "زينب علي");
    }

    @Test
    void every_table_that_names_a_conversation_is_joined_too() {
        var named = inbox.rows("""
                        select table_name from information_schema.columns
                        where table_schema = 'messaging' and column_name = 'conversation_id' and :store::uuid is not null
                        """).stream()
                .map(row -> String.valueOf(row.get("table_name")))
                .toList();

        assertThat(named)
                .as("Say in ContactMergeStore what becomes of its rows, and then here")
                .containsExactlyInAnyOrder(
                        "message",
                        "note",
                        "media",
                        "outbound_attempt",
                        "conversation_label",
                        // The pace of one who is written to by another conversation from now on begins anew.
                        "send_pace",
                        // What was told stays told; who asks for what it stood for finds nothing.
                        "stream_event");
    }

    private static IdentityChange change(String id, Instant at, Identity... next) {
        var message =
                new InboundMessage(Postbox.ACCOUNT, id, sender(null, waId(ZAINAB)), at, content(MessageKind.SYSTEM));
        return new IdentityChange(message, List.of(next));
    }
}
