package iq.sendy.dashboard.money;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a discount stands now.
 *
 * @param word its key
 */
record DiscountLook(String tone, String icon, String word) {

    /** Of one that nobody has used up. */
    static DiscountLook of(boolean active, @Nullable Instant from, @Nullable Instant to, Instant now) {
        if (!active) {
            return new DiscountLook("", "stop", "discounts.state.off");
        }
        if (to != null && !now.isBefore(to)) {
            return new DiscountLook("", "clock", "discounts.state.over");
        }
        return from != null && now.isBefore(from)
                ? new DiscountLook("info", "clock", "discounts.state.later")
                : new DiscountLook("good", "good", "discounts.state.on");
    }

    static DiscountLook usedUp() {
        return new DiscountLook("warning", "warning", "discounts.state.used");
    }
}
