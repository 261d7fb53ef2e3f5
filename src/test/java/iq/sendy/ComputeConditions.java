package iq.sendy;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import iq.sendy.platform.compute.ComputeBound;
import iq.sendy.platform.compute.ComputePool;
import iq.sendy.platform.sheets.Sheet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import org.dhatim.fastexcel.Workbook;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Work of the processor happens in the pool: in what is marked as such, or in a lambda of who hands it to the pool. */
final class ComputeConditions {

    private static final Map<Class<?>, Set<String>> HEAVY = Map.of(
            Argon2PasswordEncoder.class, Set.of("encode", "matches"),
            ImageReader.class, Set.of("read", "readAll", "readRaster"),
            ImageWriter.class, Set.of("write"),
            ImageIO.class, Set.of("read", "write"),
            Workbook.class, Set.of("<init>"),
            Sheet.class, Set.of("read"));

    private ComputeConditions() {}

    static ArchCondition<JavaClass> computeOutsideThePool() {
        return new ArchCondition<>("compute outside the pool") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (marked(type)) {
                    return;
                }
                var asksThePool = type.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(ComputePool.class));
                var references = type.getCodeUnitReferencesFromSelf().stream().filter(_ -> !asksThePool);
                var calls = type.getCodeUnitCallsFromSelf().stream()
                        .filter(call -> !asksThePool || !call.isDeclaredInLambda());
                Stream.<JavaAccess<?>>concat(calls, references)
                        .filter(access -> !access.getOrigin().isAnnotatedWith(ComputeBound.class))
                        .filter(ComputeConditions::heavy)
                        .forEach(access -> events.add(SimpleConditionEvent.satisfied(type, access.getDescription())));
            }
        };
    }

    private static boolean heavy(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        var target = access.getTarget();
        return HEAVY.entrySet().stream()
                        .anyMatch(known ->
                                known.getValue().contains(target.getName()) && owner.isAssignableTo(known.getKey()))
                || target.isAnnotatedWith(ComputeBound.class)
                || (marked(owner)
                        && target instanceof CodeUnitCallTarget
                        && !target.getName().equals("<init>"));
    }

    private static boolean marked(JavaClass type) {
        return type.isAnnotatedWith(ComputeBound.class)
                || type.getEnclosingClass().filter(ComputeConditions::marked).isPresent();
    }
}
