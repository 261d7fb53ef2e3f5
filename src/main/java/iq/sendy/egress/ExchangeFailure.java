package iq.sendy.egress;

import java.io.IOException;

/** An exchange that ended before there was a status, with its class. */
final class ExchangeFailure extends IOException {

    private final ErrorClass errorClass;
    private final String why;

    ExchangeFailure(ErrorClass errorClass, String why) {
        super(why);
        this.errorClass = errorClass;
        this.why = why;
    }

    /** The class names alone: an exception's words may come from the other side. */
    static ExchangeFailure of(ErrorClass errorClass, Exception cause) {
        var exchangeFailure = new ExchangeFailure(errorClass, cause.getClass().getSimpleName());
        exchangeFailure.initCause(cause);
        return exchangeFailure;
    }

    ErrorClass errorClass() {
        return errorClass;
    }

    String why() {
        return why;
    }
}
