package iq.sendy.orders;

import iq.sendy.kernel.Phone;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who orders, and where it goes. */
public record Recipient(
        String name,
        Phone phone,
        String address,
        String provinceCode,
        UUID areaId,
        @Nullable GeoPoint place) {}
