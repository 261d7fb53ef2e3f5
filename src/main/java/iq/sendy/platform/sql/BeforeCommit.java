package iq.sendy.platform.sql;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Before-commit work. The last trip before COMMIT. Events, audit and kept answers hand their statements over instead of
 * sending them; all go at once, for the transaction that was running, in the order of their locks.
 */
@Component
public class BeforeCommit {

    /** The order of the locks that the parts take; the store's counters are the last of all. */
    public enum LockOrder {
        SEQUENCES,
        FIGURES,
        STREAM,
        LIVE,
        QUEUE,
        AUDIT,
        STORED_ANSWER
    }

    private record BeforeCommitPart(
            LockOrder place, @Nullable StoreId store, Supplier<Query<?>> statement) {}

    private record CollectionKey(Class<?> type, @Nullable StoreId store) {}

    private final Pipeline pipeline;

    BeforeCommit(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** Sends the statement just before the running transaction commits; if that rolls back, never. */
    public void add(LockOrder lockOrder, Query<?> statement) {
        open().parts.add(new BeforeCommitPart(lockOrder, scope(), () -> statement));
    }

    /**
     * What the running transaction collects for a store until it commits; the statement is made of it then.
     *
     * @param type one collection of each type for a store
     */
    public <C> C collected(LockOrder lockOrder, Class<C> type, Supplier<C> fresh, Function<C, Query<?>> statement) {
        var open = open();
        var store = scope();
        return type.cast(open.collections.computeIfAbsent(new CollectionKey(type, store), _ -> {
            var collection = fresh.get();
            open.parts.add(new BeforeCommitPart(lockOrder, store, () -> statement.apply(collection)));
            return collection;
        }));
    }

    private CollectedParts open() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Nothing to close: no transaction is open");
        }
        if (TransactionSynchronizationManager.getResource(this) instanceof CollectedParts collectedParts) {
            return collectedParts;
        }
        var collectedParts = new CollectedParts(new ArrayList<>(), new HashMap<>());
        TransactionSynchronizationManager.bindResource(this, collectedParts);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            // A transaction of its own has a collection of its own.
            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResourceIfPossible(BeforeCommit.this);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(BeforeCommit.this, collectedParts);
            }

            @Override
            public void beforeCommit(boolean readOnly) {
                collectedParts.parts.sort(Comparator.comparing(BeforeCommitPart::place));
                pipeline.send(statements(collectedParts.parts));
            }

            @Override
            public void beforeCompletion() {
                TransactionSynchronizationManager.unbindResourceIfPossible(BeforeCommit.this);
            }
        });
        return collectedParts;
    }

    /** Each part is for the store that was named when it was handed over; {@code RunAsTenant} may have changed it meanwhile. */
    private static List<Query<?>> statements(List<BeforeCommitPart> parts) {
        var statements = new ArrayList<Query<?>>();
        var named = scope();
        for (var beforeCommitPart : parts) {
            if (!Objects.equals(beforeCommitPart.store(), named)) {
                named = beforeCommitPart.store();
                statements.add(Query.write("set local app.store_id = '" + named + "'"));
            }
            statements.add(beforeCommitPart.statement().get());
        }
        return statements;
    }

    private static @Nullable StoreId scope() {
        return CurrentTenant.CURRENT.isBound() ? CurrentTenant.CURRENT.get() : null;
    }

    private record CollectedParts(List<BeforeCommitPart> parts, Map<CollectionKey, Object> collections) {}
}
