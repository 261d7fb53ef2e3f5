package iq.sendy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** After each class of scenarios: the figures of the stores that it opened are those of a plain recount in SQL. */
final class FiguresHold implements TestExecutionListener {

    private static final Set<UUID> COUNTED = ConcurrentHashMap.newKeySet();

    @Override
    public void afterTestClass(TestContext context) {
        // Those copy orders past the doors, to fill tables for their plans.
        if (!context.hasApplicationContext() || StatementRulesTest.class.isAssignableFrom(context.getTestClass())) {
            return;
        }
        var backstage = context.getApplicationContext().getBean(World.Backstage.class);
        var fresh = backstage
                .jdbc()
                .sql("select id from stores.store")
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
        fresh.removeIf(store -> !COUNTED.add(store));
        assertThat(Invariants.drifted(backstage.jdbc(), fresh)).isEmpty();
    }
}
