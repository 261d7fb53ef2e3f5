package iq.sendy.platform.tenancy;

import iq.sendy.kernel.StoreId;

/**
 * Tenant context. The store that the running request or job works for. It is bound by the credential at the edge, never
 * by an id in a path or body, and does not cross into another thread by itself.
 */
public final class CurrentTenant {

    public static final ScopedValue<StoreId> CURRENT = ScopedValue.newInstance();

    private CurrentTenant() {}

    /** Does something for a store, as a job or a sign-in must that has no credential yet. */
    public static <T> T in(StoreId store, ScopedValue.CallableOp<T, RuntimeException> work) {
        return ScopedValue.where(CURRENT, store).call(work);
    }
}
