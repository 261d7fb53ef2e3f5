package iq.sendy.returns;

import iq.sendy.kernel.ErrorCode;

/** Validation errors of a return: lines or pieces that its order does not have. */
public enum ReturnError implements ErrorCode {
    UNKNOWN_LINE("order_item.unknown"),
    QUANTITY("return.quantity");

    private final String code;

    ReturnError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
