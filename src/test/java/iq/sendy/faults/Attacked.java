package iq.sendy.faults;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.faults.attacks.Attack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Attacked by strangers and by accounts that anybody may open: it lives, another store's orders and pages are answered, and
 * nobody is told of trouble but "busy, come again".
 */
abstract class Attacked {

    /** Without limits of requests: what bounds work and memory has to hold by itself. */
    abstract Victim victim();

    @ParameterizedTest(name = "{0}")
    @MethodSource("iq.sendy.faults.attacks.Attack#all")
    void others_are_served(Attack attack) {
        assertThat(victim().complaints(List.of(attack))).isEmpty();
    }

    @Test
    void others_are_served_under_all_shapes_at_once_as_it_is_shipped() {
        try (var shipped = new Victim(Map.of("SENDY_RATELIMIT_ENABLED", "true"))) {
            assertThat(shipped.complaints(Attack.onceEach())).isEmpty();
        }
    }
}
