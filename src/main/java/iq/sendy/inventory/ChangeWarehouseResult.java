package iq.sendy.inventory;

/** All that can come of changing a warehouse. */
public sealed interface ChangeWarehouseResult {

    record Changed(WarehouseView warehouse) implements ChangeWarehouseResult {}

    record NoSuchWarehouse() implements ChangeWarehouseResult {}

    /** A store always has a default: it ends when another takes over. */
    record DefaultNeeded() implements ChangeWarehouseResult {}
}
