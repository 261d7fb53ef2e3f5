package iq.sendy.platform.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Authorization of an operation, named once for both doors: the permission that a person needs, without its prefix
 * {@code store.}, and the scope that a key needs. The guard, the pages and the OpenAPI document read it here.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Allows {

    /** For example {@code orders.manage}, or {@value #SIGNED_IN}, {@value #ANYONE} or {@value #PLATFORM_ADMIN}. */
    String permission();

    /** For example {@code orders:write}; left out where the key door does not have the operation. */
    String scope() default "";

    String SIGNED_IN = "-";

    /** Of a page that strangers see as well. */
    String ANYONE = "*";

    String PLATFORM_ADMIN = "platform_admin";
}
