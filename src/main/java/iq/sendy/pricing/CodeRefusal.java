package iq.sendy.pricing;

import iq.sendy.kernel.ErrorCode;

/** Refusal of a discount code: why it does not hold, in the order in which the reasons are looked at. */
public enum CodeRefusal implements ErrorCode {
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

    @Override
    public String code() {
        return code;
    }
}
