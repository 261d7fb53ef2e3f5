package iq.sendy.catalog;

/** Display rule: which products strangers may see. Archived and inactive ones never. */
public enum DisplayRule {
    /** With a price, be it 0. */
    PRICED,
    /** Without a price too: whoever wants one asks for it. */
    PRICELESS_TOO
}
