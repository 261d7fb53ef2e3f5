package iq.sendy.kernel;

import java.util.UUID;

/** The store whose rows are meant: it leads every key, and every transaction names it. */
public record StoreId(UUID value) {

    /** Owns what belongs to no store: the operators' sign-ins, their audit log, keys of anonymous requests. */
    public static final StoreId PLATFORM = new StoreId(new UUID(0, 0));

    @Override
    public String toString() {
        return value.toString();
    }
}
