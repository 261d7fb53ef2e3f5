package iq.sendy.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemsTest {

    @Test
    void the_first_thousand_are_listed_and_the_last_of_them_counts_the_rest() {
        var problems = new Problems();
        for (var i = 0; i < 1_000; i++) {
            problems.add("f" + i, "field.required");
        }
        assertThat(problems.faults())
                .hasSize(1_000)
                .allMatch(fault -> fault.more().isEmpty());

        for (var i = 0; i < 500_000; i++) {
            problems.add(Fault.of("field.required"));
        }

        assertThat(problems.faults()).hasSize(1_000);
        assertThat(problems.faults().getLast().more()).containsEntry("more", 500_000L);
        assertThat(Problems.total(problems.faults())).isEqualTo(501_000);
    }

    @Test
    void rows_are_added_with_what_they_only_count() {
        var all = new Problems();
        for (var row = 0; row < 3; row++) {
            var problems = Problems.ofRow();
            for (var i = 0; i < 25; i++) {
                problems.add("f" + i, "field.required");
            }
            for (var fault : problems.faults()) {
                all.add(fault.under("rows[" + row + "]"));
            }
        }

        assertThat(all.faults()).hasSize(60);
        assertThat(all.faults().subList(0, 59)).allMatch(fault -> fault.more().isEmpty());
        assertThat(all.faults().getLast().more()).containsEntry("more", 15L);
    }

    @Test
    void a_field_that_failed_is_known_and_past_the_bound_every_field_counts_as_failed() {
        var problems = Problems.ofRow();
        problems.add("a", "field.required");
        assertThat(problems.has("a")).isTrue();
        assertThat(problems.has("b")).isFalse();

        for (var i = 0; i < 20; i++) {
            problems.add("f" + i, "field.required");
        }
        assertThat(problems.has("f19")).isTrue();
    }

    @Test
    void a_shortened_list_counts_what_was_counted_before() {
        var problems = Problems.ofRow();
        for (var i = 0; i < 50; i++) {
            problems.add("f" + i, "field.required");
        }

        var first = Problems.first(1, problems.faults());

        assertThat(first).hasSize(1);
        assertThat(first.getFirst().field()).isEqualTo("f0");
        assertThat(Problems.total(first)).isEqualTo(50);
    }
}
