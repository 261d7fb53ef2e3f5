package iq.sendy.platform.body;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A controller's parameter of type {@link Bound}: the JSON body, bound to a record. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Body {

    /** The most bytes it may have. */
    int most() default 1 << 20;

    int BULK = 10 << 20;
}
