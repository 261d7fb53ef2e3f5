package iq.sendy.stores;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/** Batch work in every store, in the scope of each. A store in which it fails keeps it from no other. */
@Component
public class StoreBatches {

    private static final Logger LOG = LoggerFactory.getLogger(StoreBatches.class);

    private final Stores stores;

    StoreBatches(Stores stores) {
        this.stores = stores;
    }

    /** Runs small batches, each a transaction of its own, so that no row is locked for long, until one finds nothing to do. */
    public void runUntilDone(ToLongFunction<StoreId> batch) {
        runUntilDone(stores.all(), batch);
    }

    /** As {@link #runUntilDone(ToLongFunction)}, in some stores. */
    public void runUntilDone(Collection<StoreId> some, ToLongFunction<StoreId> batch) {
        inEach(some, store -> {
            long done;
            do {
                done = batch.applyAsLong(store);
            } while (done > 0);
        });
    }

    /**
     * Works in one store after the other.
     *
     * @throws IllegalStateException at the end if it failed in any, so that whoever began it is seen to fail
     */
    public void inEach(Consumer<StoreId> work) {
        inEach(stores.all(), work);
    }

    /** As {@link #inEach(Consumer)}, in some stores. */
    public void inEach(Collection<StoreId> some, Consumer<StoreId> work) {
        var failures = new ArrayList<RuntimeException>();
        for (var store : some) {
            try {
                CurrentTenant.in(store, () -> {
                    work.accept(store);
                    return store;
                });
            } catch (CannotCreateTransactionException away) {
                // Without the database no other store would fare better.
                throw away;
            } catch (RuntimeException failed) {
                LOG.warn("Work in store {} failed; it goes on in the next: {}", store, failed.toString());
                failures.add(failed);
            }
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException("Failed in " + failures.size() + " stores", failures.getFirst());
        }
    }
}
