package iq.sendy.cashier;

import iq.sendy.platform.sql.Query;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The drawer that is to pay a refund, held with the register that sold. */
public final class RefundDrawer {

    private final @Nullable UUID named;
    private final Query<UUID> register;
    private final Query<CashierSession> session;

    RefundDrawer(@Nullable UUID named, Query<UUID> register, Query<CashierSession> session) {
        this.named = named;
        this.register = register;
        this.session = session;
    }

    public List<Query<?>> parts() {
        return List.of(register, session);
    }

    /** The session that was named; null where none was. */
    public @Nullable UUID named() {
        return named;
    }

    /** Whether the session that was named is none of the store's, once the parts were sent. */
    public boolean isUnknown() {
        return named != null && !session.any();
    }

    /** Whether the session that was named has been counted. */
    public boolean isClosed() {
        return session.any() && !session.single().isOpen();
    }
}
