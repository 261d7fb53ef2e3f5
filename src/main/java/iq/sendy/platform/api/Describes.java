package iq.sendy.platform.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Description of an operation in the OpenAPI document beyond its types: a line of text, and the codes it refuses with. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Describes {

    /** One sentence. */
    String value();

    /**
     * What it can come to beyond what every operation of its kind can: sealed results or some cases of one, with the status
     * and codes of their {@link RefusedWith}. Its body and filters need not be named; a record that is read from elsewhere is.
     */
    Class<?>[] refuses() default {};

    /** The media types of an answer that is a file, in place of an envelope or beside one. */
    String[] answers() default {};
}
