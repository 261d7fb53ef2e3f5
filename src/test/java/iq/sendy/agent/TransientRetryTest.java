package iq.sendy.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iq.sendy.platform.tenancy.WriteConflict;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.CannotCreateTransactionException;

class TransientRetryTest {

    @Test
    void what_a_provider_bills_is_written_down_once_the_database_is_back() {
        var work = new Work(
                new CannotCreateTransactionException("no connection"),
                new DataAccessResourceFailureException("gone"),
                new WriteConflict("another"),
                new CannotCreateTransactionException("no connection"));
        assertThat(TransientRetry.ofWhatIsDue(work)).isEqualTo("written");
        assertThat(work.asked.get()).isEqualTo(5);
    }

    @Test
    void what_can_never_be_written_is_not_tried_again() {
        var work = new Work(new DuplicateKeyException("twice"));
        assertThatThrownBy(() -> TransientRetry.ofWhatIsDue(work)).isInstanceOf(DuplicateKeyException.class);
        assertThat(work.asked.get()).isEqualTo(1);
    }

    @Test
    void what_nobody_bills_waits_for_no_database() {
        var work = new Work(new CannotCreateTransactionException("no connection"));
        assertThatThrownBy(() -> TransientRetry.of(work)).isInstanceOf(CannotCreateTransactionException.class);
        assertThat(work.asked.get()).isEqualTo(1);
    }

    @Test
    void who_was_overtaken_twice_comes_through_and_thrice_is_told() {
        assertThat(TransientRetry.of(new Work(new WriteConflict("another"), new WriteConflict("another"))))
                .isEqualTo("written");
        var work = new Work(new WriteConflict("another"), new WriteConflict("another"), new WriteConflict("another"));
        assertThatThrownBy(() -> TransientRetry.of(work)).isInstanceOf(WriteConflict.class);
        assertThat(work.asked.get()).isEqualTo(3);
    }

    /** Fails so often, and then is done. */
    private static final class Work implements Supplier<String> {

        final AtomicInteger asked = new AtomicInteger();
        private final ConcurrentLinkedQueue<RuntimeException> failures;

        Work(RuntimeException... failures) {
            this.failures = new ConcurrentLinkedQueue<>(List.of(failures));
        }

        @Override
        public String get() {
            asked.incrementAndGet();
            var failure = failures.poll();
            if (failure != null) {
                throw failure;
            }
            return "written";
        }
    }
}
