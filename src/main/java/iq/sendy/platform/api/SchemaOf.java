package iq.sendy.platform.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The shape on the wire of a value that is finished text by the time it is answered: {@code @SchemaOf(Status.class) String}. */
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
public @interface SchemaOf {

    Class<?> value();
}
