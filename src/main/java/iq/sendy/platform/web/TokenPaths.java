package iq.sendy.platform.web;

import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.PublicController;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Protected paths outside the doors of stores and operators: those of public controllers whose operations say by
 * {@link Allows} whom they allow. An access token opens them, whatever the method.
 */
@Component
class TokenPaths {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private volatile @Nullable Set<String> paths;

    TokenPaths(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    boolean contains(String path) {
        return paths().contains(path);
    }

    /** Asked for late: the routes are known after the filters are made. */
    private Set<String> paths() {
        var known = paths;
        if (known == null) {
            known = mappings.getObject().getHandlerMethods().entrySet().stream()
                    .filter(route -> guarded(route.getValue()))
                    .flatMap(route -> route.getKey().getPatternValues().stream())
                    .map(TokenPaths::plain)
                    .collect(Collectors.toUnmodifiableSet());
            paths = known;
        }
        return known;
    }

    private static boolean guarded(HandlerMethod operation) {
        return operation.hasMethodAnnotation(Allows.class)
                && AnnotatedElementUtils.hasAnnotation(operation.getBeanType(), PublicController.class);
    }

    private static String plain(String pattern) {
        if (pattern.contains("{") || pattern.contains("*")) {
            throw new IllegalStateException(pattern + " has a variable, so it belongs behind a door");
        }
        return pattern;
    }
}
