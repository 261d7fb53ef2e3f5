package iq.sendy.orders;

import iq.sendy.kernel.Phone;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who orders, and where it goes; a sale at the counter may leave out all of it. */
public record Recipient(
        @Nullable String name,
        @Nullable Phone phone,
        @Nullable String address,
        @Nullable String provinceCode,
        @Nullable UUID areaId,
        @Nullable GeoPoint place) {}
