package iq.sendy.platform.web;

import iq.sendy.platform.api.Caller;
import iq.sendy.platform.audit.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands a controller its {@link Caller}, or the {@link Actor} that timelines and the audit log show for it. */
@Component
class CallerResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class || parameter.getParameterType() == Actor.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var caller =
                (Caller) Objects.requireNonNull(web.getAttribute(Caller.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST));
        if (parameter.getParameterType() == Caller.class) {
            return caller;
        }
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        return Actor.of(caller, request.getRemoteAddr());
    }
}
