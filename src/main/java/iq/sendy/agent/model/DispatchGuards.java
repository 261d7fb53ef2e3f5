package iq.sendy.agent.model;

import iq.sendy.agent.RuleVerdict;
import iq.sendy.messaging.ConversationStatus;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Guards of the agent: whether a job may go on, by what is true at this moment. */
public final class DispatchGuards {

    /** An older message is answered by people: it is long past. */
    public static final Duration FRESH = Duration.ofMinutes(15);

    /** So much of the window is left, or the answer may come too late. */
    public static final Duration WINDOW_MARGIN = Duration.ofSeconds(60);

    public static final int TURNS_PER_HOUR = 30;
    public static final int TURNS_PER_DAY = 100;

    private DispatchGuards() {}

    /**
     * What the guards look at.
     *
     * @param writtenAt when the newest message was written, or a person drove the job again
     * @param windowExpiresAt until when the customer may be written to
     */
    public record GuardFacts(
            ConversationStatus status,
            @Nullable Instant windowExpiresAt,
            Instant writtenAt,
            ChannelFacts channel,
            RuleVerdict rule,
            LimitFacts limits) {}

    /** What is true of the channel. */
    public record ChannelFacts(boolean enabled, boolean agentEnabled, boolean well) {}

    /** What the store's plan has, and what was used up. */
    public record LimitFacts(boolean inPlan, boolean budgetLeft, long turnsOfHour, long turnsOfDay) {}

    public static GuardFinding judge(GuardFacts facts, Instant now) {
        if (facts.status() != ConversationStatus.PENDING) {
            return GuardFinding.TAKEN;
        }
        var channel = channel(facts.channel());
        if (channel != GuardFinding.CLEAR) {
            return channel;
        }
        if (facts.writtenAt().isBefore(now.minus(FRESH))) {
            return GuardFinding.STALE;
        }
        var window = facts.windowExpiresAt();
        if (window == null || !now.isBefore(window.minus(WINDOW_MARGIN))) {
            return GuardFinding.WINDOW_CLOSED;
        }
        return switch (facts.rule()) {
            case PAUSED -> GuardFinding.PAUSED;
            case NOT_CHOSEN -> GuardFinding.NOT_CHOSEN;
            case CLOSED -> GuardFinding.CLOSED;
            case ANSWERS -> limits(facts.limits());
        };
    }

    private static GuardFinding channel(ChannelFacts channel) {
        if (!channel.enabled()) {
            return GuardFinding.CHANNEL_OFF;
        }
        if (!channel.agentEnabled()) {
            return GuardFinding.AGENT_OFF;
        }
        return channel.well() ? GuardFinding.CLEAR : GuardFinding.CHANNEL_TROUBLE;
    }

    private static GuardFinding limits(LimitFacts limits) {
        if (!limits.inPlan()) {
            return GuardFinding.NOT_IN_PLAN;
        }
        if (limits.turnsOfHour() >= TURNS_PER_HOUR || limits.turnsOfDay() >= TURNS_PER_DAY) {
            return GuardFinding.CONTACT_LIMIT;
        }
        return limits.budgetLeft() ? GuardFinding.CLEAR : GuardFinding.SPEND_CAP;
    }
}
