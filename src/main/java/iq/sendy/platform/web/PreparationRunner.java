package iq.sendy.platform.web;

import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.BodyResolver;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.Preparation;
import iq.sendy.platform.body.PreparationRequest;
import iq.sendy.platform.body.Prepared;
import iq.sendy.platform.body.RequestKey;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Has every {@link Preparation} of an operation made, keeps what came of it on the request, and hands it to the operation. */
@Component
class PreparationRunner implements HandlerMethodArgumentResolver {

    private final BeanFactory beans;
    private final BodyResolver bodies;

    PreparationRunner(BeanFactory beans, BodyResolver bodies) {
        this.beans = beans;
        this.bodies = bodies;
    }

    /** Whether anything is done for the operation before its transaction. */
    boolean prepares(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters()).anyMatch(this::supportsParameter);
    }

    /** Whether the operation needs something that was not prepared yet. */
    boolean missing(HttpServletRequest request, HandlerMethod method) {
        for (var parameter : method.getMethodParameters()) {
            if (supportsParameter(parameter) && request.getAttribute(attribute(parameter)) == null) {
                return true;
            }
        }
        return false;
    }

    /**
     * Prepares what is missing; what throws is asked anew when the step is tried again.
     *
     * @param key null where the request has none
     */
    void prepare(HttpServletRequest request, HandlerMethod method, @Nullable RequestKey key) {
        for (var parameter : method.getMethodParameters()) {
            if (supportsParameter(parameter) && request.getAttribute(attribute(parameter)) == null) {
                var preparation = beans.getBean(by(parameter));
                var came = preparation.prepare(new PreparationRequest(request, body(request, method), key));
                request.setAttribute(attribute(parameter), Optional.ofNullable(came));
            }
        }
    }

    /** Bound for the preparation alone: the operation adds its own complaints to what it binds. */
    private @Nullable Bound<?> body(HttpServletRequest request, HandlerMethod method) {
        for (var parameter : method.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(Body.class)) {
                return (Bound<?>) bodies.resolveArgument(parameter, null, new ServletWebRequest(request), null);
            }
        }
        return null;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(Prepared.class);
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        if (request.getAttribute(attribute(parameter)) instanceof Optional<?> came) {
            return came.orElse(null);
        }
        throw new IllegalStateException(by(parameter) + " was not asked before the operation");
    }

    private static Class<? extends Preparation<?>> by(MethodParameter parameter) {
        return Objects.requireNonNull(parameter.getParameterAnnotation(Prepared.class))
                .by();
    }

    private static String attribute(MethodParameter parameter) {
        return "sendy.prepared." + by(parameter).getName();
    }
}
