package iq.sendy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the walls inside the one Maven module. */
class HouseRulesTest {

    @ParameterizedTest
    @EnumSource
    void the_house_keeps_its_rules(HouseRule rule) {
        rule.rule().check(ProductClasses.ALL);
    }

    /** A rule that never failed is not a rule. */
    @ParameterizedTest
    @EnumSource
    void each_rule_sees_what_breaks_it(HouseRule rule) {
        var report = rule.rule().evaluate(ProductClasses.WRONG).getFailureReport();

        assertThat(report.getDetails()).anySatisfy(line -> assertThat(line).contains(rule.brokenBy()));
    }
}
