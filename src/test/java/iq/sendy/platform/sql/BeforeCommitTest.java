package iq.sendy.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Scenario;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.database.BackgroundWork;
import iq.sendy.platform.sql.BeforeCommit.LockOrder;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

@Scenario
class BeforeCommitTest {

    @Autowired
    BeforeCommit beforeCommit;

    @Autowired
    PlatformTransactionManager transactions;

    /** What was sent, in the order of the commits. */
    private final List<String> sent = new ArrayList<>();

    private static final class Words {
        private final StringBuilder text = new StringBuilder();
    }

    @Test
    void what_is_collected_goes_once_and_with_the_commit() {
        inTransaction(() -> {
            say("one");
            say("two");
            assertThat(sent).isEmpty();
        });
        assertThat(sent).containsExactly("one two ");
    }

    @Test
    void a_transaction_of_its_own_sends_its_own_and_gives_the_outer_one_back() {
        inTransaction(() -> {
            say("outer");
            beside(_ -> say("inner"));
            assertThat(sent).containsExactly("inner ");
            say("still outer");
        });
        assertThat(sent).containsExactly("inner ", "outer still outer ");
    }

    @Test
    void a_transaction_of_its_own_that_fails_takes_nothing_of_the_outer_one_with_it() {
        inTransaction(() -> {
            say("outer");
            beside(status -> {
                say("inner");
                status.setRollbackOnly();
            });
        });
        assertThat(sent).containsExactly("outer ");
    }

    private void inTransaction(Runnable work) {
        CurrentTenant.in(StoreId.PLATFORM, () -> {
            new TransactionTemplate(transactions).executeWithoutResult(_ -> work.run());
            return true;
        });
    }

    /** On a connection of its own, which does not wait for one of those that requests share. */
    private void beside(Consumer<TransactionStatus> work) {
        var own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        BackgroundWork.run(() -> own.executeWithoutResult(work));
    }

    private void say(String word) {
        beforeCommit
                .collected(LockOrder.AUDIT, Words.class, Words::new, words -> {
                    sent.add(words.text.toString());
                    return Query.number("select 1");
                })
                .text
                .append(word)
                .append(' ');
    }
}
