package iq.sendy.inventory;

/** All that can come of deleting a warehouse. */
public enum DeleteWarehouseResult {
    DELETED,
    NO_SUCH_WAREHOUSE,
    /** It is the default, or still holds pieces. */
    IN_USE
}
