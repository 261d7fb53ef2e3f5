package iq.sendy.dashboard.settings;

import iq.sendy.agent.BusinessHours;
import iq.sendy.agent.BusinessHours.OpenSpan;
import iq.sendy.agent.Weekday;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Text;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A time of a day in which a shop is open, as a form sends it; one without times is none. */
record HoursRow(
        @Required Weekday day,
        @Text(BusinessHours.TIME) @Nullable String from,
        @Text(BusinessHours.TIME) @Nullable String to) {

    /** The times of a form, an empty row left out, once they were found to be right. */
    Stream<OpenSpan> span(DayOfWeek on) {
        return time(from).flatMap(begin -> time(to).map(end -> new OpenSpan(on, begin, end))).stream();
    }

    /** Whether somebody has typed into it. */
    boolean filled() {
        return from != null || to != null;
    }

    /** Whether it is of the day that a week begins with. */
    boolean first() {
        return day == Weekday.of(HoursForm.first());
    }

    void check(String field, Violations violations) {
        if (filled()) {
            check(field + ".from", from, violations);
            check(field + ".to", to, violations);
        }
    }

    private static void check(String field, @Nullable String typed, Violations violations) {
        if (violations.has(field)) {
            return;
        }
        if (typed == null) {
            violations.add(field, "field.required");
        } else if (time(typed).isEmpty()) {
            violations.add(field, "field.invalid");
        }
    }

    private static Optional<LocalTime> time(@Nullable String typed) {
        return typed == null ? Optional.empty() : BusinessHours.time(typed);
    }
}
