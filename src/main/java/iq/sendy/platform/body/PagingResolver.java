package iq.sendy.platform.body;

import iq.sendy.kernel.Digits;
import iq.sendy.kernel.InputText;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.secrets.Digests;
import iq.sendy.platform.tenancy.CurrentTenant;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Argument resolver of pagination, which binds a {@link Paging} parameter: its names are read in any letter case, and a
 * cursor only where it was made, which is a list of a store, what it hangs on, and its filters.
 */
@Component
public class PagingResolver implements HandlerMethodArgumentResolver {

    private static final int SIGNATURE = 12;

    /** More than an {@code int} has, and fewer than a {@code long}. */
    private static final int MOST_DIGITS = 18;

    private final Digests digests;

    PagingResolver(Digests digests) {
        this.digests = digests;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Paging.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        var violations = QueryViolations.problems(request);
        var purpose = purpose(Objects.requireNonNull(parameter.getMethod()), request);

        var size = size(request, violations);
        var typed = value(request, "page", violations);
        var page = typed == null ? 1 : number(typed);
        if (page < 1) {
            violations.add("page", "paging.invalid");
        }
        var sealed = value(request, "cursor", violations);
        var cursor = sealed == null ? Optional.<String>empty() : open(purpose, sealed);
        if (sealed != null && (cursor.isEmpty() || typed != null)) {
            violations.add("cursor", "cursor.invalid");
        }
        return new Paging(Math.max(page, 1), size, cursor.orElse(null), position -> seal(purpose, position));
    }

    /** What a cursor is sealed for. */
    private static String purpose(Method operation, HttpServletRequest request) {
        var purpose = "cursor " + operation.getDeclaringClass().getSimpleName() + "." + operation.getName() + " "
                + (CurrentTenant.CURRENT.isBound() ? CurrentTenant.CURRENT.get() : StoreId.PLATFORM);
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> path
                && !path.isEmpty()) {
            purpose += " of " + path.toString().toLowerCase(Locale.ROOT);
        }
        var filters = QueryParametersResolver.spelling(operation, request);
        return filters.isEmpty() ? purpose : purpose + " with " + filters;
    }

    /** How many rows a page shall have, by either name of it. */
    private static int size(HttpServletRequest request, Violations violations) {
        var size = Paging.DEFAULT_SIZE;
        for (var name : List.of("pageSize", "per_page")) {
            var typed = value(request, name, violations);
            if (typed == null) {
                continue;
            }
            size = number(typed);
            if (size < 1 || size > Paging.MOST) {
                violations.add(name, "paging.invalid");
                size = Paging.DEFAULT_SIZE;
            }
        }
        return size;
    }

    /** 0 when it is none; beyond what an {@code int} holds there are no rows either, so it is the largest there is. */
    private static int number(String typed) {
        var digits = Digits.toAscii(typed);
        if (!Digits.only(digits, digits.length())) {
            return 0;
        }
        var start = 0;
        while (start < digits.length() && digits.charAt(start) == '0') {
            start++;
        }
        if (start == digits.length()) {
            return 0;
        }
        return digits.length() - start > MOST_DIGITS
                ? Integer.MAX_VALUE
                : (int) Math.min(Integer.MAX_VALUE, Long.parseLong(digits, start, digits.length(), 10));
    }

    private static @Nullable String value(HttpServletRequest request, String name, Violations violations) {
        var given = QueryValues.of(request, name);
        if (given.size() > 1) {
            violations.add(name, "filter.invalid", name);
        }
        return given.size() == 1 ? InputText.clean(given.getFirst()) : null;
    }

    private String seal(String purpose, String position) {
        var content = position.getBytes(StandardCharsets.UTF_8);
        var signature = Arrays.copyOf(digests.of(purpose, position), SIGNATURE);
        var bytes = Arrays.copyOf(signature, SIGNATURE + content.length);
        System.arraycopy(content, 0, bytes, SIGNATURE, content.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Optional<String> open(String purpose, String sealed) {
        try {
            var bytes = Base64.getUrlDecoder().decode(sealed);
            if (bytes.length <= SIGNATURE) {
                return Optional.empty();
            }
            var position = new String(bytes, SIGNATURE, bytes.length - SIGNATURE, StandardCharsets.UTF_8);
            return seal(purpose, position).equals(sealed) ? Optional.of(position) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
