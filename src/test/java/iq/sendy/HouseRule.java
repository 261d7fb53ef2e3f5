package iq.sendy;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import io.micrometer.core.instrument.MeterRegistry;
import iq.sendy.jobs.JobHandler;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.PageController;
import java.time.Clock;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.bind.annotation.RequestMapping;

/** The rules of the house, each with a class under {@code wrong} that breaks it. CONTRIBUTING.md says why they are. */
@SuppressWarnings("ImmutableEnumChecker") // An ArchRule is only asked.
enum HouseRule {
    SQL_LIVES_IN_THE_STORE(
            noClasses()
                    .that(resideOutsideOfPackages("..store..", "..platform.."))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.postgresql.."),
            "wrong.shop.SqlAtTheDoor"),

    TRANSACTIONS_BEGIN_AT_THE_DOOR(
            methods()
                    .that()
                    .areAnnotatedWith(Transactional.class)
                    .and()
                    .areDeclaredInClassesThat(resideOutsideOfPackages("..platform.."))
                    .should()
                    .beDeclaredInClassesThat(resideInAnyPackage("iq.sendy.*", "wrong.*")),
            "wrong.shop.store.TransactionInTheStore"),

    NO_TRANSACTION_ON_A_WHOLE_CLASS(
            noClasses().that(resideOutsideOfPackages("..platform..")).should().beAnnotatedWith(Transactional.class),
            "wrong.shop.WholeClassTransaction"),

    A_SERVICE_HAS_AT_MOST_TEN_METHODS(
            classes().that(areDoors()).should(ShapeConditions.haveAtMostTenMethods()), "wrong.shop.Everything"),

    A_BEAN_HAS_AT_MOST_SIX_COLLABORATORS(
            classes().should(ShapeConditions.haveAtMostSixCollaborators()), "wrong.shop.AsksEverybody"),

    NO_SWITCH_IS_A_BOOLEAN(classes().that(areDoors()).should(ShapeConditions.takeNoBoolean()), "wrong.shop.Everything"),

    A_NAME_IS_GIVEN_ONCE(
            classes().that(areOfTheHouse()).should(ShapeConditions.haveNamesOfTheirOwn()), "wrong.shop.Dice"),

    A_GERUND_HAS_ITS_OBJECT(
            classes().that(areOfTheHouse()).should(ShapeConditions.sayWhatTheyWorkOn()), "wrong.shop.Shouting"),

    LONG_RECORDS_ARE_NOT_BUILT_BY_POSITION(
            classes().that(areOfTheHouse()).should(ShapeConditions.buildNoLongRecordByPosition()),
            "wrong.shop.BuildsByPosition"),

    WHAT_JOBS_DO_STANDS_IN_THE_JOBS_ROOM(
            classes()
                    .that(assignableTo(JobHandler.class).and(not(equivalentTo(JobHandler.class))))
                    .should()
                    .resideInAnyPackage("..jobs.."),
            "wrong.shop.WorksAtTheDoor"),

    THE_PLATFORM_HAS_NO_CYCLE(
            slices().matching("(iq.sendy.platform|wrong.platform).(*)..")
                    .should()
                    .beFreeOfCycles(),
            "wrong.platform.sql"),

    THE_PLATFORM_STANDS_IN_THREE_LAYERS(PlatformLayers.rule(), "wrong.platform.api"),

    MODELS_KNOW_NO_SPRING_SQL_CLOCK_OR_RANDOMNESS(
            noClasses()
                    .that(resideInAnyPackage("..model.."))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..")
                            .or(assignableTo(Clock.class))
                            .or(assignableTo(RandomGenerator.class))),
            "wrong.shop.model.ModelWithAClock"),

    ROOMS_DO_NOT_CALL_BACK_THROUGH_THE_DOOR(
            noClasses()
                    .that(resideInAnyPackage("..model..", "..store..").and(resideOutsideOfPackages("..platform..")))
                    .should()
                    .dependOnClassesThat(areDoors()),
            "wrong.shop.store.StoreThatCallsItsDoor"),

    INNER_ROOMS_ARE_CLOSED(
            classes().should(HouseConditions.useNoInnerRoomOfAnotherModule()), "wrong.cart.UsesTheShopsStore"),

    ROOMS_KNOW_ONE_ANOTHER_ONE_WAY(
            classes().should(HouseConditions.knowNoFileOfAnotherRoomThatKnowsThem()), "wrong.shop.Figures"),

    NOTHING_KNOWS_THE_WEB(
            noClasses()
                    .that(resideOutsideOfPackages("..web..", "iq.sendy.platform.."))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("iq.sendy.*.web..", "wrong.*.web..")
                            .and(resideOutsideOfPackages("iq.sendy.platform.."))),
            "wrong.shop.KnowsItsController"),

    NAMES_SAY_WHAT_A_THING_IS(
            noClasses().should().haveNameMatching(".*(Impl|Utils?|Manager|Dto|DTO|Helper)"), "wrong.shop.PriceHelper"),

    NOTHING_IS_INJECTED_INTO_FIELDS(
            noFields().should().beAnnotatedWith(Autowired.class).orShould().beAnnotatedWith(Value.class),
            "wrong.shop.FieldInjection"),

    NOTHING_WRITES_TO_STANDARD_OUTPUT(
            noClasses()
                    .should()
                    .accessTargetWhere(JavaAccess.Predicates.targetOwner(assignableTo(System.class))
                            .and(JavaAccess.Predicates.target(named(Set.of("out", "err"))))),
            "wrong.shop.Shouting"),

    TIME_IS_JAVA_TIME(noClasses().should(HouseConditions.useOldTime()), "wrong.shop.OldDate"),

    RANDOMNESS_IS_GIVEN(
            noClasses().should().callConstructor(Random.class).orShould().callMethod(Math.class, "random"),
            "wrong.shop.Dice"),

    TIME_AND_IDS_ARE_GIVEN(
            noClasses()
                    .that(resideOutsideOfPackages("..platform.ids.."))
                    .should(HouseConditions.askTheClockOfTheMachine())
                    .orShould()
                    .callMethod(UUID.class, "randomUUID"),
            "wrong.shop.ReadsTheWallClock"),

    NOTHING_IS_HEARD_AFTER_COMMIT_BUT_HINTS(
            methods()
                    .that(metaAnnotatedWith(TransactionalEventListener.class)
                            .or(annotatedWith(TransactionalEventListener.class)))
                    .should()
                    .haveNameMatching("hint[A-Z].*"),
            "wrong.shop.HearsTooLate"),

    COSTLY_WORK_ON_TEXT_IS_BOUNDED(
            classes().should(TextRules.useOnlyBoundedExpressions()), "wrong.shop.web.TrimsByPattern"),

    WORK_OF_THE_PROCESSOR_IS_THE_POOLS(
            noClasses().should(ComputeConditions.computeOutsideThePool()), "wrong.shop.DecodesAtOnce"),

    METERS_SAY_WHAT_THEY_MEASURE(
            noClasses()
                    .should()
                    .accessTargetWhere(JavaAccess.Predicates.targetOwner(assignableTo(MeterRegistry.class))
                            .and(JavaAccess.Predicates.target(named(Set.of("counter", "timer", "summary", "gauge"))))),
            "wrong.shop.CountsWithoutWords"),

    EVERY_OPERATION_SAYS_WHOM_IT_ALLOWS(
            methods().that(areOperations()).should(HouseConditions.sayWhomTheyAllow()), "wrong.shop.web.OpenToAll"),

    EVERY_OPERATION_DESCRIBES_ITSELF(
            methods().that(areOperations()).and(areNoPages()).should().beAnnotatedWith(Describes.class),
            "wrong.shop.web.OpenToAll");

    private final ArchRule rule;
    private final String brokenBy;

    HouseRule(ArchRule rule, String brokenBy) {
        this.rule =
                rule.allowEmptyShould(true).as(name().toLowerCase(Locale.ROOT).replace('_', ' '));
        this.brokenBy = brokenBy;
    }

    ArchRule rule() {
        return rule;
    }

    /** The name of the sample that the rule must report. */
    String brokenBy() {
        return brokenBy;
    }

    /** Not what the compiler makes beside a type. */
    private static DescribedPredicate<JavaClass> areOfTheHouse() {
        return DescribedPredicate.describe(
                "are of the house",
                type -> !type.getSimpleName().isEmpty() && !type.getSimpleName().equals("package-info"));
    }

    /** The public classes with methods of a module: they stand in the base package, right under the root. */
    static DescribedPredicate<JavaClass> areDoors() {
        return resideInAnyPackage("iq.sendy.*", "wrong.*")
                .and(annotatedWith(Service.class))
                .and(DescribedPredicate.describe(
                        "public", type -> type.getModifiers().contains(JavaModifier.PUBLIC)))
                .as("are doors");
    }

    /** The document and the machine room describe themselves in no document. */
    private static DescribedPredicate<JavaMethod> areOperations() {
        return DescribedPredicate.describe(
                "are operations",
                method -> method.isMetaAnnotatedWith(RequestMapping.class)
                        && !method.getOwner().getPackageName().startsWith("iq.sendy.platform")
                        && !method.getOwner().getPackageName().startsWith("iq.sendy.apidocs"));
    }

    /** What a browser shows stands in no document of the API. */
    private static DescribedPredicate<JavaMethod> areNoPages() {
        return DescribedPredicate.describe(
                "are no pages", method -> !method.getOwner().isAnnotatedWith(PageController.class));
    }

    private static DescribedPredicate<AccessTarget> named(Set<String> names) {
        return DescribedPredicate.describe("one of " + names, target -> names.contains(target.getName()));
    }
}
