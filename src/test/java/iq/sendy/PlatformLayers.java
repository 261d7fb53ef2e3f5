package iq.sendy;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.List;

/** The three layers of the platform, each of which knows only those before it. */
@SuppressWarnings("ImmutableEnumChecker") // The lists are made by List.of.
enum PlatformLayers {
    /** Vocabulary: what modules say of themselves, and values that need no database. */
    VALUES("api", "codes", "ids", "secrets", "settings", "url"),
    /** What is done with the database and the machine, whoever asks. */
    DATA("database", "tenancy", "sql", "sealing", "audit", "limits", "compute"),
    /** What stands between a client and a module. */
    EDGE("body", "idempotency", "web", "pages", "sheets", "start");

    private final List<String> rooms;

    PlatformLayers(String... rooms) {
        this.rooms = List.of(rooms);
    }

    static ArchRule rule() {
        return CompositeArchRule.of(noClasses()
                        .that(VALUES.is())
                        .should()
                        .dependOnClassesThat(DATA.is().or(EDGE.is())))
                .and(noClasses().that(DATA.is()).should().dependOnClassesThat(EDGE.is()))
                .and(noClasses()
                        .that(resideInAnyPackage("iq.sendy.platform.*..")
                                .and(DescribedPredicate.not(
                                        VALUES.is().or(DATA.is()).or(EDGE.is()))))
                        .should(ShapeConditions.exist()));
    }

    private DescribedPredicate<JavaClass> is() {
        return resideInAnyPackage(
                rooms.stream().map(room -> "..platform." + room + "..").toArray(String[]::new));
    }
}
