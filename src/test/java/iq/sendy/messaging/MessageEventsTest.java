package iq.sendy.messaging;

import static iq.sendy.messaging.Postbox.echo;
import static iq.sendy.messaging.Postbox.message;
import static iq.sendy.messaging.Postbox.sender;
import static iq.sendy.messaging.Postbox.status;
import static iq.sendy.messaging.Postbox.waId;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Trips;
import iq.sendy.World.Backstage;
import iq.sendy.kernel.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;

/** What others hear of a customer's message, and what it costs to store one. */
@Scenario
class MessageEventsTest {

    private static final String ZAINAB = "9647701234567";

    @Autowired
    Api api;

    @Autowired
    InboundProcessing processing;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Backstage backstage;

    @Autowired
    MovableClock clock;

    @Autowired
    Trips trips;

    private Shop shop;
    private Postbox inbox;
    private Instant now;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        inbox = new Postbox(new StoreId(UUID.fromString(shop.storeId())), processing, transactions, backstage);
        now = clock.instant();
    }

    private List<JsonNode> events() {
        var reply = api.withKey(shop.mints("webhooks:read")).get(Api.KEYS + "/events");
        assertThat(reply.status()).as(reply::toString).isEqualTo(200);
        var events = new ArrayList<JsonNode>();
        reply.data().get("items").forEach(events::add);
        return events;
    }

    @Test
    void integrators_hear_of_each_message_of_a_customer_once_with_its_conversation() {
        var first = message("wamid.1", sender("زينب", waId(ZAINAB)), now.minusSeconds(60), "شلون السعر؟");
        inbox.applies(first, message("wamid.2", waId(ZAINAB), now.minusSeconds(50)));
        inbox.applies(first);
        inbox.applies(echo("wamid.OUT", waId(ZAINAB), now.minusSeconds(40), "أهلا"));
        inbox.applies(status("wamid.OUT", "read", now.minusSeconds(30)));
        inbox.applies(message("wamid.3", waId(ZAINAB), now.minusSeconds(20)));

        var events = events();

        var conversation = String.valueOf(inbox.conversation().get("id"));
        assertThat(events).hasSize(3).allSatisfy(event -> {
            assertThat(event.get("event_type").stringValue()).isEqualTo("conversation.message_received");
            assertThat(event.at("/resource/type").stringValue()).isEqualTo("conversation");
            assertThat(event.at("/resource/id").stringValue()).isEqualTo(conversation);
            assertThat(event.at("/data/id").stringValue()).isEqualTo(conversation);
            assertThat(event.at("/data/contact/name").stringValue()).isEqualTo("زينب");
            assertThat(event.at("/data/contact/phone").stringValue()).isEqualTo(ZAINAB);
            assertThat(event.at("/data/contact/externalId").stringValue()).isEqualTo(ZAINAB);
            assertThat(event.at("/data/handler").stringValue()).isEqualTo("Human");
        });
        assertThat(events)
                .extracting(event -> event.at("/resource/sequence").longValue())
                .containsExactly(1L, 2L, 3L);
        assertThat(events)
                .extracting(event -> event.at("/data/unreadCount").longValue())
                .containsExactly(2L, 2L, 3L);
        assertThat(events.getLast().at("/data/lastMessage/text").stringValue()).contains("wamid.3");
    }

    @Test
    void many_messages_at_once_are_events_without_a_gap() {
        Shop.atOnce(20, i -> inbox.applies(message("wamid." + i, waId(ZAINAB), now.minusSeconds(i))));

        assertThat(events())
                .extracting(event -> event.at("/resource/sequence").longValue())
                .containsExactly(LongStream.rangeClosed(1, 20).boxed().toArray(Long[]::new));
    }

    @Test
    void the_summary_counts_the_conversations_that_wait_for_a_person() {
        inbox.applies(message("wamid.1", waId(ZAINAB), now));
        inbox.applies(message("wamid.2", waId("9647701234568"), now));
        inbox.applies(message("wamid.3", waId("9647701234569"), now));
        inbox.executes("""
                update messaging.conversation set status = 'Resolved'
                where store_id = :store and last_message_id in (
                    select id from messaging.message where store_id = :store and external_id = 'wamid.3')""");

        var summary = shop.owner().get(Api.STAFF + "/analytics/summary");

        assertThat(summary.data().at("/todo/openConversations").longValue()).isEqualTo(2);
    }

    @Test
    void a_message_of_a_known_customer_takes_six_trips_and_a_status_four() {
        inbox.applies(message("wamid.1", waId(ZAINAB), now));
        inbox.applies(echo("wamid.OUT", waId(ZAINAB), now, "أهلا"));

        // The store's name, locks and questions, all that is written, the conversation for integrators, what goes
        // before COMMIT, COMMIT.
        assertThat(made(() -> inbox.applies(message("wamid.2", waId(ZAINAB), now))))
                .hasSize(6)
                .endsWith(Trips.COMMIT);
        assertThat(made(() -> inbox.applies(message("wamid.2", waId(ZAINAB), now))))
                .hasSizeLessThanOrEqualTo(3);
        assertThat(made(() -> inbox.applies(status("wamid.OUT", "read", now)))).hasSizeLessThanOrEqualTo(4);
    }

    /** As a request's thread, whose trips are counted. */
    private List<String> made(Runnable work) {
        return trips.during(() -> {
            try {
                var serving = new Thread(work, "tomcat-handler-of-this-test");
                serving.start();
                serving.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        });
    }
}
