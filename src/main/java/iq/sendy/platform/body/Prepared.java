package iq.sendy.platform.body;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A parameter that holds what a {@link Preparation} came to before the operation's transaction. */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Prepared {

    /** The bean that prepares it. */
    Class<? extends Preparation<?>> by();
}
