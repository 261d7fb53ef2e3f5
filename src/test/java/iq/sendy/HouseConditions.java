package iq.sendy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.PublicController;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the house rules ask that ArchUnit has no word for. */
final class HouseConditions {

    private static final Set<String> ROOMS = Set.of("model", "store", "web", "listeners", "jobs", "remote");

    /** Paths outside the store doors that need a credential all the same. */
    private static final Set<String> SIGNED_IN = Set.of("/api/v1/auth/me", "/api/v1/auth/change-password");

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

    private static boolean anonymous(JavaMethod method) {
        var type = method.getOwner().reflect();
        var controller = AnnotatedElementUtils.findMergedAnnotation(type, PublicController.class);
        if (controller == null || controller.value().startsWith("/api/v1/admin")) {
            return false;
        }
        var mapping = AnnotatedElementUtils.findMergedAnnotation(method.reflect(), RequestMapping.class);
        var paths = mapping == null || mapping.path().length == 0 ? new String[] {""} : mapping.path();
        return List.of(paths).stream().noneMatch(path -> SIGNED_IN.contains(controller.value() + path));
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
