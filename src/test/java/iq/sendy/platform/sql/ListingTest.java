package iq.sendy.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Scenario;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Twenty-five rows in pages of ten; two of them always share their order. */
@Scenario
class ListingTest {

    private record Row(long half, UUID id) {}

    private static final Keyset<Row> ORDER =
            Keyset.<Row>descending().bigint("r.half", Row::half).uuid("r.id", Row::id);

    @Autowired
    Pipeline pipeline;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void a_page_by_number_says_how_long_the_list_is() {
        var page = list(rows(), page(3));

        assertThat(page.items()).hasSize(5);
        assertThat(page.page()).isEqualTo(3);
        assertThat(page.totalCount()).isEqualTo(25);
        assertThat(page.totalPages()).isEqualTo(3);
        assertThat(page.nextCursor()).isNull();
    }

    @Test
    void cursors_lead_through_all_of_it_once() {
        var found = new ArrayList<Row>();
        var page = list(rows(), page(1));
        found.addAll(page.items());
        while (page.nextCursor() != null) {
            page = list(rows(), behind(page.nextCursor()));
            assertThat(page.totalCount()).isEqualTo(25);
            found.addAll(page.items());
        }

        assertThat(found).hasSize(25).doesNotHaveDuplicates();
        assertThat(found).extracting(Row::half).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void a_condition_holds_for_rows_and_length_and_only_where_there_is_a_value() {
        var narrowed = list(rows().and("r.half < :most", "most", 3L).and("r.half > :least", "least", null), page(1));

        assertThat(narrowed.items()).extracting(Row::half).containsExactly(2L, 2L, 1L, 1L, 0L);
        assertThat(narrowed.totalCount()).isEqualTo(5);
    }

    @Test
    void a_length_that_is_known_is_not_counted() {
        var known = Query.known(List.of(1_000L));

        assertThat(list(rows().total(known), page(1)).totalCount()).isEqualTo(1_000);
    }

    @Test
    void a_list_may_leave_its_length_out_behind_a_cursor() {
        var first = list(rows().countedOnPagesByNumber(), page(1));
        var second = list(rows().countedOnPagesByNumber(), behind(first.nextCursor()));

        assertThat(first.totalCount()).isEqualTo(25);
        assertThat(second.totalCount()).isNull();
        assertThat(second.items()).hasSize(10);
    }

    @Test
    void a_page_travels_with_others() {
        inTransaction(() -> {
            var trip = pipeline.open();
            var other = trip.add(Query.of("select 7", (row, _) -> row.getInt(1)));
            var page = rows().on(trip, page(1));
            trip.send();

            assertThat(other.single()).isEqualTo(7);
            assertThat(page.get().items()).hasSize(10);
        });
    }

    private static Listing<Row> rows() {
        var numbers = LongStream.rangeClosed(1, 25).boxed().toArray(Long[]::new);
        return Listing.select("r.half, r.id", (row, _) -> new Row(row.getLong("half"), row.getObject("id", UUID.class)))
                .from("""
                        (select n / 2 as half, md5(n::text)::uuid as id from unnest(:numbers::bigint[]) as t (n)) as r
                        where true
                        """, ORDER)
                .param("numbers", numbers);
    }

    private static Paging page(int number) {
        return new Paging(number, 10, null, UnaryOperator.identity());
    }

    private static Paging behind(@Nullable String cursor) {
        return new Paging(1, 10, cursor, UnaryOperator.identity());
    }

    private Page<Row> list(Listing<Row> listing, Paging paging) {
        var found = new ArrayList<Page<Row>>();
        inTransaction(() -> found.add(listing.page(pipeline, paging)));
        return found.getFirst();
    }

    private void inTransaction(Runnable work) {
        CurrentTenant.in(StoreId.PLATFORM, () -> {
            new TransactionTemplate(transactions).executeWithoutResult(_ -> work.run());
            return true;
        });
    }
}
