package iq.sendy;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the walls inside the one Maven module. */
class HouseRulesTest {

    private static final JavaClasses WRONG = new ClassFileImporter().importPackages("wrong");

    @ParameterizedTest
    @EnumSource
    void the_house_keeps_its_rules(HouseRule rule) {
        rule.rule().check(ProductClasses.ALL);
    }

    /** A rule that never failed is not a rule. */
    @ParameterizedTest
    @EnumSource
    void each_rule_sees_what_breaks_it(HouseRule rule) {
        var report = rule.rule().evaluate(WRONG).getFailureReport();

        assertThat(report.getDetails()).anySatisfy(line -> assertThat(line).contains(rule.brokenBy()));
    }
}
