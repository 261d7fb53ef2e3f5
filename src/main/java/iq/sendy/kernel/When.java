package iq.sendy.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A point in time as a caller names it: an instant with {@code Z} or an offset, or a date alone, which means the store's
 * own day. Which end of that day is meant depends on the field, so the reader of the field says it.
 */
public sealed interface When {

    record At(Instant instant) implements When {}

    record Day(LocalDate date) implements When {}

    /** The instant, or the first moment of the day in the store's zone: for {@code from}, {@code startsAt}. */
    default Instant start(ZoneId zone) {
        return switch (this) {
            case At(var instant) -> instant;
            case Day(var date) -> date.atStartOfDay(zone).toInstant();
        };
    }

    /** The instant, or the first moment after the day in the store's zone: for {@code to}, {@code expiresAt}. */
    default Instant end(ZoneId zone) {
        return switch (this) {
            case At(var instant) -> instant;
            case Day(var date) -> date.plusDays(1).atStartOfDay(zone).toInstant();
        };
    }

    /** Empty when it is neither, and when the year is none that PostgreSQL and people use. */
    static Optional<When> parse(String typed) {
        if (InputText.beyondWord(typed)) {
            return Optional.empty();
        }
        var text = Digits.toAscii(InputText.clean(typed));
        try {
            When when = text.length() == 10
                    ? new Day(LocalDate.parse(text))
                    : new At(OffsetDateTime.parse(text).toInstant());
            var year = when.start(ZoneId.of("UTC")).atZone(ZoneId.of("UTC")).getYear();
            return year >= 1900 && year < 10_000 ? Optional.of(when) : Optional.empty();
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }
}
