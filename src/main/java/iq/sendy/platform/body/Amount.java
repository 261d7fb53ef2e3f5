package iq.sendy.platform.body;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Money in the store's currency, kept in minor units in a {@code long}. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Amount {

    /** Whether nothing is too little; else it may be 0. */
    boolean positive() default false;

    /** The most that the contract takes, in major units. */
    long MOST = 1_000_000_000L;
}
