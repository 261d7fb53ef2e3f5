package iq.sendy.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A point in time as a caller names it: an instant with {@code Z} or an offset, or a date alone, which means the store's
 * own day. Which end of that day is meant depends on the field, so the reader of the field says it.
 */
public sealed interface When {

    /** As many characters as a date alone has. */
    int DAY = 10;

    /** 1900 begins first fourteen hours before UTC, and its first day is one of every store. */
    Instant FIRST = Instant.parse("1899-12-31T10:00:00Z");

    Instant END = Instant.parse("+10000-01-01T00:00:00Z");

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
            When when = text.length() == DAY
                    ? new Day(LocalDate.parse(text))
                    : new At(OffsetDateTime.parse(offsetWithColon(text)).toInstant());
            // A day is judged once more when its zone is known.
            return storable(when.start(ZoneOffset.UTC)) ? Optional.of(when) : Optional.empty();
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }

    /** Whether it may be kept and answered: in UTC its year has four digits, as RFC 3339 wants and {@link #parse} takes. */
    static boolean storable(Instant instant) {
        return !instant.isBefore(FIRST) && instant.isBefore(END);
    }

    /** Also {@code +0300} and {@code +03}, the basic form of ISO 8601, as the form that the JDK reads. */
    private static String offsetWithColon(String text) {
        var sign = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
        if (sign <= DAY) {
            return text;
        }
        return switch (text.length() - sign) {
            case 3 -> text + ":00";
            case 5 -> text.substring(0, sign + 3) + ":" + text.substring(sign + 3);
            default -> text;
        };
    }
}
