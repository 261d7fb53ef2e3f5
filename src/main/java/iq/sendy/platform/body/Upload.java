package iq.sendy.platform.body;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation whose body is a {@link MultipartForm} with one file in it: the OpenAPI document shows it, and a body that cannot be
 * read is refused before its idempotency key is looked at.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Upload {

    /** The name of the file's part. */
    String part() default "file";

    /** The most bytes of the whole form. */
    int most() default Body.BULK;

    /** What a form may have around its file: boundaries, headers, small fields. */
    int AROUND = 64 << 10;
}
