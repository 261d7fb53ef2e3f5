package iq.sendy.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** Whatever staff and a customer do in whatever order, a conversation is what a small model says. */
@Scenario
class StaffAndCustomersTest {

    private static final int STEPS = 200;

    @Autowired
    Api api;

    @Autowired
    Backstage backstage;

    @Autowired
    MovableClock clock;

    @Autowired
    InboundProcessing processing;

    @Autowired
    Conversations conversations;

    @Autowired
    ConversationActions actions;

    @Autowired
    ConversationLabels labels;

    @Autowired
    PlatformTransactionManager transactions;

    private StoreId store;
    private UUID owner;

    @BeforeEach
    void open() {
        clock.reset();
        var shop = Shop.opens(api);
        store = new StoreId(UUID.fromString(shop.storeId()));
        owner = UUID.fromString(shop.owner().get("/api/v1/auth/me").data("user.id"));
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    /** The conversation as it should be, written down as simply as can be. */
    private static final class Model {
        private String status = "Open";
        private @Nullable UUID assigned;
        private @Nullable Instant waiting;
        private @Nullable Instant unanswered;
        private @Nullable Instant snoozed;
        private Set<String> labels = new TreeSet<>();
        private final List<String> unread = new ArrayList<>();
        private final List<String> received = new ArrayList<>();

        private void receives(String message, Instant at) {
            status = "Open";
            snoozed = null;
            waiting = waiting == null ? at : waiting;
            unanswered = unanswered == null ? at : unanswered;
            unread.add(message);
            received.add(message);
        }

        private void isOpened() {
            waiting = status.equals("Resolved") ? unanswered : waiting;
            status = "Open";
            snoozed = null;
        }

        private void readsUpTo(int last) {
            unread.retainAll(received.subList(last + 1, received.size()));
        }

        private String told() {
            return "%s to %s, %d unread, waits %s, snoozed %s, %s"
                    .formatted(status, assigned, unread.size(), waiting, snoozed, labels);
        }
    }

    private String told(UUID conversation) {
        var view = in(() -> conversations.find(store, conversation)).orElseThrow();
        var care = view.care();
        return "%s to %s, %d unread, waits %s, snoozed %s, %s"
                .formatted(
                        view.status(),
                        care.assignedUser(),
                        care.unread(),
                        care.waitingSince(),
                        care.snoozedUntil(),
                        new TreeSet<>(care.labels()));
    }

    private <T> T in(Supplier<T> work) {
        return CurrentTenant.in(store, work::get);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20261129, 7_355_608})
    void any_order_of_steps_ends_where_the_model_ends(long seed) {
        var random = new Random(seed);
        var postbox = new Postbox(store, processing, transactions, backstage);
        var model = new Model();
        var member = new Actor("user", owner, "نور", null);
        var program = new Actor("key", UUID.randomUUID(), "Shop", null);
        var customer = Postbox.waId("9647701234567");
        var start = clock.instant().minusSeconds(STEPS);
        postbox.applies(Postbox.message("first", customer, start));
        model.receives("first", start);
        var id = (UUID) Objects.requireNonNull(postbox.conversation().get("id"));

        for (var step = 1; step <= STEPS; step++) {
            var at = start.plusSeconds(step);
            var what = random.nextInt(12);
            switch (what) {
                case 0, 1, 2 -> {
                    postbox.applies(Postbox.message("m" + step, customer, at));
                    model.receives("m" + step, at);
                }
                case 3 -> {
                    in(() -> actions.resolve(store, member, id));
                    if (!model.status.equals("Resolved")) {
                        model.status = "Resolved";
                        model.waiting = null;
                        model.snoozed = null;
                    }
                }
                case 4 -> {
                    in(() -> actions.reopen(store, program, id));
                    if (model.status.equals("Resolved")) {
                        model.isOpened();
                    }
                }
                case 5 -> {
                    in(() -> actions.takeOver(store, member, id));
                    model.isOpened();
                    model.assigned = owner;
                }
                case 6 -> {
                    in(() -> actions.takeOver(store, program, id));
                    model.isOpened();
                }
                case 7 -> {
                    var to = random.nextBoolean() ? owner : null;
                    in(() -> actions.assign(store, member, new AssignConversation(id, to)));
                    model.assigned = to;
                }
                case 8 -> {
                    var until = random.nextInt(3) == 0 ? null : clock.instant().plus(Duration.ofDays(1 + step));
                    in(() -> actions.snooze(store, member, new SnoozeConversation(id, until)));
                    model.snoozed = until;
                }
                case 9 -> {
                    var last = random.nextInt(model.received.size());
                    var message =
                            (UUID) postbox.message(model.received.get(last)).get("id");
                    in(() -> actions.read(store, member, new ReadConversation(id, message)));
                    model.readsUpTo(last);
                }
                case 10 -> {
                    var wanted = random.ints(random.nextInt(4), 0, 6)
                            .mapToObj(i -> "label " + i)
                            .toList();
                    in(() -> labels.replace(
                            store,
                            program,
                            id,
                            wanted.stream().map(ConversationLabel::new).toList()));
                    model.labels = new TreeSet<>(wanted);
                }
                default -> in(() -> actions.handBack(store, member, new HandBackConversation(id)));
            }

            assertThat(told(id))
                    .as("seed %d, step %d, action %d", seed, step, what)
                    .isEqualTo(model.told());
        }
    }
}
