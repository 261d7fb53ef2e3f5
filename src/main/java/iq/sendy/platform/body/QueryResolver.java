package iq.sendy.platform.body;

import iq.sendy.kernel.Currency;
import iq.sendy.kernel.Digits;
import iq.sendy.kernel.InputText;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.Uuids;
import iq.sendy.kernel.When;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
 * Binds a {@link Query} parameter from the query string. An empty value counts as absent, unknown names are ignored, a list
 * takes its words with commas and from a name that is sent again, and what cannot be read, or stands twice where there is
 * room for one, is {@code filter.invalid}.
 */
@Component
public class QueryResolver implements HandlerMethodArgumentResolver {

    private static final String BOUND = "sendy.query.bound.";

    /** The record, and what it was bound from in one spelling: the same filters have the same, in whatever order they came. */
    private record Bound(Object filters, String spelling) {}

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(Query.class);
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
                .filter(parameter -> parameter.isAnnotationPresent(Query.class))
                .map(parameter -> bound(parameter.getType(), request).spelling())
                .collect(Collectors.joining());
    }

    /** Once for a request, so that each fault is noted once. */
    private static Bound bound(Class<?> type, HttpServletRequest request) {
        var attribute = BOUND + type.getName();
        if (request.getAttribute(attribute) instanceof Bound known) {
            return known;
        }
        var problems = Requested.problems(request);
        var shape = Shape.of(type);
        var values = new @Nullable Object[shape.fields().size()];
        var spelling = new StringBuilder();
        for (var i = 0; i < values.length; i++) {
            var field = shape.fields().get(i);
            var value = value(field, request, problems);
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
        var bound = new Bound(shape.make(values), spelling.toString());
        if (bound.filters() instanceof Checked checked) {
            checked.check(problems);
        }
        if (bound.filters() instanceof CheckedFilter checked) {
            checked.check(zone(request), problems);
        }
        request.setAttribute(attribute, bound);
        return bound;
    }

    private static @Nullable Object value(Shape.Field field, HttpServletRequest request, Problems problems) {
        var given = QueryValues.of(request, field.name());
        if (given.isEmpty()) {
            if (field.required()) {
                problems.add(field.name(), "field.required");
            }
            return null;
        }
        var element = field.element();
        if (element != null) {
            return words(field, element, given, problems);
        }
        if (given.size() > 1 || InputText.beyond(given.getFirst(), Text.NOTES)) {
            return invalid(field, problems);
        }
        var text = field.type() == String.class ? text(field, given.getFirst()) : Scalars.word(given.getFirst());
        if (text == null || text.indexOf(0) >= 0) {
            return invalid(field, problems);
        }
        return scalar(field, text, request, problems);
    }

    /** Null when it is longer than any text that could be found. */
    private static @Nullable String text(Shape.Field field, String given) {
        var most = Scalars.most(field.component());
        if (InputText.beyond(given, most)) {
            return null;
        }
        var text = InputText.clean(given);
        return text.codePointCount(0, text.length()) <= most ? text : null;
    }

    private static @Nullable Object scalar(
            Shape.Field field, String text, HttpServletRequest request, Problems problems) {
        var type = field.type();
        if (type == String.class) {
            return text;
        }
        if (type == UUID.class) {
            return Uuids.parse(text).map(Object.class::cast).orElseGet(() -> invalid(field, problems));
        }
        if (type == Phone.class) {
            return Phone.parse(text).map(Object.class::cast).orElseGet(() -> invalid(field, problems));
        }
        if (type == When.class) {
            return When.parse(text).map(Object.class::cast).orElseGet(() -> invalid(field, problems));
        }
        if (type == Boolean.class) {
            return switch (text) {
                case "true" -> true;
                case "false" -> false;
                default -> invalid(field, problems);
            };
        }
        if (type == Long.class) {
            return whole(field, text, request, problems);
        }
        return Scalars.word(type, text).orElseGet(() -> invalid(field, problems));
    }

    private static @Nullable Object whole(
            Shape.Field field, String text, HttpServletRequest request, Problems problems) {
        if (InputText.beyondWord(text)) {
            return invalid(field, problems);
        }
        try {
            var number = new BigDecimal(Digits.toAscii(text));
            if (number.precision() > 40 || Math.abs(number.scale()) > 40) {
                return invalid(field, problems);
            }
            var money = field.component().getAnnotation(Amount.class);
            if (money == null) {
                return number.longValueExact();
            }
            return amount(field, money, number, currency(request), problems);
        } catch (ArithmeticException | NumberFormatException unreadable) {
            return invalid(field, problems);
        }
    }

    private static @Nullable Long amount(
            Shape.Field field, Amount money, BigDecimal number, Currency currency, Problems problems) {
        if (number.compareTo(BigDecimal.valueOf(money.min())) < 0
                || number.compareTo(BigDecimal.valueOf(Amount.MOST)) > 0) {
            problems.add(field.name(), "field.out_of_range", Long.toString(money.min()), Long.toString(Amount.MOST));
            return null;
        }
        return currency.minor(number);
    }

    /** Each once, in the order of their declaration: a list that is sent in another order is the same filter. */
    private static @Nullable List<Object> words(
            Shape.Field field, Class<?> element, List<String> given, Problems problems) {
        var named = new HashSet<Object>();
        for (var text : given) {
            for (var word : InputText.beyond(text, Text.NOTES) ? List.of(text) : InputText.parts(text)) {
                var constant = Scalars.word(element, word);
                if (constant.isEmpty()) {
                    problems.add(field.name(), "filter.invalid", field.name());
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

    private static @Nullable Object invalid(Shape.Field field, Problems problems) {
        problems.add(field.name(), "filter.invalid", field.name());
        return null;
    }
}
