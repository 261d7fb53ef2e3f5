package iq.sendy.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** For how long a conversation is put away or the agent kept out, by the store's clock. */
public enum SnoozeChoice {
    HOUR("hour"),
    EVENING("evening"),
    TOMORROW("tomorrow"),
    WEEK("week");

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime SUNSET = LocalTime.of(18, 0);
    private static final int DAYS_OF_A_WEEK = 7;

    private final String word;

    SnoozeChoice(String word) {
        this.word = word;
    }

    public static Optional<SnoozeChoice> of(String wanted) {
        return Arrays.stream(values())
                .filter(choice -> choice.word.equals(wanted))
                .findFirst();
    }

    /** Those that still lie ahead: in the evening there is none to wait for. */
    public static List<SnoozeChoice> ahead(Instant now, ZoneId zone) {
        return Arrays.stream(values())
                .filter(choice -> choice.until(now, zone).isAfter(now))
                .toList();
    }

    public String word() {
        return word;
    }

    public Instant until(Instant now, ZoneId zone) {
        var today = now.atZone(zone).toLocalDate();
        return switch (this) {
            case HOUR -> now.plus(Duration.ofHours(1));
            case EVENING -> today.atTime(SUNSET).atZone(zone).toInstant();
            case TOMORROW -> today.plusDays(1).atTime(MORNING).atZone(zone).toInstant();
            case WEEK ->
                today.plusDays(DAYS_OF_A_WEEK).atTime(MORNING).atZone(zone).toInstant();
        };
    }
}
