package iq.sendy.meta.model;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Version of the Graph API, and until when Meta answers to it: two years from the day on which the next one came. */
public record GraphVersion(String name) {

    private static final Pattern FORM = Pattern.compile("v[1-9][0-9]?\\.[0-9]");

    /** Of the last one only the earliest day can be known, since its successor is not there yet. */
    private static final Map<String, LocalDate> ENDS = Map.of(
            "v23.0", LocalDate.of(2027, 10, 8),
            "v24.0", LocalDate.of(2028, 2, 18),
            "v25.0", LocalDate.of(2028, 7, 29),
            "v26.0", LocalDate.of(2028, 7, 29));

    private static final int OLDEST_KNOWN = 23;

    public GraphVersion {
        if (!isOne(name)) {
            throw new IllegalArgumentException(name + " is no version of the Graph API");
        }
    }

    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** The day of its end; empty for one that came after this program. */
    public Optional<LocalDate> end() {
        var known = ENDS.get(name);
        if (known == null && Integer.parseInt(name.substring(1, name.indexOf('.'))) < OLDEST_KNOWN) {
            return Optional.of(LocalDate.EPOCH);
        }
        return Optional.ofNullable(known);
    }

    /** Whether its end is so near that an operator should be told. */
    public boolean endsWithin(int days, LocalDate today) {
        return end().filter(day -> !day.isAfter(today.plusDays(days))).isPresent();
    }
}
