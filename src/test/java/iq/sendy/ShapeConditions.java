package iq.sendy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvent;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.micrometer.core.instrument.MeterRegistry;
import iq.sendy.platform.ids.PublicIds;
import iq.sendy.platform.ids.UuidGenerator;
import java.sql.ResultSet;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How large and how entangled a type may be, and what it may be called. */
final class ShapeConditions {

    private static final int MOST_METHODS = 10;
    private static final int MOST_COLLABORATORS = 6;
    private static final int MOST_COMPONENTS = 8;

    /** What every bean may ask for beside its collaborators: time, ids, and a place for its meters. */
    private static final Set<Class<?>> GIVENS =
            Set.of(Clock.class, UuidGenerator.class, PublicIds.class, MeterRegistry.class);

    /** Single words that end like a gerund and are nouns of the field. */
    private static final Set<String> NOUNS = Set.of("Listing", "Paging", "Rounding", "Setting", "Shipping");

    /** What the one method is called that makes a long record. */
    private static final Set<String> BUILDERS = Set.of("of", "fresh", "over", "command", "question");

    private static final Pattern GERUND = Pattern.compile("[A-Z][a-z]+ing");

    private ShapeConditions() {}

    static ArchCondition<JavaClass> haveAtMostTenMethods() {
        return each("have at most ten public methods", (type, events) -> {
            var methods = publicMethods(type).count();
            if (methods > MOST_METHODS) {
                events.add(violated(type, type.getName() + " has " + methods + " public methods"));
            }
        });
    }

    static ArchCondition<JavaClass> haveAtMostSixCollaborators() {
        return each("have at most six collaborators", (type, events) -> {
            if (!isBean(type)) {
                return;
            }
            for (var constructor : type.getConstructors()) {
                var asked = collaborators(constructor);
                if (asked > MOST_COLLABORATORS) {
                    events.add(violated(type, type.getName() + " asks " + asked + " others"));
                }
            }
        });
    }

    static ArchCondition<JavaClass> takeNoBoolean() {
        return each(
                "take no boolean on a public method",
                (type, events) -> publicMethods(type)
                        .filter(method -> method.getRawParameterTypes().stream()
                                .anyMatch(parameter -> parameter.isEquivalentTo(boolean.class)))
                        .forEach(method -> events.add(violated(type, method.getFullName() + " takes a boolean"))));
    }

    /** The cases of a sealed type are read with its name before them, so that two may have a {@code NotFound}. */
    static ArchCondition<JavaClass> haveNamesOfTheirOwn() {
        return new ArchCondition<>("have names of their own") {

            private final Map<String, List<String>> names = new TreeMap<>();

            @Override
            public void init(Collection<JavaClass> all) {
                names.clear();
            }

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.isAnonymousClass() && !type.isLocalClass() && !isCase(type) && !isResult(type)) {
                    names.computeIfAbsent(type.getSimpleName(), _ -> new ArrayList<>())
                            .add(type.getName());
                }
            }

            @Override
            public void finish(ConditionEvents events) {
                names.values().stream()
                        .filter(same -> same.size() > 1)
                        .forEach(same -> events.add(SimpleConditionEvent.violated(same, "One name for " + same)));
            }
        };
    }

    static ArchCondition<JavaClass> sayWhatTheyWorkOn() {
        return each("say what they work on", (type, events) -> {
            var name = type.getSimpleName();
            if (GERUND.matcher(name).matches() && !NOUNS.contains(name) && !isCase(type)) {
                events.add(violated(type, type.getName() + " is a gerund without its object"));
            }
        });
    }

    /**
     * Nine arguments in a row are mixed up sooner or later. A row is mapped in its store, beside its columns; else one
     * method that does nothing else makes the record: of a command, over what was stored, or of another record.
     */
    static ArchCondition<JavaClass> buildNoLongRecordByPosition() {
        return each(
                "build no long record by position",
                (type, events) -> type.getConstructorCallsFromSelf().stream()
                        .filter(call -> call.getTargetOwner().isRecord()
                                && call.getTarget().getRawParameterTypes().size() > MOST_COMPONENTS)
                        .filter(call -> !call.getTargetOwner().equals(type))
                        .filter(call -> !BUILDERS.contains(call.getOrigin().getName()) && !mapsRows(call.getOrigin()))
                        .forEach(call -> events.add(violated(type, call.getDescription()))));
    }

    private static boolean mapsRows(JavaCodeUnit origin) {
        return origin.getOwner().getPackageName().endsWith(".store")
                || origin.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(ResultSet.class));
    }

    /** For a place where nothing may stand. */
    static ArchCondition<JavaClass> exist() {
        return each(
                "exist",
                (type, events) -> events.add(SimpleConditionEvent.satisfied(type, type.getName() + " exists")));
    }

    private interface Check {
        void check(JavaClass type, ConditionEvents events);
    }

    private static ArchCondition<JavaClass> each(String words, Check check) {
        return new ArchCondition<>(words) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.check(type, events);
            }
        };
    }

    private static Stream<JavaMethod> publicMethods(JavaClass type) {
        return type.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC)
                        && !method.getModifiers().contains(JavaModifier.STATIC)
                        && !method.getModifiers().contains(JavaModifier.SYNTHETIC));
    }

    private static boolean isBean(JavaClass type) {
        return type.isMetaAnnotatedWith(Component.class) || type.isAnnotatedWith(Component.class);
    }

    private static long collaborators(JavaConstructor constructor) {
        return constructor.getParameters().stream()
                .filter(parameter -> !parameter.isAnnotatedWith(Value.class))
                .filter(parameter -> GIVENS.stream().noneMatch(parameter.getRawType()::isEquivalentTo))
                .count();
    }

    private static boolean isCase(JavaClass type) {
        return Stream.concat(type.getRawInterfaces().stream(), type.getRawSuperclass().stream())
                .anyMatch(parent -> parent.reflect().isSealed());
    }

    /** What a command answers is nested in it and always called so. */
    private static boolean isResult(JavaClass type) {
        return type.getSimpleName().equals("Result") && type.getEnclosingClass().isPresent();
    }

    private static ConditionEvent violated(JavaClass type, String words) {
        return SimpleConditionEvent.violated(type, words);
    }
}
