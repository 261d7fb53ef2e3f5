package iq.sendy.cashier;

import iq.sendy.cashier.SalePlace.AtRegister;
import iq.sendy.platform.sql.Query;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Queries that find where a sale belongs, in the order in which they must be sent. */
public final class SaleQueries {

    /** A session with its register: the one that was named, and the one that is open there. */
    public record RegisterState(
            String registerName,
            boolean open,
            UUID session,
            @Nullable UUID openSession,
            @Nullable Long cashRounding) {}

    private final RegisterSale sale;
    private final Query<UUID> lock;
    private final Query<UUID> before;
    private final Query<RegisterState> state;

    SaleQueries(RegisterSale sale, Query<UUID> lock, Query<UUID> before, Query<RegisterState> state) {
        this.sale = sale;
        this.lock = lock;
        this.before = before;
        this.state = state;
    }

    public List<Query<?>> parts() {
        return List.of(lock, before, state);
    }

    /** Where the sale belongs, once they were sent. */
    public SalePlace place() {
        if (before.any()) {
            return new SalePlace.SoldBefore(before.single());
        }
        if (!state.any()) {
            return nowhere();
        }
        var found = state.single();
        if (found.open()) {
            return new AtRegister(found.registerName(), found.session(), false, found.cashRounding());
        }
        if (sale.happened()) {
            return new AtRegister(found.registerName(), found.openSession(), true, found.cashRounding());
        }
        // A session that the seller had once is none to sell in.
        return sale.session() == null ? nowhere() : new SalePlace.SessionClosed();
    }

    private SalePlace nowhere() {
        if (sale.session() != null) {
            return new SalePlace.UnknownSession();
        }
        return sale.certain() ? new SalePlace.NoRegister() : new SalePlace.NoSale();
    }
}
