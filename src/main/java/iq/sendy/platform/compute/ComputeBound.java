package iq.sendy.platform.compute;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Work of the processor for milliseconds or more. It is called from other such work, or from within {@link ComputePool#run};
 * a house rule looks after that.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
public @interface ComputeBound {}
