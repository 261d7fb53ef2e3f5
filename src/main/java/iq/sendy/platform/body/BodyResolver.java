package iq.sendy.platform.body;

import iq.sendy.kernel.Currency;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.compute.ComputeKind;
import iq.sendy.platform.compute.ComputePool;
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
import tools.jackson.databind.node.ObjectNode;

/** Argument resolver of bodies: binds a {@link Body} parameter. */
@Component
public class BodyResolver implements HandlerMethodArgumentResolver {

    private static final String TREE = "sendy.body.tree";

    /** Parsed where it was read: an order has some kilobytes, and moving to another thread would cost it more. */
    private static final int MOST_AT_ONCE = 64 << 10;

    private final ComputePool compute;

    BodyResolver(ComputePool compute) {
        this.compute = compute;
    }

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
        var violations = new Violations();
        var binder = new Binder(currency(request), violations);
        return new Bound<>(binder.bind(recordOf(parameter), tree(request, parameter), ""), violations);
    }

    /** Refuses a body that cannot be read, before its idempotency key is looked at: 413, 415, 400 malformed. */
    public void refuseUnreadable(HttpServletRequest request, HandlerMethod method) {
        var upload = method.getMethodAnnotation(Upload.class);
        if (upload != null) {
            MultipartForm.of(request, upload.most());
        }
        for (var parameter : method.getMethodParameters()) {
            if (supportsParameter(parameter)) {
                tree(request, parameter);
            }
        }
    }

    /** The body as a tree, parsed once for a request however often its step is tried. */
    private ObjectNode tree(HttpServletRequest request, MethodParameter parameter) {
        if (request.getAttribute(TREE) instanceof ObjectNode parsed) {
            return parsed;
        }
        var bytes = bytes(request, parameter);
        var tree = bytes.length == 0 && RecordSchema.of(recordOf(parameter)).optional()
                ? JsonNodeFactory.instance.objectNode()
                : parsed(bytes, body(parameter).most());
        request.setAttribute(TREE, tree);
        return tree;
    }

    private ObjectNode parsed(byte[] bytes, int most) {
        return bytes.length <= MOST_AT_ONCE
                ? JsonParser.object(bytes, most)
                : compute.run(ComputeKind.JSON_BODY, () -> JsonParser.object(bytes, most));
    }

    private byte[] bytes(HttpServletRequest request, MethodParameter parameter) {
        var sent = request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        if (!sent && RecordSchema.of(recordOf(parameter)).optional()) {
            return new byte[0];
        }
        RequestBytes.refuseOther(request);
        return RequestBytes.of(request, body(parameter).most());
    }

    private static Body body(MethodParameter parameter) {
        return Objects.requireNonNull(parameter.getParameterAnnotation(Body.class));
    }

    /** The record that a {@code Bound<T>} parameter binds. */
    public static Class<?> recordOf(MethodParameter parameter) {
        return (Class<?>) ((ParameterizedType) parameter.getGenericParameterType()).getActualTypeArguments()[0];
    }

    private static Currency currency(HttpServletRequest request) {
        return request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller ? caller.currency() : Currency.IQD;
    }
}
