package iq.sendy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** How large and how entangled a type may be, and what it may be called. */
final class ShapeConditions {

    private ShapeConditions() {}

    /** For a place where nothing may stand. */
    static ArchCondition<JavaClass> exist() {
        return new ArchCondition<>("exist") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(SimpleConditionEvent.satisfied(type, type.getName() + " exists"));
            }
        };
    }
}
