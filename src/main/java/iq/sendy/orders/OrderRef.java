package iq.sendy.orders;

import iq.sendy.kernel.Uuids;
import iq.sendy.platform.ids.PublicIds;
import java.util.Optional;
import java.util.UUID;

/** How a path names an order: by its id, or by its public id in any letter case. */
public sealed interface OrderRef {

    record ById(UUID id) implements OrderRef {}

    record ByPublicId(String publicId) implements OrderRef {}

    /** Empty when it can be neither, which is answered like an order that does not exist. */
    static Optional<OrderRef> parse(String written) {
        return Uuids.parse(written)
                .<OrderRef>map(ById::new)
                .or(() -> PublicIds.parse(written).map(ByPublicId::new));
    }
}
