package iq.sendy.catalog;

/** Display order: in which order strangers see products. Those without a price stand behind all others. */
public enum DisplayOrder {
    NEWEST,
    CHEAPEST,
    DEAREST
}
