package iq.sendy.shop.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and times as readers of a shop write them: {@code 28 تشرين الثاني 2026، 3:40 م}. */
record ShopDates(DateTimeFormatter day, DateTimeFormatter moment) {

    static ShopDates in(Locale language, ZoneId zone) {
        // The names of months as they are said in this country.
        var here = Locale.of(language.getLanguage(), "IQ");
        var comma = language.getLanguage().equals("en") ? ", " : "، ";
        return new ShopDates(
                DateTimeFormatter.ofPattern("d MMMM yyyy", here).withZone(zone),
                DateTimeFormatter.ofPattern("d MMMM yyyy'" + comma + "'h:mm a", here)
                        .withZone(zone));
    }

    String day(Instant at) {
        return day.format(at);
    }

    String moment(Instant at) {
        return moment.format(at);
    }
}
