package iq.sendy.dashboard.orders;

import iq.sendy.platform.pages.PageReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** When a customer is called again, as people say it on the phone. */
enum CallLater {
    HOUR,
    EVENING,
    TOMORROW;

    private static final LocalTime EVENINGS = LocalTime.of(18, 0);
    private static final LocalTime MORNINGS = LocalTime.of(10, 0);

    static Optional<CallLater> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of its button. */
    String key() {
        return "call.later." + word();
    }

    /** An evening that has begun is over for this purpose, and the next one is meant. */
    Instant at(PageReader reader) {
        var now = reader.now().truncatedTo(ChronoUnit.MILLIS);
        var evening = reader.today().atTime(EVENINGS).atZone(reader.zone());
        return switch (this) {
            case HOUR -> now.plus(Duration.ofHours(1));
            case EVENING -> (evening.toInstant().isAfter(now) ? evening : evening.plusDays(1)).toInstant();
            case TOMORROW ->
                reader.today()
                        .plusDays(1)
                        .atTime(MORNINGS)
                        .atZone(reader.zone())
                        .toInstant();
        };
    }
}
