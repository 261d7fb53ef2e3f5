package iq.sendy.pricing;

/** Why a discount code does not hold, in the order in which the reasons are looked at. */
public enum CodeRefusal {
    UNKNOWN("discount.unknown"),
    INACTIVE("discount.inactive"),
    NOT_STARTED("discount.not_started"),
    EXPIRED("discount.expired"),
    MINIMUM("discount.minimum"),
    EXHAUSTED("discount.exhausted"),
    CUSTOMER_LIMIT("discount.customer_limit");

    private final String code;

    CodeRefusal(String code) {
        this.code = code;
    }

    /** The contract's error code. */
    public String code() {
        return code;
    }
}
