package iq.sendy.faults;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Invariants;
import iq.sendy.Shop;
import iq.sendy.Waiting;
import iq.sendy.fakes.GraphManner;
import iq.sendy.fakes.ModelManner;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Promises of the agent under faults F1 and F12: two processes are killed and frozen for longer than their leases, each time
 * with calls of the model or of Meta under way, while messages come doubled and in any order and the model fails now and
 * then. Each burst has one reply at most, nobody is left alone, and every call of the model is an event. More of it:
 * {@code -Dsendy.agent.messages=10000}.
 */
final class AgentKills {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration FROZEN = Duration.ofSeconds(6);
    private static final int MESSAGES_OF_A_FAULT = 300;

    private final Pair pair;
    private final ChatTraffic traffic;
    private final long seed;
    private final Random random;
    private final Set<Long> dead = new HashSet<>();
    private final List<Integer> serving = new CopyOnWriteArrayList<>(List.of(0, 1));
    private String store = "";

    /** @param pair which was told of the traffic's Meta and model */
    AgentKills(Pair pair, ChatTraffic traffic, long seed) {
        this.pair = pair;
        this.traffic = traffic;
        this.seed = seed;
        this.random = new Random(seed);
    }

    /** Both serve again at the end. */
    void strike() throws InterruptedException {
        var messages = Integer.getInteger("sendy.agent.messages", 160);
        var shop = Shop.opens(pair.server(0));
        store = shop.storeId();
        ChatTraffic.connects(pair.server(0).withKey(shop.mints("social:read", "social:write")));
        var written = traffic.messages(messages);
        // The last one is a kill: who is left has all the rest.
        var faults = 2 * Math.max(1, messages / MESSAGES_OF_A_FAULT / 2);
        for (var fault = 0; fault < faults; fault++) {
            var wave = written.subList(written.size() * fault / faults, written.size() * (fault + 1) / faults);
            strike(ChatTraffic.deliveries(wave), fault);
            traffic.tells(unknown(), server());
            if (fault + 1 < faults && serving.size() < 2) {
                replace();
            }
        }
        drained();
        lostCallsAreCounted();

        checkReplies(messages);
        checkUsage();
        Invariants.holdEverywhere(pair.backstage());
        replace();
    }

    private void replace() {
        var gone = 1 - serving.getFirst();
        pair.replace(gone);
        serving.add(gone);
    }

    /** Freezes one of them, or kills it, while calls that it made hang; the other one goes on. */
    private void strike(List<byte[]> wave, int fault) throws InterruptedException {
        var atModel = random.nextBoolean();
        var calls = List.of(ModelManner.held(ChatTraffic.says()), ModelManner.held(ChatTraffic.says()));
        var sends = List.of(GraphManner.held(), GraphManner.held());
        if (atModel) {
            traffic.models.next(ChatTraffic.MODEL, traffic.answers(calls.get(0)), traffic.answers(calls.get(1)));
        } else {
            traffic.graph.next(ChatTraffic.ACCOUNT, sends.get(0), sends.get(1));
        }
        var sending = traffic.sends(wave, () -> server());
        if (atModel) {
            calls.getFirst().awaitArrival(PATIENCE);
        } else {
            sends.getFirst().awaitArrival(PATIENCE);
        }
        var victim = pair.heldBy(pair.process(0).pid())
                        >= pair.heldBy(pair.process(1).pid())
                ? 0
                : 1;
        serving.remove(Integer.valueOf(victim));
        var pid = pair.process(victim).pid();
        if (fault % 2 == 0) {
            pair.process(victim).freeze();
            goesOnWithout(pid);
        } else {
            dead.add(pid);
            pair.process(victim).kill();
        }
        calls.forEach(ModelManner.Held::release);
        sends.forEach(GraphManner.Held::release);
        if (fault % 2 == 0) {
            pair.process(victim).thaw();
            serving.add(victim);
        }
        // Meta tells within seconds what it took: what is not told for two minutes is sent once more, as it should be.
        Waiting.until("the wave is delivered", PATIENCE.multipliedBy(4), () -> {
            traffic.tells(unknown(), server());
            return sending.isDone();
        });
        sending.join();
    }

    private Api server() {
        var now = List.copyOf(serving);
        return pair.server(now.get(random.nextInt(now.size())));
    }

    /** All its leases are over, and the other one takes up what they were for, unless the frozen one has it locked. */
    private void goesOnWithout(long frozen) {
        var until = System.nanoTime() + FROZEN.toNanos();
        Waiting.until("the leases are over", PATIENCE, () -> {
            lapse(frozen);
            return pair.heldBy(frozen) == 0 || System.nanoTime() > until;
        });
    }

    private void lapse(long pid) {
        pair.backstage()
                .sql("update jobs.job set due_at = now() where owner like :owner and due_at > now()")
                .param("owner", pid + "-%")
                .update();
        due("update jobs.store_due set due_at = now() where due_at > now()");
    }

    private void due(String sql) {
        pair.backstage().sql(sql).update();
    }

    /** Waits until all has come to its end; who waits is due, and Meta tells what it took of which nobody heard. */
    private void drained() {
        Waiting.until("everything has come to its end, seed " + seed, PATIENCE.multipliedBy(4), () -> {
            dead.forEach(pid -> lapse(pid));
            due("update agent.ai_message_job set not_before = now() where state = 'Retry' and not_before > now()");
            due("update jobs.job set due_at = now() where owner is null and due_at > now()");
            due("update jobs.store_due set due_at = now() where due_at > now()");
            var unknown = unknown();
            traffic.tells(unknown, server());
            nobodyTells(unknown, traffic.taken());
            return pair.count("""
                    select (select count(*) from messaging.inbound_delivery where processed_at is null)
                         + (select count(*) from agent.ai_message_job
                            where state in ('Pending', 'Generating', 'Generated', 'Sending', 'Retry'))
                         + (select count(*) from messaging.outbound_attempt
                            where state in ('Queued', 'InFlight', 'Unknown'))""") == 0;
        });
    }

    /** Those that Meta tells of whoever has them: also what a dead process had, before anybody else took it up. */
    private List<String> unknown() {
        return pair.backstage().sql("""
                        select message_id::text from messaging.outbound_attempt
                        where state = 'Unknown' or (state = 'InFlight' and begun_at < now() - interval '10 seconds')""").query(String.class).list().stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /** Of what Meta did not take, no word comes for as long as Sendy waits for one. */
    private void nobodyTells(List<String> unknown, List<String> taken) {
        for (var message : unknown) {
            if (!taken.contains(message)) {
                pair.backstage().sql("""
                                update messaging.outbound_attempt set begun_at = begun_at - interval '2 minutes'
                                where message_id = :message::uuid and state = 'Unknown'
                                  and begun_at between now() - interval '2 minutes' and now() - interval '5 seconds'""").param("message", message).update();
            }
        }
    }

    /** The time of those calls is long over, and the next one has them counted. */
    private void lostCallsAreCounted() {
        // Of a customer who wrote nothing yet.
        var more = 100_000;
        due("update billing.token_reservation set expires_at = now() - interval '11 minutes'");
        assertThat(ChatTraffic.isTaken(server(), ChatTraffic.delivery(more))).isTrue();
        Waiting.until("the next call has been made", PATIENCE, () -> pair.count("""
                select count(*) from messaging.message where external_id = 'wamid.AGENT%s'""".formatted(more)) == 1);
        drained();
        assertThat(pair.count("select count(*) from billing.token_reservation"))
                .as("seed %d", seed)
                .isZero();
    }

    private void checkReplies(int messages) {
        assertThat(traffic.taken()).as("seed %d", seed).doesNotHaveDuplicates();
        assertThat(pair.count("select count(*) from messaging.message where direction = 'Inbound' and store_id = '"
                        + store + "'"))
                .as("each message is there once, seed %d", seed)
                .isEqualTo(messages + 1L);
        assertThat(pair.count("select count(*) from agent.ai_message_job where state <> 'Done' and reason is null"))
                .as("jobs that ended without saying why, seed %d", seed)
                .isZero();
        assertThat(pair.count("""
                select count(*) from messaging.message as m
                where m.author_kind = 'Ai' and not exists (
                    select from agent.ai_message_job as j where j.store_id = m.store_id and j.reply_message_id = m.id)""")).as("replies of no job, seed %d", seed).isZero();
        assertThat(pair.count("""
                select count(*) from (
                    select max(m.number) as last, c.status,
                           (select max(j.trigger_number) from agent.ai_message_job as j
                            where j.store_id = m.store_id and j.conversation_id = m.conversation_id) as answered
                    from messaging.message as m
                    join messaging.conversation as c on c.store_id = m.store_id and c.id = m.conversation_id
                    where m.direction = 'Inbound' and m.store_id = '%s' group by m.store_id, m.conversation_id, c.status
                ) as said where status = 'Pending' and answered is distinct from last""".formatted(store)))
                .as("customers whom nobody answers, seed %d", seed)
                .isZero();
        assertThat(pair.count("select count(*) from agent.ai_message_job where state = 'Done'"))
                .as("seed %d", seed)
                .isGreaterThan(messages / 10);
    }

    /** What a customer's calls came to: events that a process told, and all. */
    private record Counted(String customer, int told, int counted) {}

    private void checkUsage() {
        var billed = traffic.billed();
        var counted = pair.backstage().sql("""
                select i.value as customer, count(*) filter (where e.outcome <> 'Lost') as told, count(*) as counted
                from billing.ai_usage_event as e
                join agent.ai_message_job as j on j.store_id = e.store_id and j.id = e.job_id
                join messaging.contact_identity as i on i.store_id = j.store_id and i.contact_id = j.contact_id
                where e.reverses is null and i.kind = 'WaId' group by i.value""").query(Counted.class).list();
        // A process that died between its reservation and the call has asked nobody.
        assertThat(counted)
                .as("seed %d", seed)
                .allSatisfy(one -> assertThat(billed.getOrDefault(one.customer(), 0))
                        .as(one.toString())
                        .isBetween(one.told(), one.counted()));
        assertThat(counted)
                .as("each customer's calls are events, seed %d", seed)
                .extracting(Counted::customer)
                .containsAll(billed.keySet());
        assertThat(pair.count("select count(*) from billing.ai_usage_event where outcome = 'Lost' and is_billable"))
                .isZero();
        assertThat(pair.count("""
                select count(*) from billing.usage_period as p where not exists (
                    select from billing.ai_usage_event as e
                    where e.store_id = p.store_id and e.is_billable
                      and e.completed_at >= p.started_at and e.completed_at < p.ends_at
                    having coalesce(sum(e.input_tokens), 0) = p.input_tokens
                        and coalesce(sum(e.output_tokens), 0) = p.output_tokens)"""))
                .as("periods that are not the sum of their events, seed %d", seed)
                .isZero();
    }
}
