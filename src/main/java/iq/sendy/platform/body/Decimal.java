package iq.sendy.platform.body;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A number with decimals within bounds. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Decimal {

    /** Who reads the field judges its decimals: of money they hang on the currency. */
    int ANY_SCALE = 40;

    String min();

    String max();

    int scale();
}
