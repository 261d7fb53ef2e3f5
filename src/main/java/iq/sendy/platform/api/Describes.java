package iq.sendy.platform.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the OpenAPI document says of an operation beyond its types: a line of text, and the codes it refuses with. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Describes {

    /** One sentence. */
    String value();

    /** Codes beyond those that every operation of its kind has, each with its status: {@code "409 order.closed"}. */
    String[] refuses() default {};

    /** The media types of an answer that is a file and no envelope. */
    String[] answers() default {};
}
