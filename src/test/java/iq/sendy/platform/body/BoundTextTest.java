package iq.sendy.platform.body;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.AwkwardText;
import iq.sendy.kernel.Currency;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.When;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.api.Violations;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.MethodParameter;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Every text of every body and query that an operation reads is bounded, and awkward ones cost what letters do. */
class BoundTextTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** A text far over every bound, and such as are read whole. */
    private static final List<Integer> LENGTHS = List.of(AwkwardText.MUCH, 10_900, 1_100);

    /** One place for a text: where it is, and how a body or query with a text there is read. */
    record Place(String name, RecordSchema.Field field, Reading reading) {

        @Override
        public String toString() {
            return name;
        }

        /** Reads a text, and answers the codes of its faults if it is the one that is looked at. */
        List<String> of(String read, String lookedAt) {
            var codes = reading.of(read);
            return read.equals(lookedAt) ? codes : List.of();
        }

        /** Passwords are judged by who knows them: they are weak or wrong, however long. */
        boolean isSecret() {
            return field.component().isAnnotationPresent(Secret.class);
        }
    }

    /** Reads a body or query with the text in its one place, and answers the codes of its faults. */
    interface Reading {
        List<String> of(String text);
    }

    private static final List<Place> PLACES =
            operations().flatMap(BoundTextTest::places).toList();

    static List<AwkwardText> awkward() {
        return AwkwardText.ALL;
    }

    @ParameterizedTest
    @MethodSource("awkward")
    void text_costs_what_letters_do_and_far_too_much_of_it_is_refused(AwkwardText awkward) {
        for (var length : LENGTHS) {
            awkward.texts(length)
                    .forEach(text -> PLACES.forEach(place -> {
                        var codes = new ArrayList<String>();
                        assertThat(AwkwardText.more(read -> codes.addAll(place.of(read, text)), text))
                                .as("%s: %d characters of %s", place, length, awkward.name())
                                .isLessThan(AwkwardText.MOST_NANOS);
                        if (length == AwkwardText.MUCH && !place.isSecret()) {
                            assertThat(codes)
                                    .as("%s: far too many %s", place, awkward.name())
                                    .isNotEmpty();
                        }
                    }));
        }
    }

    @Test
    void there_are_operations_to_look_at() {
        assertThat(PLACES.stream().map(Place::name))
                .hasSizeGreaterThan(150)
                .contains(
                        "AuthController.login password",
                        "OrderController.list ?q",
                        "BulkController.placeAll orders.notes");
    }

    private static Stream<Method> operations() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        return scanner.findCandidateComponents("iq.sendy").stream()
                .map(found -> type(Objects.requireNonNull(found.getBeanClassName())))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .sorted((one, other) -> name(one).compareTo(name(other)));
    }

    private static Stream<Place> places(Method operation) {
        var parameters = IntStream.range(0, operation.getParameterCount())
                .mapToObj(index -> new MethodParameter(operation, index))
                .toList();
        var bodies = parameters.stream()
                .filter(parameter -> parameter.hasParameterAnnotation(Body.class))
                .flatMap(parameter -> body(name(operation), BodyResolver.recordOf(parameter)));
        var queries = parameters.stream()
                .filter(parameter -> parameter.hasParameterAnnotation(QueryParameters.class))
                .flatMap(parameter -> query(name(operation), parameter));
        return Stream.concat(bodies, queries);
    }

    private static Stream<Place> body(String operation, Class<?> type) {
        var places = new ArrayList<Place>();
        descend(type, operation + " ", node -> node, type, places);
        return places.stream();
    }

    private static void descend(
            Class<?> type, String path, UnaryOperator<JsonNode> around, Class<?> root, List<Place> places) {
        for (var field : RecordSchema.of(type).fields()) {
            var elementsOf = field.component().getAnnotation(ElementsOf.class);
            UnaryOperator<JsonNode> within = value -> around.apply(JSON.objectNode()
                    .set(
                            field.name(),
                            field.element() == null ? value : JSON.arrayNode().add(value)));
            var inner = field.element() == null ? field.type() : field.element();
            if (elementsOf != null) {
                // Bound row by row, as the controller does.
                descend(elementsOf.value(), path + field.name() + ".", node -> node, elementsOf.value(), places);
            } else if (inner.isRecord() && inner != Phone.class && inner != When.class) {
                descend(inner, path + field.name() + ".", within, root, places);
            } else if (inner != JsonNode.class) {
                places.add(new Place(path + field.name(), field, text -> {
                    var body = within.apply(JSON.stringNode(text));
                    return codes(Binder.row(root, body, Currency.IQD).problems());
                }));
            }
        }
    }

    private static Stream<Place> query(String operation, MethodParameter parameter) {
        return RecordSchema.of(parameter.getParameterType()).fields().stream()
                .map(field -> new Place(operation + " ?" + field.name(), field, text -> {
                    var request = request(Map.of(field.name(), new String[] {text}));
                    new QueryParametersResolver()
                            .resolveArgument(parameter, null, new ServletWebRequest(request), null);
                    return codes(QueryViolations.problems(request));
                }));
    }

    /** What is wrong with what was sent, and not what is wrong since the rest was not. */
    private static List<String> codes(Violations violations) {
        return violations.faults().stream()
                .map(Violation::code)
                .filter(code -> !code.equals("field.required"))
                .toList();
    }

    /** A request of which nothing is asked but its parameters. */
    private static HttpServletRequest request(Map<String, String[]> parameters) {
        var attributes = new HashMap<Object, Object>();
        return (HttpServletRequest) Proxy.newProxyInstance(
                BoundTextTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (_, method, arguments) -> switch (method.getName()) {
                    case "getParameterMap" -> parameters;
                    case "getAttribute" -> attributes.get(arguments[0]);
                    case "setAttribute" -> attributes.put(arguments[0], arguments[1]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static String name(Method operation) {
        return operation.getDeclaringClass().getSimpleName() + "." + operation.getName();
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
