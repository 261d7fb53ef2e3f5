package iq.sendy.orders;

import iq.sendy.platform.ids.PublicIds;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** How a path names an order: by its id, or by its public id in any letter case. */
public sealed interface OrderRef {

    Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    record ById(UUID id) implements OrderRef {}

    record ByPublicId(String publicId) implements OrderRef {}

    /** Empty when it can be neither, which is answered like an order that does not exist. */
    static Optional<OrderRef> parse(String written) {
        if (UUID_FORM.matcher(written).matches()) {
            return Optional.of(new ById(UUID.fromString(written)));
        }
        return PublicIds.parse(written).map(ByPublicId::new);
    }
}
