package iq.sendy.inventory;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.body.Patch;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Add or change a warehouse; a field left out keeps its value. */
public record SaveWarehouse(Patch<String> name, Patch<String> address, Patch<Boolean> isDefault) {

    /** What can come of it. */
    public sealed interface Result {

        record Saved(WarehouseView warehouse) implements Result {}

        record NoSuchWarehouse() implements Result {}

        /** A store always has a default: it ends when another takes over. */
        @RefusedWith(code = "field.invalid", field = "isDefault")
        record DefaultNeeded() implements Result, Refusal {}
    }

    WarehouseView fresh(UUID id, Instant now) {
        return new WarehouseView(
                id, Objects.requireNonNull(name.value()), address.value(), isDefault.over(false, false), now, now);
    }

    WarehouseView over(WarehouseView before, Instant now) {
        return new WarehouseView(
                before.id(),
                name.over(before.name(), before.name()),
                address.over(before.address()),
                isDefault.over(before.isDefault(), false),
                before.createdAt(),
                now);
    }

    /** Whether all that it says is so already. */
    boolean changesNothingOf(WarehouseView warehouse) {
        return over(warehouse, warehouse.updatedAt()).equals(warehouse);
    }
}
