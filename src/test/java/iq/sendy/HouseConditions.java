package iq.sendy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PublicController;
import java.time.Clock;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the house rules ask that ArchUnit has no word for. */
final class HouseConditions {

    private static final Set<String> ROOMS = Set.of("model", "store", "web", "listeners", "jobs", "remote");

    private static final Set<String> MACHINE_CLOCK = Set.of("currentTimeMillis", "systemUTC", "systemDefaultZone");

    private static final Set<String> CONVERSIONS = Set.of("from", "toInstant");

    private HouseConditions() {}

    static ArchCondition<JavaClass> useNoInnerRoomOfAnotherModule() {
        return new ArchCondition<>("use no inner room of another module") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (var dependency : type.getDirectDependenciesFromSelf()) {
                    var target = dependency.getTargetClass().getPackageName();
                    if (isInnerRoom(target) && !module(target).equals(module(type.getPackageName()))) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        };
    }

    /** Two files that know each other are one thing: they stand in one room, or one of them has what both need. */
    static ArchCondition<JavaClass> knowNoFileOfAnotherRoomThatKnowsThem() {
        return new ArchCondition<>("know no file of another room that knows them") {

            private final Map<String, Set<String>> known = new TreeMap<>();

            @Override
            public void init(Collection<JavaClass> all) {
                known.clear();
            }

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                        .filter(target -> !target.getPackageName().equals(type.getPackageName()))
                        .forEach(target -> known.computeIfAbsent(file(type), _ -> new TreeSet<>())
                                .add(file(target)));
            }

            @Override
            public void finish(ConditionEvents events) {
                known.forEach((file, others) -> others.stream()
                        .filter(other -> known.getOrDefault(other, Set.of()).contains(file))
                        .forEach(other -> events.add(SimpleConditionEvent.violated(file, file + " and " + other))));
            }
        };
    }

    private static String file(JavaClass type) {
        return type.getEnclosingClass().map(HouseConditions::file).orElseGet(type::getName);
    }

    static ArchCondition<JavaClass> askTheClockOfTheMachine() {
        return new ArchCondition<>("ask the clock of the machine") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (var call : type.getMethodCallsFromSelf()) {
                    if (asksTheMachine(call)) {
                        events.add(SimpleConditionEvent.satisfied(type, call.getDescription()));
                    }
                }
            }
        };
    }

    /** Some libraries speak {@code Date}; turning it into an instant and back where they are called is all it is for. */
    static ArchCondition<JavaClass> useOldTime() {
        return new ArchCondition<>("use Date or Calendar") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (var access : type.getAccessesFromSelf()) {
                    var owner = access.getTargetOwner();
                    var old = owner.isEquivalentTo(Date.class) || owner.isAssignableTo(Calendar.class);
                    if (old && !CONVERSIONS.contains(access.getName())) {
                        events.add(SimpleConditionEvent.satisfied(type, access.getDescription()));
                    }
                }
            }
        };
    }

    static ArchCondition<JavaMethod> sayWhomTheyAllow() {
        return new ArchCondition<>("say whom they allow, unless anyone may call them") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var allows = method.isAnnotatedWith(Allows.class);
                if (!allows && !anonymous(method)) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " has no @Allows"));
                }
            }
        };
    }

    private static boolean asksTheMachine(JavaMethodCall call) {
        var owner = call.getTargetOwner();
        if (owner.getPackageName().equals("java.time") && call.getName().equals("now")) {
            return call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        }
        return (owner.isEquivalentTo(System.class) || owner.isEquivalentTo(Clock.class))
                && MACHINE_CLOCK.contains(call.getName());
    }

    /** Whoever asks who calls cannot be called by nobody. */
    private static boolean anonymous(JavaMethod method) {
        return method.getOwner().isAnnotatedWith(PublicController.class)
                && method.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Caller.class));
    }

    /** The platform's rooms are named interfaces and open to all. */
    private static boolean isInnerRoom(String packageName) {
        var module = module(packageName);
        if (module.isEmpty() || module.equals("iq.sendy.platform") || packageName.equals(module)) {
            return false;
        }
        return ROOMS.contains(packageName.substring(module.length() + 1).split("\\.", 2)[0]);
    }

    /** {@code iq.sendy.orders} of {@code iq.sendy.orders.store}; empty for what is not ours. */
    private static String module(String packageName) {
        for (var root : List.of("iq.sendy.", "wrong.")) {
            if (packageName.startsWith(root)) {
                return root + packageName.substring(root.length()).split("\\.", 2)[0];
            }
        }
        return "";
    }
}
