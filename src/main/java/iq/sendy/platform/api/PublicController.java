package iq.sendy.platform.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Operations outside the doors of stores and operators. Anybody may call them, but for those that say by {@link Allows}
 * whom they allow.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Controller
@RequestMapping
public @interface PublicController {

    /** The full path before that of each operation. */
    @AliasFor(annotation = RequestMapping.class, attribute = "path")
    String value();

    /** Whether what strangers send there counts against their network. */
    boolean counted() default true;

    /**
     * Whether its answers hold credentials: then they are judged anew for each request, whatever its
     * {@code Idempotency-Key}, and never compressed beside what a stranger chose.
     */
    boolean holdsCredentials() default false;

    /** Where the public API of shops is. */
    String PUBLIC_DOOR = "/api/v1/public";
}
