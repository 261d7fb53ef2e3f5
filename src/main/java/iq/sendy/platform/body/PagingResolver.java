package iq.sendy.platform.body;

import iq.sendy.kernel.Digits;
import iq.sendy.kernel.InputText;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.Problems;
import iq.sendy.platform.secrets.Digests;
import iq.sendy.platform.tenancy.StoreScope;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Binds a {@link Paging} parameter: its names are read in any letter case, and a cursor only where it was made. */
@Component
public class PagingResolver implements HandlerMethodArgumentResolver {

    private static final int SIGNATURE = 12;

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
        var problems = Requested.problems(request);
        var method = Objects.requireNonNull(parameter.getMethod());
        var list = method.getDeclaringClass().getSimpleName() + "." + method.getName();
        var purpose =
                "cursor " + list + " " + (StoreScope.CURRENT.isBound() ? StoreScope.CURRENT.get() : StoreId.PLATFORM);

        var size = number(request, "pageSize", Paging.MOST, Paging.DEFAULT_SIZE, problems);
        size = number(request, "per_page", Paging.MOST, size, problems);
        var page = number(request, "page", 1_000_000_000, 1, problems);
        var sealed = parameter(request, "cursor");
        var cursor = sealed == null ? Optional.<String>empty() : open(purpose, sealed);
        if (sealed != null && (cursor.isEmpty() || parameter(request, "page") != null)) {
            problems.add("cursor", "cursor.invalid");
        }
        return new Paging(page, size, cursor.orElse(null), position -> seal(purpose, position));
    }

    private static int number(HttpServletRequest request, String name, int most, int fallback, Problems problems) {
        var text = parameter(request, name);
        if (text == null) {
            return fallback;
        }
        var digits = InputText.beyondWord(text) ? "" : Digits.toAscii(text);
        if (Digits.only(digits, 10)) {
            var number = Long.parseLong(digits);
            if (number >= 1 && number <= most) {
                return (int) number;
            }
        }
        problems.add(name, "paging.invalid");
        return fallback;
    }

    private static @Nullable String parameter(HttpServletRequest request, String name) {
        return request.getParameterMap().entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(entry -> InputText.clean(entry.getValue()[0]))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
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
