package iq.sendy.platform.body;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation whose body is JSON that is taken as it comes, by {@link RequestBytes#raw}: its signature is over the bytes, and
 * what is in it is not ours to say. The OpenAPI document shows that there is one.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RawBody {

    /** An example of one, as JSON. */
    String value();
}
