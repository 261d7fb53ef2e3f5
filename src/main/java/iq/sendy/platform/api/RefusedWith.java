package iq.sendy.platform.api;

import iq.sendy.kernel.ErrorCode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Error response of a refusal, declared once: {@link Answer#refused(Refusal)} answers with it and the OpenAPI document
 * tells of it. It stands on a case of a sealed result, and with the status 400 on what checks a request beyond its types.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RefusedWith {

    int status() default 400;

    /** The error codes; one, unless the refusal itself knows which of them hold. */
    String[] code() default {};

    /** Enums of error codes, beside those. */
    Class<? extends ErrorCode>[] codesOf() default {};

    /** The JSON path of the field that is refused; without one it is the request as a whole. */
    String field() default "";
}
