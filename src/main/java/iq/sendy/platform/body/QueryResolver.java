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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Binds a {@link Query} parameter from the query string. An empty value counts as absent, unknown names are ignored, and a
 * value that cannot be read is {@code filter.invalid}.
 */
@Component
public class QueryResolver implements HandlerMethodArgumentResolver {

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
        var problems = Requested.problems(request);
        var shape = Shape.of(parameter.getParameterType());
        var values = new @Nullable Object[shape.fields().size()];
        for (var i = 0; i < values.length; i++) {
            values[i] = value(shape.fields().get(i), request, problems);
        }
        var bound = shape.make(values);
        if (bound instanceof Checked checked) {
            checked.check(problems);
        }
        return bound;
    }

    private static @Nullable Object value(Shape.Field field, HttpServletRequest request, Problems problems) {
        var given = request.getParameter(field.name());
        if (given != null && InputText.beyond(given, Text.NOTES)) {
            return invalid(field, problems);
        }
        if (given == null || InputText.blank(given)) {
            if (field.required()) {
                problems.add(field.name(), "field.required");
            }
            return null;
        }
        var text = field.type() == String.class ? text(field, given) : Scalars.word(given);
        if (text == null) {
            return invalid(field, problems);
        }
        if (text.indexOf(0) >= 0) {
            return invalid(field, problems);
        }
        var element = field.element();
        return element == null ? scalar(field, text, request, problems) : words(field, element, text, problems);
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
            var currency = field.component().isAnnotationPresent(Amount.class) ? currency(request) : null;
            return currency == null ? number.longValueExact() : currency.minor(number);
        } catch (ArithmeticException | NumberFormatException unreadable) {
            return invalid(field, problems);
        }
    }

    private static @Nullable List<Object> words(Shape.Field field, Class<?> element, String text, Problems problems) {
        var found = new ArrayList<Object>();
        for (var word : InputText.parts(text)) {
            var constant = Scalars.word(element, word);
            if (constant.isEmpty()) {
                problems.add(field.name(), "filter.invalid", field.name());
                return null;
            }
            found.add(constant.get());
        }
        return found;
    }

    private static Currency currency(HttpServletRequest request) {
        return request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller ? caller.currency() : Currency.IQD;
    }

    private static @Nullable Object invalid(Shape.Field field, Problems problems) {
        problems.add(field.name(), "filter.invalid", field.name());
        return null;
    }
}
