package iq.sendy.platform.body;

import iq.sendy.kernel.Currency;
import iq.sendy.kernel.Digits;
import iq.sendy.kernel.InputText;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.Uuids;
import iq.sendy.kernel.When;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Violations;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Argument resolver of query strings: binds a {@link QueryParameters} parameter from the query string. An empty value
 * counts as absent, unknown names are ignored, a list takes its words with commas and from a name that is sent again,
 * and what cannot be read, or stands twice where there is room for one, is {@code filter.invalid}.
 */
@Component
public class QueryParametersResolver implements HandlerMethodArgumentResolver {

    private static final String BOUND = "sendy.query.bound.";

    /** The record, and what it was bound from in one spelling: the same filters have the same, in whatever order they came. */
    private record BoundQuery(Object filters, String spelling) {}

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(QueryParameters.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        return bound(parameter.getParameterType(), request).filters();
    }

    /** All filters of an operation in one spelling; empty when there are none. */
    static String spelling(Method operation, HttpServletRequest request) {
        return Arrays.stream(operation.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(QueryParameters.class))
                .map(parameter -> bound(parameter.getType(), request).spelling())
                .collect(Collectors.joining());
    }

    /** Once for a request, so that each fault is noted once. */
    private static BoundQuery bound(Class<?> type, HttpServletRequest request) {
        var attribute = BOUND + type.getName();
        if (request.getAttribute(attribute) instanceof BoundQuery known) {
            return known;
        }
        var violations = QueryViolations.problems(request);
        var recordSchema = RecordSchema.of(type);
        var values = new @Nullable Object[recordSchema.fields().size()];
        var spelling = new StringBuilder();
        for (var i = 0; i < values.length; i++) {
            var field = recordSchema.fields().get(i);
            var value = value(field, request, violations);
            values[i] = value;
            if (value != null) {
                var text = value.toString();
                spelling.append(field.name())
                        .append(' ')
                        .append(text.length())
                        .append(' ')
                        .append(text);
            }
        }
        var boundQuery = new BoundQuery(recordSchema.make(values), spelling.toString());
        if (boundQuery.filters() instanceof CrossFieldRules crossFieldRules) {
            crossFieldRules.check(violations);
        }
        if (boundQuery.filters() instanceof CheckedFilter checked) {
            checked.check(zone(request), violations);
        }
        request.setAttribute(attribute, boundQuery);
        return boundQuery;
    }

    private static @Nullable Object value(RecordSchema.Field field, HttpServletRequest request, Violations violations) {
        var given = QueryValues.of(request, field.name());
        if (given.isEmpty()) {
            if (field.required()) {
                violations.add(field.name(), "field.required");
            }
            return null;
        }
        var element = field.element();
        if (element != null) {
            return element == String.class ? texts(field, given, violations) : words(field, element, given, violations);
        }
        if (given.size() > 1 || InputText.beyond(given.getFirst(), Text.NOTES)) {
            return invalid(field, violations);
        }
        var text = field.type() == String.class ? text(field, given.getFirst()) : ScalarReader.word(given.getFirst());
        if (text == null || text.indexOf(0) >= 0) {
            return invalid(field, violations);
        }
        return scalar(field, text, request, violations);
    }

    /** Null when it is longer than any text that could be found. */
    private static @Nullable String text(RecordSchema.Field field, String given) {
        var most = ScalarReader.most(field.component());
        if (InputText.beyond(given, most)) {
            return null;
        }
        var text = InputText.clean(given);
        return text.codePointCount(0, text.length()) <= most ? text : null;
    }

    private static @Nullable Object scalar(
            RecordSchema.Field field, String text, HttpServletRequest request, Violations violations) {
        var type = field.type();
        if (type == String.class) {
            return text;
        }
        if (type == UUID.class) {
            return Uuids.parse(text).map(Object.class::cast).orElseGet(() -> invalid(field, violations));
        }
        if (type == Phone.class) {
            return Phone.parse(text).map(Object.class::cast).orElseGet(() -> invalid(field, violations));
        }
        if (type == When.class) {
            return When.parse(text).map(Object.class::cast).orElseGet(() -> invalid(field, violations));
        }
        if (type == Boolean.class) {
            return switch (text) {
                case "true" -> true;
                case "false" -> false;
                default -> invalid(field, violations);
            };
        }
        if (type == Long.class) {
            return whole(field, text, request, violations);
        }
        return ScalarReader.word(type, text).orElseGet(() -> invalid(field, violations));
    }

    private static @Nullable Object whole(
            RecordSchema.Field field, String text, HttpServletRequest request, Violations violations) {
        if (InputText.beyondWord(text)) {
            return invalid(field, violations);
        }
        try {
            var number = new BigDecimal(Digits.toAscii(text));
            if (number.precision() > 40 || Math.abs(number.scale()) > 40) {
                return invalid(field, violations);
            }
            if (!field.component().isAnnotationPresent(Amount.class)) {
                return number.longValueExact();
            }
            return amount(field, number, currency(request), violations);
        } catch (ArithmeticException | NumberFormatException unreadable) {
            return invalid(field, violations);
        }
    }

    private static @Nullable Long amount(
            RecordSchema.Field field, BigDecimal number, Currency currency, Violations violations) {
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(Amount.MOST)) > 0) {
            violations.add(field.name(), "field.out_of_range", "0", Long.toString(Amount.MOST));
            return null;
        }
        return currency.minor(number);
    }

    /** All of them, in the order they were sent in. */
    private static @Nullable List<String> texts(RecordSchema.Field field, List<String> given, Violations violations) {
        var texts = new ArrayList<String>();
        for (var several : given) {
            for (var one : InputText.beyond(several, Text.NOTES) ? List.of(several) : InputText.parts(several)) {
                var text = text(field, one);
                if (text == null || text.indexOf(0) >= 0) {
                    violations.add(field.name(), "filter.invalid", field.name());
                    return null;
                }
                texts.add(text);
            }
        }
        texts.removeIf(String::isEmpty);
        var size = field.component().getAnnotation(Size.class);
        if (size != null && (texts.size() < size.min() || texts.size() > size.max())) {
            violations.add(
                    field.name(), "field.out_of_range", Integer.toString(size.min()), Integer.toString(size.max()));
            return null;
        }
        return texts;
    }

    /** Each once, in the order of their declaration: a list that is sent in another order is the same filter. */
    private static @Nullable List<Object> words(
            RecordSchema.Field field, Class<?> element, List<String> given, Violations violations) {
        var named = new HashSet<Object>();
        for (var text : given) {
            for (var word : InputText.beyond(text, Text.NOTES) ? List.of(text) : InputText.parts(text)) {
                var constant = ScalarReader.word(element, word);
                if (constant.isEmpty()) {
                    violations.add(field.name(), "filter.invalid", field.name());
                    return null;
                }
                named.add(constant.get());
            }
        }
        return Arrays.stream(element.getEnumConstants())
                .<Object>map(constant -> constant)
                .filter(named::contains)
                .toList();
    }

    private static ZoneId zone(HttpServletRequest request) {
        return request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller ? caller.zone() : ZoneOffset.UTC;
    }

    private static Currency currency(HttpServletRequest request) {
        return request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller ? caller.currency() : Currency.IQD;
    }

    private static @Nullable Object invalid(RecordSchema.Field field, Violations violations) {
        violations.add(field.name(), "filter.invalid", field.name());
        return null;
    }
}
