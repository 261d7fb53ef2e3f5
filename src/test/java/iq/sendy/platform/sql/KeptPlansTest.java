package iq.sendy.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class KeptPlansTest {

    private static final Columns<Integer> NUMBERS =
            Columns.of(Integer.class, "n").integer("number", number -> number);

    private final KeptPlans keptPlans = new KeptPlans();

    @BeforeEach
    void begin() {
        TransactionSynchronizationManager.initSynchronization();
    }

    @AfterEach
    void end() {
        TransactionSynchronizationManager.getSynchronizations().forEach(TransactionSynchronization::beforeCompletion);
        TransactionSynchronizationManager.clearSynchronization();
    }

    @Test
    void a_transaction_with_few_rows_keeps_its_plans() {
        assertThat(sent(200, 0, 200)).containsExactly("200", "0", "200");
        assertThat(sent(100)).containsExactly("100");
    }

    @Test
    void many_rows_are_planned_for_before_they_come_in_however_many_trips() {
        assertThat(sent(2_000, 0, 2_000)).containsExactly("discard plans", "2000", "0", "discard plans", "2000");
        assertThat(sent(400)).containsExactly("discard plans", "400");
        assertThat(sent(100)).containsExactly("100");
        assertThat(sent(1)).containsExactly("discard plans", "1");
    }

    @Test
    void the_next_transaction_counts_from_nothing() {
        assertThat(sent(500)).containsExactly("500");
        end();
        begin();

        assertThat(sent(500)).containsExactly("500");
    }

    private List<String> sent(Integer... rows) {
        var parts = List.of(rows).stream().map(KeptPlansTest::query).toList();
        return keptPlans.renewed(parts).stream().map(Query::sql).toList();
    }

    private static Query<Boolean> query(int rows) {
        return Query.write(Integer.toString(rows)).rows(NUMBERS, Collections.nCopies(rows, 0));
    }
}
