package iq.sendy.messaging;

import static iq.sendy.Goods.encoded;
import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Trips;
import iq.sendy.World.Backstage;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The inbox as it is read: shapes, lists, filters, orders and search. */
@Scenario
public class ConversationsTest {

    private static final String LIST = Api.KEYS + "/social/conversations";

    @Autowired
    Api api;

    @Autowired
    Backstage backstage;

    @Autowired
    Trips trips;

    private Inbox inbox;

    @BeforeEach
    void open() {
        inbox = Inbox.opens(api, backstage);
    }

    private static List<String> texts(JsonNode conversation) {
        return conversation
                .get("messages")
                .valueStream()
                .map(message ->
                        message.get("text").isNull() ? "-" : message.get("text").stringValue())
                .toList();
    }

    @Test
    void a_conversation_is_listed_as_the_contract_writes_it() {
        var id = inbox.begins("زينب علي", "9647701234567");
        inbox.receives(id, "شلون السعر؟", 5);

        var item = well(inbox.key.get(LIST)).data().get("items").get(0);

        assertThat(item.get("id").stringValue()).isEqualTo(id);
        assertThat(item.get("channelId").stringValue()).isEqualTo(inbox.channel.toString());
        assertThat(item.get("channelType").stringValue()).isEqualTo("WhatsApp");
        assertThat(item.get("status").stringValue()).isEqualTo("Open");
        assertThat(item.get("handler").stringValue()).isEqualTo("Human");
        assertThat(item.at("/contact/name").stringValue()).isEqualTo("زينب علي");
        assertThat(item.at("/contact/phone").stringValue()).isEqualTo("9647701234567");
        assertThat(item.at("/contact/externalId").stringValue()).isEqualTo("9647701234567");
        assertThat(item.get("assignedUserId").isNull()).isTrue();
        assertThat(item.get("unreadCount").longValue()).isEqualTo(1);
        assertThat(item.at("/lastMessage/text").stringValue()).isEqualTo("شلون السعر؟");
        assertThat(item.at("/lastMessage/direction").stringValue()).isEqualTo("Inbound");
        assertThat(item.at("/lastMessage/at").stringValue()).isEqualTo("2026-11-20T09:00:05.000Z");
        assertThat(item.get("windowExpiresAt").stringValue()).isEqualTo("2026-11-21T09:00:05.000Z");
        assertThat(item.get("waitingSince").stringValue()).isEqualTo("2026-11-20T09:00:05.000Z");
        assertThat(item.get("labels").isEmpty()).isTrue();
        assertThat(item.has("messages")).isFalse();
    }

    @Test
    void one_alone_has_its_messages_and_notes_oldest_first() {
        var id = inbox.begins("زينب علي", "9647701234567");
        inbox.receives(id, "ثانياً", 20);
        inbox.receives(id, "أولاً", 10);
        inbox.sends(id, "ثالثاً", 30, "Sent", true);
        well(inbox.does(id, "notes", Api.object().put("text", "يريد التوصيل بعد العصر")));
        well(inbox.does(id, "notes", Api.object().put("text", "اتصلت به")));

        var shown = inbox.shows(id);

        assertThat(texts(shown)).containsExactly("أولاً", "ثانياً", "ثالثاً");
        var first = shown.at("/messages/0");
        assertThat(first.get("direction").stringValue()).isEqualTo("Inbound");
        assertThat(first.get("kind").stringValue()).isEqualTo("Text");
        assertThat(first.get("isAiGenerated").booleanValue()).isFalse();
        assertThat(first.at("/author/kind").stringValue()).isEqualTo("Customer");
        assertThat(first.get("deliveryStatus").isNull()).isTrue();
        assertThat(first.get("error").isNull()).isTrue();
        assertThat(first.get("media").isEmpty()).isTrue();
        assertThat(shown.at("/messages/2/deliveryStatus").stringValue()).isEqualTo("Sent");
        assertThat(shown.get("notes").valueStream().map(note -> note.get("text").stringValue()))
                .containsExactly("يريد التوصيل بعد العصر", "اتصلت به");
        assertThat(shown.at("/notes/0/author/kind").stringValue()).isEqualTo("user");
    }

    @Test
    void what_never_left_the_house_is_not_shown_and_what_nobody_confirmed_is() {
        var id = inbox.begins("زينب", "9647701234567");
        inbox.receives(id, "سؤال", 0);
        inbox.sends(id, "waits", 1, "Queued", false);
        inbox.sends(id, "refused", 2, "Failed", false);
        inbox.sends(id, "not confirmed", 3, "Unknown", false);
        inbox.sends(id, "accepted and failed", 4, "Failed", true);

        var shown = inbox.shows(id);

        assertThat(texts(shown)).containsExactly("سؤال", "not confirmed", "accepted and failed");
        assertThat(shown.at("/messages/1/deliveryStatus").stringValue()).isEqualTo("Unknown");
        assertThat(shown.at("/messages/2/deliveryStatus").stringValue()).isEqualTo("Failed");
    }

    @Test
    void a_withdrawn_message_keeps_its_place_and_loses_what_it_said() {
        var id = inbox.begins("زينب", "9647701234567");
        var message = inbox.receives(id, "سر", 0);
        backstage
                .jdbc()
                .sql("update messaging.message set deleted_at = now(), details = '{\"a\":1}' where id = :id")
                .param("id", UUID.fromString(message))
                .update();

        var shown = inbox.shows(id);

        assertThat(texts(shown)).containsExactly("-");
        assertThat(shown.at("/messages/0/details").isNull()).isTrue();
        assertThat(shown.at("/messages/0/deletedAt").isNull()).isFalse();
        assertThat(shown.at("/lastMessage/text").isNull()).isTrue();
    }

    @Test
    void what_a_message_has_beside_its_text_is_shown_as_it_came() {
        var id = inbox.begins("زينب", "9647701234567");
        var message = inbox.receives(id, "بيتي", 0);
        backstage.jdbc().sql("""
                        update messaging.message set kind = 'Location', reaction = '❤️', in_reply_to = 'wamid.X',
                            details = '{"latitude":33.3152,"longitude":44.3661}' where id = :id
                        """).param("id", UUID.fromString(message)).update();

        var shown = inbox.shows(id).at("/messages/0");

        assertThat(shown.get("kind").stringValue()).isEqualTo("Location");
        assertThat(shown.at("/details/latitude").doubleValue()).isEqualTo(33.3152);
        assertThat(shown.get("reaction").stringValue()).isEqualTo("❤️");
        assertThat(shown.get("inReplyTo").stringValue()).isEqualTo("wamid.X");
    }

    @Test
    void another_stores_conversation_is_like_one_that_is_not_there() {
        var theirs = Inbox.opens(api, backstage).begins("غريب", "9647709999999");
        var nobodys = inbox.key.get(LIST + "/" + UUID.randomUUID());

        assertThat(nobodys.status()).isEqualTo(404);
        for (var id : List.of(theirs, "no-id", "0195b1c2")) {
            var answer = inbox.key.get(LIST + "/" + id);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.json().get("errors")).isEqualTo(nobodys.json().get("errors"));
        }
        assertThat(inbox.lists("")).isEmpty();
        assertThat(inbox.lists("?channelId=" + UUID.randomUUID())).isEmpty();
    }

    @Test
    void filters_hold_together() {
        var open = inbox.begins("أ", "9647701111111");
        var pending = inbox.begins("ب", "9647702222222");
        var resolved = inbox.begins("ج", "9647703333333");
        inbox.sets(pending, "status = 'Pending'");
        inbox.receives(resolved, "شكراً", 1);
        well(inbox.does(resolved, "resolve"));
        var owner = inbox.ownerId();
        well(inbox.does(open, "assign", Api.object().put("userId", owner)));
        well(inbox.does(open, "labels", labels("VIP", "أربيل")));

        assertThat(inbox.lists("?status=open")).containsExactly(open);
        assertThat(inbox.lists("?status=Open,pending&STATUS=Resolved")).hasSize(3);
        assertThat(inbox.lists("?status=Resolved,Pending")).containsExactlyInAnyOrder(pending, resolved);
        assertThat(inbox.lists("?channelId=" + inbox.channel)).hasSize(3);
        assertThat(inbox.lists("?assignedUserId=" + owner)).containsExactly(open);
        assertThat(inbox.lists("?assignedUserId=None")).containsExactlyInAnyOrder(pending, resolved);
        assertThat(inbox.lists("?assignedUserId=" + UUID.randomUUID())).isEmpty();
        assertThat(inbox.lists("?label=vip")).containsExactly(open);
        assertThat(inbox.lists("?label=other," + encoded("اربيل"))).containsExactly(open);
        assertThat(inbox.lists("?label=other")).isEmpty();
        assertThat(inbox.lists("?unread=true")).containsExactly(resolved);
        assertThat(inbox.lists("?unread=false")).containsExactlyInAnyOrder(open, pending);
        assertThat(inbox.lists("?unread=true&status=Open")).isEmpty();
        assertThat(well(inbox.key.get(LIST + "?status=Pending"))
                        .data()
                        .get("items")
                        .get(0)
                        .get("handler")
                        .stringValue())
                .isEqualTo("Ai");
    }

    @ParameterizedTest
    @CsvSource({
        "status=Closed, status",
        "channelId=x, channelId",
        "assignedUserId=nobody, assignedUserId",
        "unread=perhaps, unread",
        "snoozed=no, snoozed",
        "sort=name, sort",
    })
    void a_filter_that_cannot_be_read_says_so(String query, String field) {
        var answer = inbox.key.get(LIST + "?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").stringValue()).isEqualTo(field);
    }

    static ObjectNode labels(String... labels) {
        var body = Api.object();
        List.of(labels).forEach(body.putArray("labels")::add);
        return body;
    }

    @ParameterizedTest
    @ValueSource(strings = {"زينب", "زَيْنب", "علي", "07701234567", "٠٧٧٠ ١٢٣ ٤٥٦٧", "4567", "+9647701234567"})
    void a_contact_is_found_by_a_part_of_the_name_or_the_phone_in_any_form(String q) {
        var wanted = inbox.begins("زينب علي", "9647701234567");
        inbox.begins("حسن كريم", "9647801112223");

        assertThat(inbox.lists("?q=" + encoded(q))).containsExactly(wanted);
    }

    @Test
    void a_contact_without_a_phone_is_found_by_the_name_that_the_service_has() {
        var wanted = inbox.begins("زينب", null);
        inbox.begins("حسن", "9647801112223");
        var external = inbox.shows(wanted).at("/contact/externalId").stringValue();

        assertThat(external).startsWith("IQ.");
        assertThat(inbox.lists("?q=" + external)).containsExactly(wanted);
        assertThat(inbox.lists("?q=%25")).isEmpty();
        assertThat(inbox.lists("?q=" + encoded("لا أحد"))).isEmpty();
    }

    @Test
    void each_order_goes_on_by_its_cursor_without_a_gap() {
        var all = new ArrayList<String>();
        for (var i = 0; i < 7; i++) {
            var id = inbox.begins("زبون " + i, "96477012345" + (10 + i), Inbox.NOON.plusSeconds(i / 2));
            inbox.receives(id, "سلام", 100 - i / 2);
            all.add(id);
        }
        var answered = inbox.begins("هادئ", "9647709876543", Inbox.NOON.minusSeconds(60));

        assertThat(walked("?per_page=2")).hasSize(8).last().isEqualTo(answered);
        assertThat(walked("?sort=createdAt&per_page=3")).isEqualTo(walked("?per_page=100"));
        assertThat(walked("?sort=lastMessage&per_page=2"))
                .containsExactlyInAnyOrderElementsOf(all)
                .isEqualTo(walked("?sort=lastMessage&per_page=50"));
        var waiting = walked("?sort=waiting&per_page=2");
        assertThat(waiting).containsExactlyInAnyOrderElementsOf(all).isEqualTo(walked("?sort=waiting"));
        assertThat(waiting.getFirst()).isEqualTo(all.getLast());
    }

    private List<String> walked(String query) {
        var found = new ArrayList<String>();
        var next = "";
        while (true) {
            var page = well(inbox.key.get(LIST + query + next)).data();
            page.get("items").forEach(item -> found.add(item.get("id").stringValue()));
            if (page.get("nextCursor").isNull()) {
                return found;
            }
            next = "&cursor=" + page.get("nextCursor").stringValue();
        }
    }

    @Test
    void a_list_and_one_with_all_its_messages_are_a_trip_each() {
        var id = inbox.begins("زينب", "9647701234567");
        for (var i = 0; i < 50; i++) {
            inbox.receives(id, "رسالة " + i, i);
        }
        inbox.lists("");

        assertThat(trips.during(() -> inbox.lists(""))).hasSize(3).last().isEqualTo(Trips.COMMIT);
        assertThat(trips.during(() -> inbox.shows(id))).hasSize(3).last().isEqualTo(Trips.COMMIT);
    }
}
