package iq.sendy.platform.body;

import iq.sendy.kernel.When;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violations;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Filters with rules that hold for several of them together. Faulty and absent ones are null when it is asked. */
@RefusedWith(code = "range.invalid")
public interface CheckedFilter {

    /**
     * Notes what is wrong with them, beside what is wrong with each and with the paging.
     *
     * @param zone where the days of the store begin
     */
    void check(ZoneId zone, Violations violations);

    /** A period ends after it has begun, as instants: a date alone begins and ends with the store's day. */
    static void period(@Nullable When from, @Nullable When to, ZoneId zone, Violations violations) {
        if (from != null && to != null && !from.start(zone).isBefore(to.end(zone))) {
            violations.add("from", "range.invalid");
        }
    }
}
