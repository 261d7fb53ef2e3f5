package iq.sendy.agent.web;

import iq.sendy.agent.AiJobState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words for what the agent did, in the reader's language. */
@Component
class JobWords {

    private static final String STATE = "agent.state.";
    private static final String REASON = "agent.reason.";

    private final MessageSource words;

    JobWords(MessageSource words) {
        this.words = words;
    }

    String state(AiJobState state, Locale language) {
        return say(STATE + state, language);
    }

    /** Null where it is a code of somebody else's, which has no words. */
    @Nullable
    String reason(@Nullable String reason, Locale language) {
        return reason == null ? null : words.getMessage(REASON + reason, null, null, language);
    }

    /** A kind of step; one that has no words is its own name. */
    String step(String kind, Locale language) {
        return Objects.requireNonNull(words.getMessage("agent.step." + kind, null, kind, language));
    }

    /** An outcome of a step: one of its own, a state, or a reason; one without words is what it is. */
    String outcome(String outcome, Locale language) {
        return Stream.of("agent.outcome.", STATE, REASON)
                .flatMap(kind -> Stream.ofNullable(words.getMessage(kind + outcome, null, null, language)))
                .findFirst()
                .orElse(outcome);
    }

    /** With a decimal where it is short. */
    String seconds(Duration took, Locale language) {
        var seconds = BigDecimal.valueOf(took.toMillis(), 3);
        var shown = seconds.setScale(took.toSeconds() < 10 ? 1 : 0, RoundingMode.HALF_UP);
        return Objects.requireNonNull(
                words.getMessage("agent.seconds", new Object[] {shown.toPlainString()}, language));
    }

    String say(String key, Locale language) {
        return Objects.requireNonNull(words.getMessage(key, null, language));
    }
}
