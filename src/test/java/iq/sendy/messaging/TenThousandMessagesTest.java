package iq.sendy.messaging;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Shop;
import iq.sendy.messaging.Multitude.Person;
import iq.sendy.messaging.Multitude.Written;
import iq.sendy.meta.InboundItem;
import iq.sendy.platform.tenancy.WriteConflict;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/**
 * Ten thousand messages of several stores, channels and people, of which nearly a third come twice, out of order, in
 * batches, to workers that race: each is there once, in its place, and all counts are right. Another seed is another run:
 * {@code -Dsendy.inbox.seed=7}.
 */
@Tag("proofs")
class TenThousandMessagesTest extends Processing {

    private static final int WORKERS = 6;
    private static final int MESSAGES = 10_000;

    /** Contacts that are joined at the same moment are seldom; each costs a second when two wait for one another. */
    private static final int MOST_LOST = 20;

    /** Some items for one channel, as a delivery brings them. */
    private record Batch(Postbox inbox, List<InboundItem> items) {}

    private final AtomicInteger lost = new AtomicInteger();

    @Test
    void every_message_is_there_once_in_its_place_and_all_counts_are_right() {
        var seed = Long.getLong("sendy.inbox.seed", 16L);
        var random = new Random(seed);
        var inboxes = IntStream.range(0, 8).mapToObj(_ -> postbox()).toList();
        var multitude = new Multitude(random, now);
        var written = multitude.writes(inboxes, MESSAGES);
        var batches = new ConcurrentLinkedQueue<>(batches(written, random));

        Shop.atOnce(WORKERS, _ -> {
            for (var batch = batches.poll(); batch != null; batch = batches.poll()) {
                apply(batch);
            }
            return true;
        });

        for (var inbox : inboxes) {
            check(inbox, written.stream().filter(each -> each.inbox() == inbox).toList());
        }
        assertThat(written).hasSize(MESSAGES);
        assertThat(lost).as("transactions that lost a race and ran again").hasValueLessThan(MOST_LOST);
    }

    /** As the job engine does it with what lost a race. */
    private void apply(Batch batch) {
        for (var attempt = 0; attempt < 10; attempt++) {
            try {
                batch.inbox().applies(batch.items());
                return;
            } catch (DataAccessException | WriteConflict raced) {
                lost.incrementAndGet();
            }
        }
        throw new AssertionError("It never came through");
    }

    private static List<Batch> batches(List<Written> written, Random random) {
        var items = new ArrayList<Map.Entry<Postbox, InboundItem>>();
        for (var each : written) {
            for (var item : each.items()) {
                items.add(Map.entry(each.inbox(), item));
                if (random.nextInt(10) < 3) {
                    items.add(Map.entry(each.inbox(), item));
                }
            }
        }
        Collections.shuffle(items, random);
        var batches = new ArrayList<Batch>();
        for (var i = 0; i < items.size(); ) {
            var most = random.nextInt(10) == 0 ? 40 : 1 + random.nextInt(8);
            var part = items.subList(i, Math.min(items.size(), i + most * 8));
            part.stream()
                    .collect(groupingBy(Map.Entry::getKey))
                    .forEach((inbox, some) -> batches.add(new Batch(
                            inbox, some.stream().map(Map.Entry::getValue).toList())));
            i += most * 8;
        }
        return batches;
    }

    private static void check(Postbox inbox, List<Written> written) {
        var byPerson = written.stream().collect(groupingBy(Written::person));
        assertThat(inbox.count("contact")).isEqualTo(byPerson.size());
        assertThat(inbox.count("conversation")).isEqualTo(byPerson.size());
        assertThat(inbox.count("message")).isEqualTo(written.size());
        assertThat(inbox.count("parked_update")).isZero();
        var conversations = inbox.rows("""
                select distinct c.*, m.external_id as sample, l.external_id as last_id from messaging.conversation as c
                join lateral (select external_id from messaging.message as m
                              where m.store_id = :store and m.conversation_id = c.id limit 1) as m on true
                join messaging.message as l on l.store_id = :store and l.id = c.last_message_id
                where c.store_id = :store""");
        var messages = inbox.rows("""
                        select conversation_id, external_id, number, provider_at, status, direction from messaging.message
                        where store_id = :store order by conversation_id, provider_at, number""").stream().collect(groupingBy(row -> row.get("conversation_id")));
        var personOf = written.stream().collect(toMap(Written::externalId, Written::person));
        for (var conversation : conversations) {
            var person = Objects.requireNonNull(personOf.get(String.valueOf(conversation.get("sample"))));
            check(
                    conversation,
                    Objects.requireNonNull(messages.get(conversation.get("id"))),
                    Objects.requireNonNull(byPerson.get(person)),
                    person);
        }
    }

    private static void check(
            Map<String, @Nullable Object> conversation,
            List<Map<String, @Nullable Object>> shown,
            List<Written> said,
            Person person) {
        var inbound = said.stream().filter(Written::isInbound).toList();
        var newest = inbound.stream().map(Written::at).max(Instant::compareTo).orElseThrow();
        assertThat(shown)
                .as("%s", person)
                .extracting(row -> row.get("external_id"))
                .containsExactlyInAnyOrderElementsOf(
                        said.stream().map(Written::externalId).toList());
        assertThat(shown).extracting(row -> (Timestamp) row.get("provider_at")).isSorted();
        assertThat(shown.stream().map(row -> (Long) row.get("number")).sorted())
                .containsExactlyElementsOf(
                        LongStream.range(0, said.size()).boxed().toList());
        assertThat(conversation)
                .containsEntry("unread_count", (long) inbound.size())
                .containsEntry("message_count", (long) said.size())
                .containsEntry("status", "Open")
                .containsEntry("last_inbound_at", at(newest))
                .containsEntry("window_expires_at", at(newest.plus(Duration.ofHours(24))))
                .containsEntry("last_message_at", shown.getLast().get("provider_at"));
        var statuses = expected(said);
        assertThat(shown)
                .allSatisfy(row ->
                        assertThat(row.get("status")).isEqualTo(statuses.get(String.valueOf(row.get("external_id")))));
    }

    private static Map<String, String> expected(Collection<Written> said) {
        var statuses = new HashMap<String, String>();
        said.forEach(each -> statuses.put(each.externalId(), each.status()));
        return statuses;
    }
}
