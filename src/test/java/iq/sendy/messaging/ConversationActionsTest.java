package iq.sendy.messaging;

import static iq.sendy.Goods.well;
import static iq.sendy.Waiting.until;
import static iq.sendy.messaging.ConversationsTest.labels;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import iq.sendy.accounts.Accounts;
import iq.sendy.jobs.Jobs;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.jobs.SnoozeEnd;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What staff do with a conversation: every action at both doors, every refusal, twice and at once. */
@Scenario
class ConversationActionsTest {

    private static final int AT_ONCE = 30;

    @Autowired
    Api api;

    @Autowired
    Backstage backstage;

    @Autowired
    MovableClock clock;

    @Autowired
    ConversationChange change;

    @Autowired
    Accounts accounts;

    @Autowired
    Jobs jobs;

    @Autowired
    SnoozeEnd snoozeEnd;

    @Autowired
    Pipeline pipeline;

    @Autowired
    UuidGenerator uuidGenerator;

    @Autowired
    PlatformTransactionManager transactions;

    private Inbox inbox;
    private String id;

    @BeforeEach
    void open() {
        clock.reset();
        inbox = Inbox.opens(api, backstage);
        id = inbox.begins("زينب", "9647701234567");
        inbox.receives(id, "سلام", 10);
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    /** As the service does it where an agent answers at a channel. */
    private HandBackConversation.Result handsBack(StoreId store, UUID conversation, UUID channel) {
        AnsweringAgent agent = (_, asked) -> new AnsweringAgent.AnsweredContacts() {
            @Override
            public List<Query<?>> queries() {
                return List.of();
            }

            @Override
            public boolean include(UUID contact, Collection<String> names) {
                return asked.equals(channel);
            }
        };
        var agents = new StaticListableBeanFactory(Map.of("agent", agent)).getBeanProvider(AnsweringAgent.class);
        var service = new ConversationActions(
                change, accounts, new AgentPresence(agents, pipeline), jobs, snoozeEnd, uuidGenerator, clock);
        return CurrentTenant.in(
                store,
                () -> new TransactionTemplate(transactions)
                        .execute(_ -> service.handBack(store, Actor.SYSTEM, new HandBackConversation(conversation))));
    }

    private static Object assignment(@Nullable String member) {
        return Api.object().put("userId", member);
    }

    private JsonNode done(String action) {
        return well(inbox.does(id, action)).data();
    }

    private JsonNode done(String action, Object body) {
        return well(inbox.does(id, action, body)).data();
    }

    private static String status(JsonNode conversation) {
        return conversation.get("status").stringValue();
    }

    @Test
    void a_resolved_conversation_waits_for_nobody_and_keeps_what_was_not_read() {
        var resolved = done("resolve");

        assertThat(status(resolved)).isEqualTo("Resolved");
        assertThat(resolved.get("waitingSince").isNull()).isTrue();
        assertThat(resolved.get("unreadCount").longValue()).isEqualTo(1);
        assertThat(status(done("resolve"))).isEqualTo("Resolved");
        assertThat(inbox.audited(id)).containsExactly("conversation.resolved");
    }

    @Test
    void a_reopened_conversation_waits_again_since_the_first_message_without_an_answer() {
        inbox.sends(id, "أهلاً", 20, "Read", true);
        inbox.receives(id, "بكم؟", 30);
        inbox.receives(id, "هلو؟", 40);
        inbox.sends(id, "never sent", 50, "Failed", false);
        done("resolve");

        var reopened = done("reopen");

        assertThat(status(reopened)).isEqualTo("Open");
        assertThat(reopened.get("waitingSince").stringValue()).isEqualTo("2026-11-20T09:00:30.000Z");
        assertThat(inbox.does(id, "reopen").text()).contains("09:00:30.000Z");
        assertThat(inbox.audited(id)).containsExactly("conversation.reopened", "conversation.resolved");
    }

    @Test
    void a_reopened_conversation_that_was_answered_waits_for_nobody() {
        inbox.sends(id, "أهلاً", 20, "Delivered", true);
        done("resolve");

        assertThat(done("reopen").get("waitingSince").isNull()).isTrue();
    }

    @Test
    void who_takes_over_has_it_and_a_key_only_opens_it() {
        inbox.sets(id, "status = 'Pending'");

        var byKey =
                well(inbox.key.post(Api.KEYS + Inbox.path(id) + "/take-over")).data();

        assertThat(status(byKey)).isEqualTo("Open");
        assertThat(byKey.get("handler").stringValue()).isEqualTo("Human");
        assertThat(byKey.get("assignedUserId").isNull()).isTrue();
        assertThat(done("take-over").get("assignedUserId").stringValue()).isEqualTo(inbox.ownerId());
        assertThat(well(inbox.key.post(Api.KEYS + Inbox.path(id) + "/take-over"))
                        .data("assignedUserId"))
                .isEqualTo(inbox.ownerId());
        assertThat(inbox.audited(id)).containsExactly("conversation.taken_over", "conversation.taken_over");
    }

    @Test
    void taking_over_opens_what_was_resolved_or_put_away() {
        done(
                "snooze",
                Api.object().put("until", clock.instant().plusSeconds(3_600).toString()));
        done("resolve");

        var taken = done("take-over");

        assertThat(status(taken)).isEqualTo("Open");
        assertThat(taken.get("waitingSince").stringValue()).isEqualTo("2026-11-20T09:00:10.000Z");
        assertThat(taken.get("snoozedUntil").isNull()).isTrue();
    }

    @Test
    void where_no_agent_answers_it_stays_with_people_and_the_answer_says_so() {
        done("take-over");

        var answer = inbox.does(id, "hand-back");

        assertThat(well(answer).json().get("message").stringValue()).contains("No agent answers");
        assertThat(status(answer.data())).isEqualTo("Open");
        assertThat(answer.data("assignedUserId")).isEqualTo(inbox.ownerId());
        assertThat(inbox.audited(id)).containsExactly("conversation.taken_over");
    }

    @Test
    void an_agent_that_answers_at_the_channel_has_it_back_and_nobody_else() {
        // What is for people is not answered when the agent has it back.
        inbox.receives(id, "اريد احچي وية موظف", 5);
        done("take-over");
        var store = new StoreId(UUID.fromString(inbox.shop.storeId()));
        var conversation = UUID.fromString(id);

        var kept = handsBack(store, conversation, UUID.randomUUID());
        assertThat(kept).isInstanceOf(HandBackConversation.Result.KeptByPeople.class);
        var handed = handsBack(store, conversation, inbox.channel);

        assertThat(handed).isInstanceOf(HandBackConversation.Result.HandedBack.class);
        assertThat(status(inbox.shows(id))).isEqualTo("Pending");
        assertThat(inbox.shows(id).get("handler").stringValue()).isEqualTo("Ai");
        assertThat(inbox.shows(id).get("assignedUserId").isNull()).isTrue();
        assertThat(inbox.shows(id).get("waitingSince").isNull()).isFalse();
        done("resolve");
        handsBack(store, conversation, inbox.channel);
        assertThat(status(inbox.shows(id))).isEqualTo("Resolved");
    }

    @Test
    void it_is_assigned_to_an_active_member_who_may_see_it_or_to_nobody() {
        var member = inbox.hires("store.conversations.view");

        assertThat(done("assign", assignment(member)).get("assignedUserId").stringValue())
                .isEqualTo(member);
        assertThat(done("assign", assignment(inbox.ownerId()))
                        .get("assignedUserId")
                        .stringValue())
                .isEqualTo(inbox.ownerId());
        assertThat(status(done("assign", assignment(null)))).isEqualTo("Open");
        assertThat(inbox.shows(id).get("assignedUserId").isNull()).isTrue();
        done("assign", assignment(null));
        assertThat(inbox.audited(id)).hasSize(3).containsOnly("conversation.assigned");
    }

    @Test
    void who_is_removed_leaves_their_conversations_to_whoever_takes_them() {
        var member = inbox.hires("store.conversations.view");
        done("assign", assignment(member));

        well(inbox.owner.delete(Api.STAFF + "/staff/" + member));

        assertThat(inbox.shows(id).get("assignedUserId").isNull()).isTrue();
    }

    @Test
    void it_is_assigned_to_no_stranger_to_nobody_who_left_and_to_none_without_the_right() {
        var blind = inbox.hires("store.orders.view");
        var left = inbox.hires("store.conversations.view");
        well(inbox.owner.put(Api.STAFF + "/staff/" + left, Api.object().put("isActive", false)));
        var stranger = Inbox.opens(api, backstage).ownerId();

        for (var unknown : List.of(left, stranger, UUID.randomUUID().toString())) {
            var answer = inbox.does(id, "assign", assignment(unknown));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.faults()).containsExactly("userId user.unknown");
        }
        assertThat(inbox.does(id, "assign", assignment(blind)).faults()).containsExactly("userId user.without_inbox");
        assertThat(inbox.does(id, "assign", assignment("x")).faults()).containsExactly("userId field.invalid");
        assertThat(inbox.does(id, "assign", Api.object()).faults()).containsExactly("userId field.required");
        assertThat(inbox.shows(id).get("assignedUserId").isNull()).isTrue();
    }

    @Test
    void a_note_has_up_to_five_thousand_characters_and_the_log_does_not_hold_them() {
        var text = "س".repeat(5_000);

        var note = done("notes", Api.object().put("text", text));

        assertThat(note.get("text").stringValue()).isEqualTo(text);
        assertThat(note.at("/author/id").stringValue()).isEqualTo(inbox.ownerId());
        assertThat(inbox.does(id, "notes", Api.object().put("text", text + "س")).faults())
                .containsExactly("text field.too_long");
        assertThat(inbox.does(id, "notes", Api.object().put("text", "  ")).faults())
                .containsExactly("text field.required");
        assertThat(inbox.does(id, "notes", Api.object().put("text", 5)).faults())
                .containsExactly("text field.invalid");
        assertThat(inbox.shows(id).get("notes")).hasSize(1);
        assertThat(inbox.owner.get(Api.STAFF + "/audit-log?resourceId=" + id).text())
                .contains("conversation.noted")
                .doesNotContain("سسس");
    }

    @Test
    void labels_replace_those_before_and_two_that_fold_alike_are_one() {
        done("labels", labels("old"));

        var labelled = done("labels", labels(" VIP ", "vip", "أربيل", "اربيل", "🌹"));

        assertThat(labelled.get("labels").valueStream().map(JsonNode::stringValue))
                .containsExactlyInAnyOrder("VIP", "أربيل", "🌹");
        done("labels", labels("VIP", "أربيل", "🌹"));
        assertThat(inbox.audited(id)).hasSize(2);
        assertThat(done("labels", labels()).get("labels").isEmpty()).isTrue();
    }

    @Test
    void labels_are_twenty_of_fifty_characters_at_most() {
        var many = Api.object();
        var array = many.putArray("labels");
        for (var i = 0; i < 20; i++) {
            array.add(i + "x".repeat(48));
        }
        assertThat(done("labels", many).get("labels")).hasSize(20);
        array.add("one more");

        assertThat(inbox.does(id, "labels", many).faults()).containsExactly("labels field.out_of_range");
        assertThat(inbox.does(id, "labels", labels("x".repeat(51))).faults())
                .containsExactly("labels[0] field.too_long");
        assertThat(inbox.does(id, "labels", labels("fine", " ")).faults()).containsExactly("labels[1] field.required");
        assertThat(inbox.does(id, "labels", Api.object().put("labels", "x")).faults())
                .containsExactly("labels field.invalid");
        assertThat(inbox.does(id, "labels", Api.object()).faults()).containsExactly("labels field.required");
        assertThat(inbox.shows(id).get("labels")).hasSize(20);
    }

    @Test
    void the_labels_of_a_store_are_counted() {
        var other = inbox.begins("حسن", "9647701234568");
        done("labels", labels("VIP", "أربيل"));
        well(inbox.does(other, "labels", labels("vip")));
        var stranger = Inbox.opens(api, backstage);
        well(stranger.does(stranger.begins("غريب", "9647701234569"), "labels", labels("VIP")));

        var page = well(inbox.key.get(Api.KEYS + "/social/labels?per_page=1")).data();
        var rest = well(inbox.key.get(Api.KEYS + "/social/labels?per_page=1&cursor="
                        + page.get("nextCursor").stringValue()))
                .data();

        assertThat(page.get("totalCount").longValue()).isEqualTo(2);
        assertThat(page.at("/items/0/count").longValue()).isEqualTo(2);
        assertThat(page.at("/items/0/label").stringValue()).isEqualToIgnoringCase("vip");
        assertThat(rest.at("/items/0/label").stringValue()).isEqualTo("أربيل");
        assertThat(rest.get("nextCursor").isNull()).isTrue();
    }

    @Test
    void what_is_put_away_leaves_the_list_and_comes_back_at_its_time() {
        var until = clock.instant().plus(Duration.ofHours(2));
        var snoozed = done("snooze", Api.object().put("until", until.toString()));

        assertThat(snoozed.get("snoozedUntil").stringValue()).isNotBlank();
        assertThat(inbox.lists("")).isEmpty();
        assertThat(inbox.lists("?snoozed=true")).containsExactly(id);
        assertThat(inbox.lists("?snoozed=any")).containsExactly(id);
        assertThat(inbox.lists("?q=4567")).containsExactly(id);
        clock.advance(Duration.ofHours(3));
        assertThat(inbox.lists("")).containsExactly(id);
        assertThat(inbox.lists("?snoozed=true")).isEmpty();
    }

    @Test
    void a_snooze_ends_at_its_time_for_those_who_watch_and_not_at_one_that_was_put_off() {
        var early = clock.instant().plus(Duration.ofHours(1));
        var other = inbox.begins("حسن", "9647701234568");
        done("snooze", Api.object().put("until", early.toString()));
        done("snooze", Api.object().put("until", early.plus(Duration.ofHours(9)).toString()));
        well(inbox.does(
                other, "snooze", Api.object().put("until", early.plusSeconds(60).toString())));

        inbox.snoozesEnd(early.plusSeconds(120));

        until("two of three jobs are done", () -> inbox.snoozes() == 1);
        assertThat(inbox.shows(other).get("snoozedUntil").isNull()).isTrue();
        assertThat(inbox.shows(id).get("snoozedUntil").isNull()).isFalse();
    }

    @Test
    void what_is_put_away_comes_back_when_somebody_says_so() {
        done(
                "snooze",
                Api.object().put("until", clock.instant().plusSeconds(600).toString()));

        assertThat(done("snooze", Api.object().putNull("until"))
                        .get("snoozedUntil")
                        .isNull())
                .isTrue();
        assertThat(inbox.lists("")).containsExactly(id);
        assertThat(inbox.audited(id)).containsExactly("conversation.snoozed", "conversation.snoozed");
    }

    @ParameterizedTest
    @CsvSource({"2020-01-01T00:00:00Z, snooze.past", "soon, field.invalid", "99999-01-01T00:00:00Z, field.invalid"})
    void it_is_put_away_until_a_time_to_come_only(String until, String code) {
        var answer = inbox.does(id, "snooze", Api.object().put("until", until));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.faults()).containsExactly("until " + code);
        assertThat(inbox.does(id, "snooze", Api.object()).faults()).containsExactly("until field.required");
    }

    @Test
    void what_came_behind_the_last_message_that_was_seen_stays_unread() {
        var seen = inbox.receives(id, "ثانية", 20);
        inbox.receives(id, "ثالثة", 30);
        inbox.receives(id, "رابعة، كُتبت قبلها", 15);

        var read = done("read", Api.object().put("upTo", seen));

        assertThat(read.get("unreadCount").longValue()).isEqualTo(2);
        assertThat(read.get("waitingSince").isNull()).isFalse();
        assertThat(done("read").get("unreadCount").longValue()).isZero();
        assertThat(done("read", Api.object().put("upTo", seen))
                        .get("unreadCount")
                        .longValue())
                .isZero();
        assertThat(inbox.audited(id)).containsExactly("conversation.read", "conversation.read");
    }

    @Test
    void a_message_of_another_conversation_is_none_of_this_one() {
        var other = inbox.begins("حسن", "9647701234568");
        var message = inbox.receives(other, "سلام", 1);

        for (var unknown : List.of(message, UUID.randomUUID().toString())) {
            assertThat(inbox.does(id, "read", Api.object().put("upTo", unknown)).faults())
                    .containsExactly("upTo message.unknown");
        }
        assertThat(inbox.does(id, "read", Api.object().put("upTo", "x")).faults())
                .containsExactly("upTo field.invalid");
        assertThat(inbox.shows(id).get("unreadCount").longValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"resolve", "reopen", "assign", "notes", "take-over", "hand-back", "labels", "snooze", "read"})
    void a_conversation_that_is_not_the_stores_is_not_there(String action) {
        var stranger = Inbox.opens(api, backstage);
        var theirs = stranger.begins("غريب", "9647709999999");
        stranger.receives(theirs, "سلام", 1);

        for (var unknown : List.of(theirs, UUID.randomUUID().toString(), "no-id")) {
            for (var body : List.of(Api.object(), body(action))) {
                var path = Inbox.path(unknown) + "/" + action;
                assertThat(inbox.owner.post(Api.STAFF + path, body).status()).isEqualTo(404);
                assertThat(inbox.key.post(Api.KEYS + path, body).status()).isEqualTo(404);
            }
        }
        assertThat(stranger.audited(theirs)).isEmpty();
    }

    private Object body(String action) {
        return switch (action) {
            case "assign" -> assignment(inbox.ownerId());
            case "notes" -> Api.object().put("text", "ملاحظة");
            case "labels" -> labels("VIP");
            case "snooze" ->
                Api.object().put("until", clock.instant().plusSeconds(3_600).toString());
            default -> Api.object();
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"resolve", "reopen", "assign", "take-over", "hand-back", "labels", "snooze", "read"})
    void what_many_do_at_once_is_done_once(String action) {
        if (action.equals("reopen")) {
            done("resolve");
        }
        var before = inbox.audited(id).size();
        var body = body(action);

        var answers = Shop.atOnce(AT_ONCE, _ -> inbox.does(id, action, body));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        assertThat(inbox.audited(id)).hasSize(before + (action.equals("hand-back") ? 0 : 1));
    }

    @Test
    void notes_that_many_write_at_once_are_all_there() {
        Shop.atOnce(AT_ONCE, i -> done("notes", Api.object().put("text", "ملاحظة " + i)));

        assertThat(inbox.shows(id).get("notes")).hasSize(AT_ONCE);
    }

    @Test
    void messages_that_come_while_somebody_reads_are_not_lost() {
        var first = inbox.shows(id).at("/messages/0/id").stringValue();

        Shop.atOnce(
                AT_ONCE,
                i -> i % 2 == 0
                        ? inbox.receives(id, "رسالة " + i, 100 + i)
                        : inbox.does(id, "read", Api.object().put("upTo", first))
                                .text());

        assertThat(inbox.shows(id).get("unreadCount").longValue()).isEqualTo(AT_ONCE / 2);
    }

    @Test
    void labels_that_many_put_at_once_are_those_of_one_of_them() {
        Shop.atOnce(AT_ONCE, i -> done("labels", labels("a" + i, "b" + i)));

        var kept = inbox.shows(id)
                .get("labels")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
        assertThat(kept).hasSize(2);
        assertThat(kept.get(0).substring(1)).isEqualTo(kept.get(1).substring(1));
    }
}
