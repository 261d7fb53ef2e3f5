package iq.sendy.platform.pages;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and times as readers of a page write them: {@code 28 تشرين الثاني 2026، 3:40 م}. */
public record PageDates(
        DateTimeFormatter day, DateTimeFormatter moment, DateTimeFormatter near, DateTimeFormatter time) {

    public static PageDates in(Locale language, ZoneId zone) {
        // The names of months as they are said in this country.
        var here = Locale.of(language.getLanguage(), "IQ");
        var comma = language.getLanguage().equals("en") ? ", " : "، ";
        return new PageDates(
                DateTimeFormatter.ofPattern("d MMMM yyyy", here).withZone(zone),
                DateTimeFormatter.ofPattern("d MMMM yyyy'" + comma + "'h:mm a", here)
                        .withZone(zone),
                DateTimeFormatter.ofPattern("d MMMM'" + comma + "'h:mm a", here).withZone(zone),
                DateTimeFormatter.ofPattern("h:mm a", here).withZone(zone));
    }

    public String day(Instant at) {
        return day.format(at);
    }

    public String moment(Instant at) {
        return moment.format(at);
    }

    /** As {@link #moment}, of what is not long ago: without its year. */
    public String near(Instant at) {
        return near.format(at);
    }

    public String time(Instant at) {
        return time.format(at);
    }
}
