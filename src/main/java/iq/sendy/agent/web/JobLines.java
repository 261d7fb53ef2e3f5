package iq.sendy.agent.web;

import iq.sendy.agent.AiJobState;
import iq.sendy.agent.HandOffReason;
import iq.sendy.agent.JobLog.NamedJob;
import iq.sendy.agent.LoggedJob;
import iq.sendy.agent.LoggedStep;
import iq.sendy.platform.pages.PageDates;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Lines of the pages on which people see what the agent did. */
@Component
class JobLines {

    private final JobWords words;
    private final JsonMapper json;

    JobLines(JobWords words, JsonMapper json) {
        this.words = words;
        this.json = json;
    }

    /** Who reads, and by which clock. */
    record Reader(Locale language, ZoneId zone) {

        private String moment(Instant at) {
            return PageDates.in(language, zone).near(at);
        }

        private String second(Instant at) {
            return DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT)
                    .withZone(zone)
                    .format(at);
        }
    }

    /**
     * A job as a line.
     *
     * @param reason in words; null where there is none, or none that has words
     * @param code a reason without words
     * @param tone the class of its chip
     */
    record JobLine(
            UUID id,
            @Nullable String contact,
            String state,
            String tone,
            @Nullable String reason,
            @Nullable String code,
            String at,
            @Nullable String took,
            JobFigures figures) {

        public String tokens() {
            return figures.inputTokens() + " + " + figures.outputTokens();
        }

        public String inputTokens() {
            return figures.inputTokens();
        }

        public String outputTokens() {
            return figures.outputTokens();
        }

        public int attempts() {
            return figures.attempts();
        }

        public boolean dead() {
            return figures.dead();
        }
    }

    /** What it took, as it is written. */
    record JobFigures(String inputTokens, String outputTokens, int attempts, boolean dead) {}

    JobLine of(NamedJob named, Reader reader) {
        var job = named.job();
        var reason = words.reason(reason(job), reader.language());
        var took = job.took();
        return new JobLine(
                job.id(),
                named.contact(),
                words.state(job.state(), reader.language()),
                tone(job.state()),
                reason,
                reason == null ? job.reason() : null,
                reader.moment(job.times().created()),
                took == null ? null : words.seconds(took, reader.language()),
                new JobFigures(
                        grouped(job.cost().inputTokens()),
                        grouped(job.cost().outputTokens()),
                        job.cost().attempts(),
                        job.state() == AiJobState.DEAD));
    }

    /** A draft that was sent is told apart from one that waits. */
    private static @Nullable String reason(LoggedJob job) {
        var reason = job.reason();
        return HandOffReason.DRAFT.toString().equals(reason) && job.reply().message() != null
                ? reason + "_sent"
                : reason;
    }

    private static String grouped(long count) {
        return NumberFormat.getIntegerInstance(Locale.ROOT).format(count);
    }

    static String tone(AiJobState state) {
        return switch (state) {
            case DONE -> "good";
            case HANDED_OFF -> "info";
            case RETRY -> "warning";
            case DEAD -> "bad";
            case PENDING, GENERATING, GENERATED, SENDING, SUPERSEDED, SKIPPED -> "";
        };
    }

    /** A step as a line. */
    record StepLine(String kind, String name, String outcome, String at, List<String> details) {

        StepLine {
            details = List.copyOf(details);
        }
    }

    StepLine of(LoggedStep step, Reader reader) {
        return new StepLine(
                words.step(step.kind(), reader.language()),
                step.name(),
                words.outcome(step.outcome(), reader.language()),
                reader.second(step.at()),
                details(step.details()));
    }

    private List<String> details(@Nullable String stored) {
        if (stored == null) {
            return List.of();
        }
        return json.readTree(stored)
                .propertyStream()
                .map(detail -> detail.getKey() + " "
                        + (detail.getValue().isString()
                                ? detail.getValue().stringValue()
                                : detail.getValue().toString()))
                .toList();
    }
}
