package iq.sendy.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import iq.sendy.ProductClasses;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an operation declares as its refusals is what its controller is answered and switches over, and nothing else. */
public class DeclaredRefusalsTest {

    private static final JavaClasses MAIN = ProductClasses.ALL;

    @Test
    void an_operation_names_the_sealed_results_that_its_controller_faces() {
        var silent = new TreeSet<String>();
        for (var operation : operations()) {
            var declared = operation.getAnnotationOfType(Describes.class).refuses();
            for (var result : faced(operation)) {
                var named = Stream.of(declared)
                        .anyMatch(
                                type -> type == result || List.of(cases(result)).contains(type));
                if (!named) {
                    silent.add(operation.getFullName() + " faces " + result.getSimpleName());
                }
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void an_operation_names_no_result_that_its_controller_never_sees() {
        var idle = new TreeSet<String>();
        for (var operation : operations()) {
            var results = faced(operation);
            var used = used(operation);
            for (var type : operation.getAnnotationOfType(Describes.class).refuses()) {
                var seen = results.stream()
                        .anyMatch(result ->
                                result == type || List.of(cases(result)).contains(type));
                if (!seen && Refusal.class.isAssignableFrom(type) && !used.contains(outermost(type))) {
                    idle.add(operation.getFullName() + " never sees " + type.getSimpleName());
                }
            }
        }
        assertThat(idle).isEmpty();
    }

    @Test
    void every_code_that_is_declared_has_a_text() throws IOException {
        var texts = new Properties();
        try (var file = DeclaredRefusalsTest.class.getResourceAsStream("/i18n/messages.properties")) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        var codes = MAIN.stream()
                .filter(type -> type.isAnnotatedWith(RefusedWith.class))
                .map(JavaClass::reflect)
                .flatMap(type -> Refusal.declared(type).stream())
                .flatMap(declared -> Refusal.codes(declared).stream())
                .collect(Collectors.toSet());
        assertThat(codes).hasSizeGreaterThan(60);
        assertThat(texts.stringPropertyNames()).containsAll(codes);
    }

    private static List<JavaMethod> operations() {
        var operations = MAIN.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Describes.class))
                .toList();
        assertThat(operations).hasSizeGreaterThan(90);
        return operations;
    }

    /** The sealed results with refusals that what the operation calls answers, or that were prepared for it. */
    private static Set<Class<?>> faced(JavaMethod operation) {
        var called = reached(operation).stream()
                .flatMap(method -> method.getMethodCallsFromSelf().stream())
                .flatMap(call -> call.getTarget().resolveMember().stream())
                .map(JavaMethod::getReturnType);
        return Stream.concat(called, operation.getParameterTypes().stream())
                .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .filter(type -> type.getPackageName().startsWith("iq.sendy"))
                .<Class<?>>map(JavaClass::reflect)
                .filter(type -> type.isSealed() && !Refusal.declared(type).isEmpty())
                .collect(Collectors.toSet());
    }

    /** What is made or called on the way, by the name of the outermost class. */
    private static Set<String> used(JavaMethod operation) {
        return reached(operation).stream()
                .flatMap(method -> Stream.concat(
                        Stream.of(method.getOwner()),
                        method.getAccessesFromSelf().stream().map(access -> access.getTargetOwner())))
                .map(type -> outermost(type.reflect()))
                .collect(Collectors.toSet());
    }

    private static String outermost(Class<?> type) {
        return type.isMemberClass() ? outermost(type.getEnclosingClass()) : type.getName();
    }

    private static Class<?>[] cases(Class<?> result) {
        return result.getPermittedSubclasses();
    }

    /** The methods of the room that the operation gets to. */
    private static Set<JavaMethod> reached(JavaMethod operation) {
        var room = operation.getOwner().getPackageName();
        var reached = new HashSet<JavaMethod>();
        var next = new ArrayDeque<>(List.of(operation));
        while (!next.isEmpty()) {
            var method = next.pop();
            if (reached.add(method)) {
                Stream.concat(method.getMethodCallsFromSelf().stream(), method.getMethodReferencesFromSelf().stream())
                        .flatMap(call -> call.getTarget().resolveMember().stream())
                        .filter(JavaMethod.class::isInstance)
                        .map(JavaMethod.class::cast)
                        .filter(target -> target.getOwner().getPackageName().equals(room))
                        .forEach(next::add);
            }
        }
        return reached;
    }
}
