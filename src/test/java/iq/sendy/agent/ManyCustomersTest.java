package iq.sendy.agent;

import static iq.sendy.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Shop;
import iq.sendy.fakes.FakeModels;
import iq.sendy.fakes.GraphCall;
import iq.sendy.fakes.ModelManner;
import iq.sendy.kernel.StoreId;
import iq.sendy.meta.InboundItem;
import iq.sendy.platform.tenancy.WriteConflict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/**
 * Many customers at once, whose messages come nearly a third twice and out of order, at a provider that fails, with workers
 * that lose their jobs in the middle: at most one reply to each burst, nobody left alone, and every call counted once. More
 * of them: {@code -Dsendy.agent.messages=10000}; another run: {@code -Dsendy.agent.seed=7}.
 */
@Tag("proofs")
class ManyCustomersTest extends AgentScenario {

    private static final int WORKERS = 4;
    private static final int STORES = 3;
    private static final int LINES = 5;
    private static final int MESSAGES = Integer.getInteger("sendy.agent.messages", 600);

    /** A customer's messages that come together. */
    private record Brought(Talk talk, List<InboundItem> items) {}

    /** Calls that may be on the provider's bill, and events of them. */
    private record Calls(long begun, long counted) {}

    /** Workers that froze. */
    private int frozen;

    /** Calls that may be on the provider's bill. */
    private final AtomicLong begun = new AtomicLong();

    @BeforeEach
    void open() {
        clock.reset();
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void every_burst_has_one_answer_at_most_and_nobody_is_left_alone() {
        var random = new Random(Long.getLong("sendy.agent.seed", 16L));
        var talks = talks(MESSAGES / LINES);
        var brought = new ConcurrentLinkedQueue<>(brought(talks, random));

        Shop.atOnce(WORKERS, _ -> {
            for (var each = brought.poll(); each != null; each = brought.poll()) {
                bring(each);
            }
            return true;
        });
        var stores = talks.stream().map(Talk::store).distinct().toList();
        until("all jobs are over", Duration.ofMinutes(15), () -> {
            stores.forEach(store -> nudge(store.value(), random));
            return live(stores) == 0;
        });

        // Whoever froze in a call comes back after another has ended the job, and counts what the provider says then.
        until(() -> new Calls(begun.get(), counted(stores)), calls -> calls.counted() == calls.begun());

        stores.forEach(this::check);
        for (var talk : talks.stream().filter(distinctChannel()).toList()) {
            assertThat(talk.channelCalls().stream().map(GraphCall::callbackData))
                    .doesNotHaveDuplicates();
        }
    }

    private static Predicate<Talk> distinctChannel() {
        var seen = Collections.synchronizedSet(new HashSet<UUID>());
        return talk -> seen.add(talk.channel());
    }

    private List<Talk> talks(int customers) {
        var talks = new ArrayList<Talk>();
        for (var store = 0; store < STORES; store++) {
            var first = Talk.begins(Shop.opens(api), new Talk.Stage(backstage, processing, transactions));
            FakeModels.shared().usually(first.model, _ -> manner());
            talks.add(first);
            IntStream.range(1, customers / STORES).forEach(_ -> talks.add(first.another()));
        }
        return talks;
    }

    /** Now and then it fails, with or without having begun, is cut off or calls a tool. */
    private ModelManner manner() {
        var what = ThreadLocalRandom.current().nextInt(20);
        if (what == 0) {
            return ModelManner.fails();
        }
        begun.incrementAndGet();
        return switch (what) {
            case 1 -> ModelManner.isCutOff();
            case 4 -> ModelManner.resetsAfter(150);
            case 2 -> ModelManner.calls("search_products", "{\"query\":\"ورد\"}");
            case 3 -> ModelManner.calls("handoff_to_staff", "{\"reason\":\"cannot_help\",\"summary\":\"x\"}");
            default -> ModelManner.says("حياك الله، شلون أگدر أساعدك؟", 100, 10);
        };
    }

    private static List<Brought> brought(List<Talk> talks, Random random) {
        var all = new ArrayList<Brought>();
        for (var talk : talks) {
            for (var line = 0; line < LINES; line++) {
                InboundItem message = talk.message("wamid." + UUID.randomUUID(), "هلو " + line, Instant.now());
                all.add(new Brought(talk, List.of(message)));
                if (random.nextInt(10) < 3) {
                    all.add(new Brought(talk, List.of(message, message)));
                }
            }
        }
        Collections.shuffle(all, random);
        return all;
    }

    /** As the job engine does it with what lost a race. */
    private static void bring(Brought brought) {
        for (var attempt = 0; attempt < 10; attempt++) {
            try {
                brought.talk().brings(brought.items());
                return;
            } catch (DataAccessException | WriteConflict raced) {
                // Again.
            }
        }
        throw new AssertionError("It never came through");
    }

    /**
     * What waits is due, and now and then whoever holds a job has frozen: another worker takes it. That happens so often and
     * not more, or a slow machine, at whose work there are more looks, would come to nothing else.
     */
    private void nudge(UUID store, Random random) {
        change("update agent.ai_message_job set not_before = now() where store_id = :store and state = 'Retry'", store);
        change("update jobs.job set due_at = now() where store_id = :store and owner is null", store);
        if (frozen < MESSAGES / 3 && random.nextInt(3) == 0) {
            frozen += change("""
                    update jobs.job set due_at = now() where store_id = :store and id in (
                        select id from jobs.job where store_id = :store and kind = 'social.ai.dispatch'
                            and owner is not null and lost < 3 limit 1)
                    """, store);
        }
        change("update jobs.store_due set due_at = now() where store_id = :store", store);
    }

    private int change(String sql, UUID store) {
        return backstage.jdbc().sql(sql).param("store", store).update();
    }

    private long live(List<StoreId> stores) {
        return number("""
                select count(*) from agent.ai_message_job
                where store_id = any (:stores) and state in ('Pending', 'Generating', 'Generated', 'Sending', 'Retry')
                """, stores);
    }

    /** Calls that used tokens, each once. */
    private long counted(List<StoreId> stores) {
        return number(
                "select count(*) from billing.ai_usage_event where store_id = any (:stores) and reverses is null",
                stores);
    }

    private long number(String sql, List<StoreId> stores) {
        return Objects.requireNonNull(backstage
                .jdbc()
                .sql(sql)
                .param("stores", stores.stream().map(StoreId::value).toArray(UUID[]::new))
                .query(Long.class)
                .single());
    }

    private void check(StoreId store) {
        var one = List.of(store);
        assertThat(number("""
                select count(*) from agent.ai_message_job
                where store_id = any (:stores) and state <> 'Done' and reason is null
                """, one)).as("jobs that ended without saying why").isZero();
        assertThat(number("""
                select count(*) from messaging.message as m
                where m.store_id = any (:stores) and m.author_kind = 'Ai' and not exists (
                    select from agent.ai_message_job as j
                    where j.store_id = m.store_id and j.reply_message_id = m.id)
                """, one)).as("replies of no job").isZero();
        assertThat(number("""
                select count(*) from (
                    select m.conversation_id, max(m.number) as last,
                           (select max(j.trigger_number) from agent.ai_message_job as j
                            where j.store_id = m.store_id and j.conversation_id = m.conversation_id) as answered,
                           c.status
                    from messaging.message as m
                    join messaging.conversation as c on c.store_id = m.store_id and c.id = m.conversation_id
                    where m.store_id = any (:stores) and m.direction = 'Inbound'
                    group by m.store_id, m.conversation_id, c.status
                ) as said
                where status = 'Pending' and answered is distinct from last
                """, one)).as("customers whom nobody answers").isZero();
        assertThat(number("""
                select coalesce(sum(input_tokens + output_tokens), 0) from billing.ai_usage_event
                where store_id = any (:stores) and is_billable
                """, one)).isEqualTo(number("""
                select coalesce(sum(input_tokens + output_tokens), 0) from billing.usage_period
                where store_id = any (:stores)
                """, one));
    }
}
