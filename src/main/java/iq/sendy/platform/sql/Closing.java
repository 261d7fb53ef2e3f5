package iq.sendy.platform.sql;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.tenancy.StoreScope;
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
 * The last trip before COMMIT. Events, audit and kept answers hand their statements over instead of sending them; all go
 * at once, for the outermost transaction, in the order of their locks.
 */
@Component
public class Closing {

    /** The order of the locks that the parts take; the store's counters are the last of all. */
    public enum Place {
        SEQUENCE,
        FEED,
        JOBS,
        AUDIT,
        KEPT_ANSWER
    }

    private record Part(Place place, @Nullable StoreId store, Supplier<Asked<?>> statement) {}

    private record Key(Class<?> type, @Nullable StoreId store) {}

    private final Together together;

    Closing(Together together) {
        this.together = together;
    }

    /** Sends the statement just before the running transaction commits; if that rolls back, never. */
    public void add(Place place, Asked<?> statement) {
        open().parts.add(new Part(place, scope(), () -> statement));
    }

    /**
     * What the running transaction collects for a store until it commits; the statement is made of it then.
     *
     * @param type one collection of each type for a store
     */
    public <C> C collected(Place place, Class<C> type, Supplier<C> fresh, Function<C, Asked<?>> statement) {
        var open = open();
        var store = scope();
        return type.cast(open.collections.computeIfAbsent(new Key(type, store), _ -> {
            var collection = fresh.get();
            open.parts.add(new Part(place, store, () -> statement.apply(collection)));
            return collection;
        }));
    }

    private Collected open() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Nothing to close: no transaction is open");
        }
        if (TransactionSynchronizationManager.getResource(this) instanceof Collected collected) {
            return collected;
        }
        var collected = new Collected(new ArrayList<>(), new HashMap<>());
        TransactionSynchronizationManager.bindResource(this, collected);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                collected.parts.sort(Comparator.comparing(Part::place));
                together.send(statements(collected.parts));
            }

            @Override
            public void beforeCompletion() {
                TransactionSynchronizationManager.unbindResourceIfPossible(Closing.this);
            }
        });
        return collected;
    }

    /** Each part is for the store that was named when it was handed over; {@code StoreSteps} may have changed it meanwhile. */
    private static List<Asked<?>> statements(List<Part> parts) {
        var statements = new ArrayList<Asked<?>>();
        var named = scope();
        for (var part : parts) {
            if (!Objects.equals(part.store(), named)) {
                named = part.store();
                statements.add(Asked.write("set local app.store_id = '" + named + "'"));
            }
            statements.add(part.statement().get());
        }
        return statements;
    }

    private static @Nullable StoreId scope() {
        return StoreScope.CURRENT.isBound() ? StoreScope.CURRENT.get() : null;
    }

    private record Collected(List<Part> parts, Map<Key, Object> collections) {}
}
