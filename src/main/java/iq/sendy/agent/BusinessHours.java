package iq.sendy.agent;

import iq.sendy.kernel.Digits;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Business hours of a week by the store's own clock; a shop that names none is always open. */
public record BusinessHours(List<OpenSpan> spans) {

    /** No shop opens more often. */
    public static final int MOST_SPANS = 21;

    /** Characters of a time of a day, as a clock shows it: hours and minutes. */
    public static final int TIME = 5;

    public static final BusinessHours ALWAYS = new BusinessHours(List.of());

    public BusinessHours {
        spans = spans.stream()
                .distinct()
                .sorted(Comparator.comparing(OpenSpan::day).thenComparing(OpenSpan::from))
                .toList();
    }

    /**
     * Time in which the shop is open.
     *
     * @param to the first minute that is no more in it; no later than {@code from} means on the next day, so that the same
     *     time twice is a whole day
     */
    public record OpenSpan(DayOfWeek day, LocalTime from, LocalTime to) {

        boolean holds(LocalDateTime moment) {
            var time = moment.toLocalTime();
            var sameDay = moment.getDayOfWeek() == day;
            if (to.isAfter(from)) {
                return sameDay && !time.isBefore(from) && time.isBefore(to);
            }
            var dayAfter = moment.getDayOfWeek() == day.plus(1);
            return (sameDay && !time.isBefore(from)) || (dayAfter && time.isBefore(to));
        }

        /** As the database has it: {@code sunday 10:00 22:00}. */
        @Override
        public String toString() {
            return day.name().toLowerCase(Locale.ROOT) + " " + from + " " + to;
        }

        /** The span that was spelled so. */
        public static OpenSpan of(String spelled) {
            var to = spelled.length() - TIME;
            var from = to - 1 - TIME;
            return new OpenSpan(
                    DayOfWeek.valueOf(spelled.substring(0, from - 1).toUpperCase(Locale.ROOT)),
                    LocalTime.parse(spelled.substring(from, to - 1)),
                    LocalTime.parse(spelled.substring(to)));
        }
    }

    /** A time of a day as somebody typed it, in any of the three scripts; empty where it is none. */
    public static Optional<LocalTime> time(String typed) {
        var digits = Digits.toAscii(typed);
        if (digits.length() != TIME) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalTime.parse(digits));
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }

    /** Whether it is open then; the moment is by the store's clock. */
    public boolean holds(LocalDateTime moment) {
        return spans.isEmpty() || spans.stream().anyMatch(span -> span.holds(moment));
    }
}
