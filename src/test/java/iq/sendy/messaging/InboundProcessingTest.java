package iq.sendy.messaging;

import static iq.sendy.messaging.Postbox.bsuid;
import static iq.sendy.messaging.Postbox.message;
import static iq.sendy.messaging.Postbox.sender;
import static iq.sendy.messaging.Postbox.status;
import static iq.sendy.messaging.Postbox.waId;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import iq.sendy.kernel.StoreId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** What a message of a customer does: to its contact, its conversation and the people who wait for it. */
@Scenario
class InboundProcessingTest {

    private static final String ZAINAB = "9647701234567";

    @Autowired
    InboundProcessing processing;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Backstage backstage;

    @Autowired
    MovableClock clock;

    private Postbox inbox;
    private Instant now;

    @BeforeEach
    void open() {
        inbox = new Postbox(new StoreId(UUID.randomUUID()), processing, transactions, backstage);
        now = clock.instant();
    }

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
        Shop.atOnce(30, i -> inbox.applies(message(
                "wamid." + i,
                i % 2 == 0 ? sender("زينب", waId(ZAINAB), bsuid("IQ.77")) : sender("زينب", bsuid("IQ.77"), waId(ZAINAB)),
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
    void statuses_move_upward_only() {
        inbox.applies(Postbox.echo("wamid.OUT", waId(ZAINAB), now.minusSeconds(60), "أهلا"));

        inbox.applies(status("wamid.OUT", "read", now));
        inbox.applies(status("wamid.OUT", "delivered", now), status("wamid.OUT", "sent", now));

        assertThat(inbox.message("wamid.OUT")).containsEntry("status", "Read").containsEntry("author_kind", "NativeApp");
    }

    private static Timestamp at(Instant instant) {
        return Timestamp.from(instant);
    }
}
