package iq.sendy.platform.body;

import iq.sendy.kernel.Currency;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.ParameterizedType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.databind.node.JsonNodeFactory;

/** Binds a {@link Body} parameter. */
@Component
public class BodyResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(Body.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        var type = recordOf(parameter);
        var bytes = bytes(request, parameter);
        var problems = new Problems();
        var binder = new Binder(currency(request), problems);
        var object = bytes.length == 0 && Shape.of(type).optional()
                ? JsonNodeFactory.instance.objectNode()
                : JsonText.object(bytes);
        return new Read<>(binder.bind(type, object, ""), problems);
    }

    /** Refuses a body that cannot be read, before its idempotency key is looked at: 413, 415, 400 malformed. */
    public void refuseUnreadable(HttpServletRequest request, HandlerMethod method) {
        var upload = method.getMethodAnnotation(Upload.class);
        if (upload != null) {
            Form.of(request, upload.most());
        }
        for (var parameter : method.getMethodParameters()) {
            if (supportsParameter(parameter)) {
                var bytes = bytes(request, parameter);
                if (bytes.length > 0 || !Shape.of(recordOf(parameter)).optional()) {
                    JsonText.object(bytes);
                }
            }
        }
    }

    private byte[] bytes(HttpServletRequest request, MethodParameter parameter) {
        var body = Objects.requireNonNull(parameter.getParameterAnnotation(Body.class));
        var sent = request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        if (!sent && Shape.of(recordOf(parameter)).optional()) {
            return new byte[0];
        }
        RequestBytes.refuseOther(request);
        return RequestBytes.of(request, body.most());
    }

    /** The record that a {@code Read<T>} parameter binds. */
    public static Class<?> recordOf(MethodParameter parameter) {
        return (Class<?>) ((ParameterizedType) parameter.getGenericParameterType()).getActualTypeArguments()[0];
    }

    private static Currency currency(HttpServletRequest request) {
        return request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller ? caller.currency() : Currency.IQD;
    }
}
