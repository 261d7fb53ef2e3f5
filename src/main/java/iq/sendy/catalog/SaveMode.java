package iq.sendy.catalog;

/** Partial success: what becomes of many products when some of them are refused. */
public enum SaveMode {
    /** One refusal, and nothing is stored. */
    ALL_OR_NOTHING,
    /** The others are stored. */
    PARTIAL,
    /** Nothing is stored; the results say what would have been. */
    TRIAL
}
