package iq.sendy.platform.http;

import java.io.IOException;

/** An exchange that ended before there was a status, with its class. */
final class Failure extends IOException {

    private final ErrorClass errorClass;
    private final String why;

    Failure(ErrorClass errorClass, String why) {
        super(why);
        this.errorClass = errorClass;
        this.why = why;
    }

    /** The class names alone: an exception's words may come from the other side. */
    static Failure of(ErrorClass errorClass, Exception cause) {
        var failure = new Failure(errorClass, cause.getClass().getSimpleName());
        failure.initCause(cause);
        return failure;
    }

    ErrorClass errorClass() {
        return errorClass;
    }

    String why() {
        return why;
    }
}
