package iq.sendy.platform.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An anonymous operation whose success changes only with a release. Its bytes are made once for each language and kept as
 * long as the answer lives, so the controller hands out the same object each time; clients and proxies keep them too, and
 * ask again with {@code If-None-Match}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface CachedResponse {

    /** How long a client need not ask again. */
    int seconds() default 3_600;
}
