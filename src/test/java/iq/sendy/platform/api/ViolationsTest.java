package iq.sendy.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ViolationsTest {

    @Test
    void the_first_thousand_are_listed_and_the_last_of_them_counts_the_rest() {
        var violations = new Violations();
        for (var i = 0; i < 1_000; i++) {
            violations.add("f" + i, "field.required");
        }
        assertThat(violations.faults())
                .hasSize(1_000)
                .allMatch(violation -> violation.more().isEmpty());

        for (var i = 0; i < 500_000; i++) {
            violations.add(Violation.of("field.required"));
        }

        assertThat(violations.faults()).hasSize(1_000);
        assertThat(violations.faults().getLast().more()).containsEntry("more", 500_000L);
        assertThat(Violations.total(violations.faults())).isEqualTo(501_000);
    }

    @Test
    void rows_are_added_with_what_they_only_count() {
        var all = new Violations();
        for (var row = 0; row < 3; row++) {
            var violations = Violations.ofRow();
            for (var i = 0; i < 25; i++) {
                violations.add("f" + i, "field.required");
            }
            for (var violation : violations.faults()) {
                all.add(violation.under("rows[" + row + "]"));
            }
        }

        assertThat(all.faults()).hasSize(60);
        assertThat(all.faults().subList(0, 59))
                .allMatch(violation -> violation.more().isEmpty());
        assertThat(all.faults().getLast().more()).containsEntry("more", 15L);
    }

    @Test
    void a_field_that_failed_is_known_and_past_the_bound_every_field_counts_as_failed() {
        var violations = Violations.ofRow();
        violations.add("a", "field.required");
        assertThat(violations.has("a")).isTrue();
        assertThat(violations.has("b")).isFalse();

        for (var i = 0; i < 20; i++) {
            violations.add("f" + i, "field.required");
        }
        assertThat(violations.has("f19")).isTrue();
    }

    @Test
    void a_shortened_list_counts_what_was_counted_before() {
        var violations = Violations.ofRow();
        for (var i = 0; i < 50; i++) {
            violations.add("f" + i, "field.required");
        }

        var first = Violations.first(1, violations.faults());

        assertThat(first).hasSize(1);
        assertThat(first.getFirst().field()).isEqualTo("f0");
        assertThat(Violations.total(first)).isEqualTo(50);
    }
}
