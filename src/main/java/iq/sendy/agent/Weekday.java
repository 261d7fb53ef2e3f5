package iq.sendy.agent;

import iq.sendy.kernel.WireWord;
import java.time.DayOfWeek;
import java.util.Locale;

/** Day of the week as people and programs name it. */
public enum Weekday implements WireWord {
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    THURSDAY,
    FRIDAY,
    SATURDAY,
    SUNDAY;

    public DayOfWeek day() {
        return DayOfWeek.valueOf(name());
    }

    public static Weekday of(DayOfWeek day) {
        return valueOf(day.name());
    }

    /** The word on the wire. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
