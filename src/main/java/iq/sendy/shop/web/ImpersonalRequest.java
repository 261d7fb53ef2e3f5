package iq.sendy.shop.web;

import iq.sendy.platform.pages.ParameterRequest;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.UriUtils;

/**
 * Impersonal request: of what was sent only what a page for everybody may depend on. So whoever makes the page cannot put
 * anything into it that is one visitor's.
 */
class ImpersonalRequest extends ParameterRequest {

    private final Map<String, String> headers;

    private final KeptPage kind;
    private final @Nullable String language;

    /** @param language the one of its messages; null where the query says it */
    ImpersonalRequest(HttpServletRequest request, KeptPage kind, @Nullable String language) {
        super(request);
        this.kind = kind;
        this.language = language;
        headers = language == null
                ? Map.of("accept", kind.readers().accept())
                : Map.of("accept", kind.readers().accept(), "accept-language", language);
        for (var name : kind.names()) {
            var values = values(request, name);
            if (!values.isEmpty()) {
                put(name, values);
            }
        }
    }

    private static List<String> values(HttpServletRequest request, String name) {
        var values = new ArrayList<String>();
        request.getParameterMap().forEach((spelt, sent) -> {
            if (spelt.equalsIgnoreCase(name)) {
                Collections.addAll(values, sent);
            }
        });
        values.removeIf(String::isBlank);
        return values;
    }

    KeptPage kind() {
        return kind;
    }

    /** Of its messages; null where it is the page's. */
    @Nullable
    String language() {
        return language;
    }

    /** What was sent. */
    HttpServletRequest sent() {
        return (HttpServletRequest) getRequest();
    }

    @Override
    public String getMethod() {
        return HttpMethod.GET.name();
    }

    @Override
    public @Nullable String getQueryString() {
        var parameters = getParameterMap();
        return parameters.isEmpty()
                ? null
                : parameters.entrySet().stream()
                        .flatMap(each -> Stream.of(each.getValue())
                                .map(value -> each.getKey() + "=" + UriUtils.encode(value, StandardCharsets.UTF_8)))
                        .collect(Collectors.joining("&"));
    }

    @Override
    public @Nullable String getHeader(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        var value = getHeader(name);
        return value == null ? Collections.emptyEnumeration() : Collections.enumeration(List.of(value));
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(headers.keySet());
    }

    @Override
    public long getDateHeader(String name) {
        return -1;
    }

    @Override
    public int getIntHeader(String name) {
        return -1;
    }

    @Override
    public Cookie @Nullable [] getCookies() {
        return null;
    }
}
