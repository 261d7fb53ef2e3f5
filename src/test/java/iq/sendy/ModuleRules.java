package iq.sendy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.NamedInterface;

/**
 * What package-infos say of the modules, in the words of Modulith's annotations. A module is a package right under the root. It
 * asks whom it lists, and shows the public types of its own package and of those with a name; an open one shows all it has.
 */
final class ModuleRules {

    static final ArchRule ASK_ONLY_WHOM_THEY_MAY = classes().should(askOnlyWhomTheirModulesMay());

    static final ArchRule ASK_IN_NO_CIRCLE =
            slices().assignedFrom(modules()).should().beFreeOfCycles();

    private static final String ROOT = "";

    private ModuleRules() {}

    /** {@code orders} of {@code iq.sendy.orders.store}, an empty name in the root itself, and none of what is not ours. */
    static Optional<String> module(JavaClass type) {
        var place = type.getBaseComponentType().getPackageName();
        return Stream.of("iq.sendy", "wrong")
                .filter(root -> place.equals(root) || place.startsWith(root + "."))
                .map(root -> place.equals(root)
                        ? ROOT
                        : place.substring(root.length() + 1).split("\\.", 2)[0])
                .findFirst();
    }

    /** The modules that a type asks, but for its own. */
    static Stream<String> asked(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .flatMap(dependency -> module(dependency.getTargetClass()).stream())
                .filter(module -> !module.equals(module(type).orElseThrow()));
    }

    private static ArchCondition<JavaClass> askOnlyWhomTheirModulesMay() {
        return new ArchCondition<>("ask only whom their modules may") {

            private final Map<String, Set<String>> allowed = new TreeMap<>();

            private Set<String> shown = Set.of();

            @Override
            public void init(Collection<JavaClass> all) {
                shown = all.stream().flatMap(type -> face(type).stream()).collect(Collectors.toSet());
                allowed.clear();
                all.forEach(type -> allowed.computeIfAbsent(module(type).orElseThrow(), _ -> listed(type)));
                allowed.put(ROOT, shown);
            }

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var own = module(type).orElseThrow();
                var mayAsk = allowed.getOrDefault(own, Set.of());
                for (var dependency : type.getDirectDependenciesFromSelf()) {
                    var target = dependency.getTargetClass().getBaseComponentType();
                    if (module(target).filter(home -> !home.equals(own)).isPresent()
                            && face(target).filter(mayAsk::contains).isEmpty()) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }

            @Override
            public void finish(ConditionEvents events) {
                allowed.forEach((module, faces) -> faces.stream()
                        .filter(face -> !shown.contains(face))
                        .forEach(face -> events.add(SimpleConditionEvent.violated(
                                module, "Module " + module + " lists " + face + ", which no module shows"))));
            }
        };
    }

    /** The name by which a list has to have a type that its module shows: {@code orders}, {@code platform :: sql}. */
    private static Optional<String> face(JavaClass type) {
        var module = module(type).orElseThrow();
        if (said(type.getPackage())
                .filter(said -> said.type() == ApplicationModule.Type.OPEN)
                .isPresent()) {
            return Optional.of(module);
        }
        if (!type.getModifiers().contains(JavaModifier.PUBLIC)) {
            return Optional.empty();
        }
        return type.getPackage().getRelativeName().equals(module)
                ? Optional.of(module)
                : type.getPackage()
                        .tryGetAnnotationOfType(NamedInterface.class)
                        .map(named -> module + " :: " + named.value()[0]);
    }

    /** Whom the module of a type may ask: nobody, unless it says so. */
    private static Set<String> listed(JavaClass type) {
        return said(type.getPackage())
                .map(said -> Set.of(said.allowedDependencies()))
                .orElse(Set.of());
    }

    /** What is said of the module that a package belongs to. */
    private static Optional<ApplicationModule> said(JavaPackage place) {
        return place.tryGetAnnotationOfType(ApplicationModule.class)
                .or(() -> place.getParent().flatMap(ModuleRules::said));
    }

    private static SliceAssignment modules() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return module(type).map(SliceIdentifier::of).orElseGet(SliceIdentifier::ignore);
            }

            @Override
            public String getDescription() {
                return "modules";
            }
        };
    }
}
