package iq.sendy.jobs;

import iq.sendy.kernel.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.LongSupplier;

/** Jobs as workers hold them, made by tests of handlers. */
public final class Leases {

    private Leases() {}

    /** A job whose lease lasts a minute by that clock, from its zero on. */
    public static Job held(StoreId store, String kind, String payload, long token, LongSupplier nanos) {
        return new Job(
                store,
                UUID.randomUUID(),
                kind,
                UUID.randomUUID(),
                token,
                1,
                0,
                false,
                payload,
                Instant.now(),
                new Lease(nanos, 0, Duration.ofSeconds(60)));
    }
}
