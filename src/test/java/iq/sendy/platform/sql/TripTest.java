package iq.sendy.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iq.sendy.Api;
import iq.sendy.LockPatience;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ConcurrentLruCache;

@Scenario
class TripTest {

    @Autowired
    Api api;

    @Autowired
    Pipeline pipeline;

    @Autowired
    OneTrip oneTrip;

    @Autowired
    PlatformTransactionManager transactions;

    private StoreId store = StoreId.PLATFORM;

    @BeforeEach
    void open() {
        store = new StoreId(UUID.fromString(Shop.opens(api).storeId()));
    }

    @Test
    void what_was_added_is_answered_once_the_trip_was_sent() {
        inTransaction(() -> {
            var trip = pipeline.open();
            var one = trip.add(number(1));
            var two = trip.add(number(2));
            assertThatThrownBy(one::answer).isInstanceOf(IllegalStateException.class);

            trip.send();

            assertThat(one.single() + two.single()).isEqualTo(3);
        });
    }

    @Test
    void what_is_not_wanted_is_not_even_made_and_has_no_row() {
        inTransaction(() -> {
            var trip = pipeline.open();
            var unwanted = trip.<Integer>addIf(false, () -> {
                throw new IllegalStateException("made");
            });
            var wanted = trip.addIf(true, () -> number(7));

            trip.send();

            assertThat(unwanted.any()).isFalse();
            assertThat(wanted.any()).isTrue();
        });
    }

    @Test
    void what_was_sent_is_not_sent_again() {
        inTransaction(() -> {
            var trip = pipeline.open();
            trip.add(StoreCounters.add(store, Map.of("sent", 1L)));
            trip.send();
            trip.send();

            assertThat(pipeline.ask(StoreCounters.sum(store, List.of("sent"))).single())
                    .isEqualTo(1);
        });
    }

    /** Of as many stores as there are, each naming would be a text of its own. */
    @Test
    void that_a_trip_names_its_store_is_not_kept_among_the_parsed_texts() {
        oneTrip.write(store, StoreCounters.add(store, Map.of("named", 1L)));

        var parsed = (ConcurrentLruCache<?, ?>) ReflectionTestUtils.getField(pipeline, "parsed");
        assertThat(parsed)
                .isNotNull()
                .matches(texts -> texts.size() > 0)
                .matches(texts -> !contains(texts, "set local app.store_id = '" + store + "'"));
    }

    @SuppressWarnings("unchecked")
    private static boolean contains(ConcurrentLruCache<?, ?> texts, String text) {
        return ((ConcurrentLruCache<String, ?>) texts).contains(text);
    }

    private record Line(
            UUID id,
            @Nullable String name,
            @Nullable Long price,
            Instant at,
            @Nullable Bytes hash) {}

    private static final Columns<Line> LINES = Columns.of(Line.class, "l")
            .uuid("id", Line::id)
            .text("name", Line::name)
            .bigint("price", Line::price)
            .integer("digits", line -> line.price() == null ? null : 3)
            .bool("named", line -> line.name() != null)
            .numeric("half", line -> new BigDecimal("0.5"))
            .time("at", Line::at)
            .bytes("hash", line -> line.hash() == null ? null : line.hash().toArray());

    @Test
    void records_arrive_as_rows_in_their_order_with_what_they_lack() {
        var at = Instant.parse("2026-11-29T05:10:00.250Z");
        var first = new Line(UUID.randomUUID(), "قميص, {\"x\"}", 900L, at, Bytes.of(new byte[] {0, -1}));
        var second = new Line(UUID.randomUUID(), null, null, at.plusMillis(1), null);
        var question = Query.of(
                        "select " + LINES.names() + ", position from " + LINES.numbered("position")
                                + " order by position desc",
                        (row, _) -> new Line(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                (Long) row.getObject("price"),
                                row.getTimestamp("at").toInstant(),
                                bytes(row.getBytes("hash"))))
                .rows(LINES, List.of(first, second));

        inTransaction(() -> {
            var found = pipeline.ask(question).answer();

            assertThat(found).containsExactly(second, first);
        });
    }

    private record Tagged(
            long number, List<String> tags, @Nullable Instant at) {}

    private static final Columns<Tagged> TAGGED = Columns.of(Tagged.class, "t")
            .bigint("number", Tagged::number)
            .fixed()
            .texts("tags", Tagged::tags)
            .time("at", Tagged::at);

    @Test
    void one_record_is_values_and_what_is_fixed_is_not_assigned() {
        var row = new Tagged(7, List.of("a,b", "ج"), null);
        var question = Query.of(
                        "select " + TAGGED.selected() + " from (values (" + TAGGED.values() + ")) as t ("
                                + TAGGED.names() + ")",
                        (found, _) -> new Tagged(
                                found.getLong("number"), Sql.texts(found, "tags"), Sql.instantOrNull(found, "at")))
                .row(TAGGED, row);

        inTransaction(() -> assertThat(pipeline.ask(question).single()).isEqualTo(row));
        assertThat(TAGGED.assignments()).isEqualTo("tags = :t_tags::text[], at = :t_at::timestamptz");
    }

    @Test
    void no_record_is_no_row() {
        inTransaction(() -> assertThat(pipeline.ask(
                                Query.write("select true from " + LINES.table()).rows(LINES, List.of()))
                        .any())
                .isFalse());
    }

    @Test
    void whoever_takes_the_lock_of_a_store_waits_for_who_has_it() {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        Shop.atOnce(
                6,
                i -> LockPatience.of(() -> {
                    inTransaction(() -> {
                        pipeline.send(StoreLock.take(store, "tree"));
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        pipeline.send(number(i));
                        inside.decrementAndGet();
                    });
                    return i;
                }));

        assertThat(most).hasValue(1);
        assertThat(inside).hasValue(0);
    }

    @Test
    void a_lock_counts_nothing() {
        inTransaction(() -> {
            pipeline.send(StoreLock.take(store, "tree"), StoreLock.take(store, "tree"));
            assertThat(pipeline.ask(StoreCounters.sum(store, List.of("tree"))).single())
                    .isZero();
        });
    }

    private static @Nullable Bytes bytes(byte @Nullable [] found) {
        return found == null ? null : Bytes.of(found);
    }

    private static Query<Integer> number(int number) {
        return Query.of("select " + number, (row, _) -> row.getInt(1));
    }

    private void inTransaction(Runnable work) {
        CurrentTenant.in(store, () -> {
            new TransactionTemplate(transactions).executeWithoutResult(_ -> work.run());
            return true;
        });
    }
}
