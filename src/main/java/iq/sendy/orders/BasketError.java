package iq.sendy.orders;

import iq.sendy.kernel.ErrorCode;

/** Validation errors of a basket: what it names that the store does not sell or does not know. */
public enum BasketError implements ErrorCode {
    UNKNOWN_PRODUCT("product.unknown"),
    INACTIVE_PRODUCT("product.inactive"),
    VALUE_MISMATCH("order.value_mismatch"),
    UNKNOWN_PACKAGE_SIZE("package_size.unknown");

    private final String code;

    BasketError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
