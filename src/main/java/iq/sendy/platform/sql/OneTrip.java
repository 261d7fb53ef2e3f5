package iq.sendy.platform.sql;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.database.AdmissionControl.Turn;
import iq.sendy.platform.database.BackgroundWork;
import iq.sendy.platform.tenancy.OutsideTransaction;
import iq.sendy.platform.tenancy.Turnstile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Transactions of a store whose statements are all known before the first is answered: from BEGIN to COMMIT one trip, where
 * others take three. Whoever waits for it knows how it ended, unless the connection broke.
 */
@Component
public class OneTrip {

    private final Pipeline pipeline;
    private final Turnstile turnstile;

    OneTrip(Pipeline pipeline, Turnstile turnstile) {
        this.pipeline = pipeline;
        this.turnstile = turnstile;
    }

    /**
     * A trip that nothing is on yet and that is a transaction of its own, which reads. It is named before: one send more than
     * {@link #read}, but the server plans each of its statements once for all stores.
     */
    public Trip open(StoreId store) {
        return new Trip(parts -> named(store, parts));
    }

    /** The one row that answers a question; a question that was answered before costs no trip. */
    public <R> R single(StoreId store, Query<R> question) {
        named(store, List.of(question));
        return question.single();
    }

    /** Asks; the statements do not see one moment, but each what was committed when it began. */
    public void read(StoreId store, Query<?>... parts) {
        run(store, "begin read only", List.of(parts));
    }

    /** Does all of it, or throws and has done nothing. */
    public void write(StoreId store, Query<?>... parts) {
        run(store, "begin", List.of(parts));
    }

    private void named(StoreId store, List<? extends Query<?>> parts) {
        OutsideTransaction.require("A transaction of its own");
        if (parts.stream().allMatch(Query::isAnswered)) {
            return;
        }
        var all = new ArrayList<Query<?>>(parts);
        all.add(Query.write("commit"));
        try (var _ = turn()) {
            pipeline.sendWhole(name(store), all);
        }
    }

    /** A UUID needs no escaping. A function that sets it would not travel to a shard. */
    private static String name(StoreId store) {
        return "set local app.store_id = '" + store + "'";
    }

    private void run(StoreId store, String begin, List<Query<?>> parts) {
        OutsideTransaction.require("A transaction of its own");
        var all = new ArrayList<Query<?>>();
        all.add(Query.write(begin));
        all.add(Query.write(name(store)));
        all.addAll(parts);
        all.add(Query.write("commit"));
        try (var _ = turn()) {
            pipeline.sendWhole(all);
        }
    }

    private @Nullable Turn turn() {
        return BackgroundWork.isHere() ? null : turnstile.turn();
    }
}
