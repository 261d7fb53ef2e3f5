package iq.sendy.dashboard.money;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a discount or a delivery fee stands now, on a chip.
 *
 * @param word its key
 */
record RuleLook(String tone, String icon, String word) {

    /** Of one that nobody has used up. */
    static RuleLook of(boolean active, @Nullable Instant from, @Nullable Instant to, Instant now) {
        if (!active) {
            return new RuleLook("", "stop", "discounts.state.off");
        }
        if (to != null && !now.isBefore(to)) {
            return new RuleLook("", "clock", "discounts.state.over");
        }
        return from != null && now.isBefore(from)
                ? new RuleLook("info", "clock", "discounts.state.later")
                : new RuleLook("good", "good", "discounts.state.on");
    }

    static RuleLook usedUp() {
        return new RuleLook("warning", "warning", "discounts.state.used");
    }
}
