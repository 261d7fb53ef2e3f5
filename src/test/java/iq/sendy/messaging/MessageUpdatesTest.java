package iq.sendy.messaging;

import static iq.sendy.messaging.Postbox.echo;
import static iq.sendy.messaging.Postbox.igsid;
import static iq.sendy.messaging.Postbox.message;
import static iq.sendy.messaging.Postbox.sender;
import static iq.sendy.messaging.Postbox.status;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Shop;
import iq.sendy.meta.InboundItem;
import iq.sendy.meta.MessageDeletion;
import iq.sendy.meta.MessageEdit;
import iq.sendy.meta.MessageReaction;
import iq.sendy.meta.MetaTrouble;
import iq.sendy.meta.ReadReceipt;
import iq.sendy.meta.StatusUpdate;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is told of messages: upward only, the newest alone, and for those that are not here as soon as they come. */
class MessageUpdatesTest extends Processing {

    private static final String NARGES = "900000000000001";

    @Autowired
    ParkedUpdates parked;

    @Test
    void statuses_move_upward_only_in_any_order() {
        var random = new Random(16);
        for (var round = 0; round < 12; round++) {
            var id = "mid.OUT" + round;
            inbox.applies(echo(id, igsid(NARGES), now.minusSeconds(60), "أهلا"));
            var told = new ArrayList<InboundItem>(List.of(
                    status(id, "sent", now.minusSeconds(3)),
                    status(id, "delivered", now.minusSeconds(2)),
                    status(id, "read", now.minusSeconds(1))));
            Collections.shuffle(told, random);
            told.forEach(inbox::applies);
            inbox.applies(told);

            assertThat(inbox.message(id))
                    .containsEntry("status", "Read")
                    .containsEntry("status_at", at(now.minusSeconds(1)));
        }
    }

    @Test
    void a_message_that_failed_stays_so_with_its_reason_and_its_price() {
        inbox.applies(echo("mid.OUT", igsid(NARGES), now.minusSeconds(60), "أهلا"));
        inbox.applies(new StatusUpdate(
                Postbox.ACCOUNT,
                "mid.OUT",
                null,
                "failed",
                now,
                List.of(new MetaTrouble("131047", "Re-engagement message", "more than 24 hours")),
                null));
        inbox.applies(
                new StatusUpdate(Postbox.ACCOUNT, "mid.OUT", null, "sent", now, List.of(), "{\"billable\":true}"));

        assertThat(inbox.message("mid.OUT"))
                .containsEntry("status", "Failed")
                .containsEntry("error_code", "131047")
                .containsEntry("error_message", "more than 24 hours");
        assertThat(inbox.message("mid.OUT").get("pricing")).hasToString("{\"billable\": true}");
    }

    @Test
    void what_is_told_of_a_message_that_is_not_here_is_applied_when_it_comes() {
        inbox.applies(status("mid.OUT", "delivered", now), status("mid.OUT", "sent", now));
        inbox.applies(status("mid.OUT", "read", now));
        inbox.applies(new MessageDeletion(Postbox.ACCOUNT, "mid.IN", now));
        assertThat(inbox.count("parked_update")).isEqualTo(2);

        inbox.applies(echo("mid.OUT", igsid(NARGES), now.minusSeconds(60), "أهلا"));
        inbox.applies(message("mid.IN", igsid(NARGES), now.minusSeconds(60)));

        assertThat(inbox.message("mid.OUT")).containsEntry("status", "Read");
        assertThat(inbox.message("mid.IN")).containsEntry("text", null).containsEntry("deleted_at", at(now));
        assertThat(inbox.count("parked_update")).isZero();
    }

    @Test
    void a_status_and_its_message_that_come_at_once_find_each_other() {
        Shop.atOnce(
                60,
                i -> inbox.applies(
                        i % 2 == 0
                                ? status("mid.OUT" + i / 2, "read", now)
                                : echo("mid.OUT" + i / 2, igsid(NARGES), now.minusSeconds(60), "أهلا")));

        assertThat(inbox.rows("select status from messaging.message where store_id = :store"))
                .hasSize(30)
                .allSatisfy(row -> assertThat(row).containsEntry("status", "Read"));
        assertThat(inbox.count("parked_update")).isZero();
    }

    @Test
    void what_was_parked_for_a_day_is_forgotten() {
        inbox.applies(status("mid.NEVER", "read", now));

        assertThat(forgets(Duration.ofHours(24))).isZero();
        clock.advance(Duration.ofHours(25));
        assertThat(forgets(Duration.ofHours(24))).isOne();
        assertThat(inbox.count("parked_update")).isZero();
    }

    private long forgets(Duration kept) {
        return CurrentTenant.in(
                inbox.store, () -> parked.forget(inbox.store, clock.instant().minus(kept)));
    }

    @Test
    void a_status_finds_the_message_of_ours_whose_answer_is_not_stored_yet() {
        inbox.applies(message("mid.1", igsid(NARGES), now.minusSeconds(60)));
        var ours = UUID.randomUUID();
        inbox.executes("""
                insert into messaging.message
                    (store_id, id, conversation_id, channel_id, direction, author_kind, kind, text, provider_at, number,
                     status, status_at, created_at)
                select :store, '%s', c.id, c.channel_id, 'Outbound', 'Staff', 'Text', 'أهلا', now(), 1, 'Unknown', now(),
                       now()
                from messaging.conversation as c where c.store_id = :store""".formatted(ours));

        inbox.applies(
                new StatusUpdate(Postbox.ACCOUNT, "wamid.OUT", ours.toString(), "delivered", now, List.of(), null));

        assertThat(inbox.message("wamid.OUT")).containsEntry("id", ours).containsEntry("status", "Delivered");
        assertThat(inbox.conversation()).containsEntry("waiting_since", null).containsEntry("last_message_id", ours);
        assertThat(inbox.count("parked_update")).isZero();
    }

    @Test
    void the_callback_of_another_channel_moves_nothing() {
        inbox.applies(echo("mid.OUT", igsid(NARGES), now.minusSeconds(60), "أهلا"));
        var ours = Objects.requireNonNull(inbox.message("mid.OUT").get("id"));
        var other = postbox();

        other.applies(new StatusUpdate(Postbox.ACCOUNT, "mid.X", ours.toString(), "read", now, List.of(), null));

        assertThat(inbox.message("mid.OUT")).containsEntry("status", "Sent");
    }

    @Test
    void reading_one_message_reads_all_that_were_sent_before_it() {
        for (var i = 1; i <= 3; i++) {
            inbox.applies(echo("mid.OUT" + i, igsid(NARGES), now.minusSeconds(60 - i), "أهلا"));
        }

        inbox.applies(new ReadReceipt(Postbox.ACCOUNT, sender(null, igsid(NARGES)), now, "mid.OUT2"));

        assertThat(inbox.message("mid.OUT1")).containsEntry("status", "Read");
        assertThat(inbox.message("mid.OUT2")).containsEntry("status", "Read").containsEntry("status_at", at(now));
        assertThat(inbox.message("mid.OUT3")).containsEntry("status", "Sent");
    }

    @Test
    void a_message_that_was_read_before_it_came_is_read() {
        inbox.applies(new ReadReceipt(Postbox.ACCOUNT, sender(null, igsid(NARGES)), now, "mid.OUT"));
        inbox.applies(echo("mid.OUT", igsid(NARGES), now.minusSeconds(1), "أهلا"));

        assertThat(inbox.message("mid.OUT")).containsEntry("status", "Read");
    }

    @Test
    void the_newest_reaction_counts_and_taking_it_off_too() {
        inbox.applies(message("mid.1", igsid(NARGES), now.minusSeconds(60)));
        inbox.applies(reaction(null, 10), reaction("❤", 20));
        assertThat(inbox.message("mid.1")).containsEntry("reaction", null);

        inbox.applies(reaction("👍", 5));
        inbox.applies(reaction("❤", 20));
        assertThat(inbox.message("mid.1")).containsEntry("reaction", "👍");
    }

    private InboundItem reaction(@Nullable String emoji, int secondsAgo) {
        return new MessageReaction(
                Postbox.ACCOUNT, "mid.1", sender(null, igsid(NARGES)), now.minusSeconds(secondsAgo), emoji);
    }

    @Test
    void the_newest_words_count_and_those_before_are_gone() {
        inbox.applies(message("mid.1", igsid(NARGES), now.minusSeconds(60)));

        inbox.applies(new MessageEdit(Postbox.ACCOUNT, "mid.1", now.minusSeconds(5), "عشرة"));
        inbox.applies(new MessageEdit(Postbox.ACCOUNT, "mid.1", now.minusSeconds(9), "تسعة"));

        assertThat(inbox.message("mid.1"))
                .containsEntry("text", "عشرة")
                .containsEntry("edited_at", at(now.minusSeconds(5)));
    }

    @Test
    void of_what_was_taken_back_no_word_is_left_whatever_comes_after() {
        inbox.applies(message("mid.1", igsid(NARGES), now.minusSeconds(60)));

        inbox.applies(new MessageDeletion(Postbox.ACCOUNT, "mid.1", now.minusSeconds(5)));
        inbox.applies(new MessageEdit(Postbox.ACCOUNT, "mid.1", now, "عشرة"));

        assertThat(inbox.message("mid.1"))
                .containsEntry("text", null)
                .containsEntry("deleted_at", at(now.minusSeconds(5)));
        assertThat(inbox.conversation()).containsEntry("unread_count", 1L);
    }
}
