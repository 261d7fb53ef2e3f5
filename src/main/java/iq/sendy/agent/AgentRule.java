package iq.sendy.agent;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rule of the agent at a channel, which the shop's people have made: how, whom and when it answers.
 *
 * @param pausedUntil null while nobody has put it on hold
 * @param zone the store's own, by which its hours are
 */
public record AgentRule(
        AgentMode mode,
        RollOut rollOut,
        BusinessHours hours,
        OutsideHours outside,
        @Nullable Instant pausedUntil,
        ZoneId zone) {

    /** What holds where nobody has decided anything: it answers everybody at any time. */
    public static AgentRule standard(ZoneId zone) {
        return new AgentRule(
                AgentMode.AUTO, RollOut.EVERYBODY, BusinessHours.ALWAYS, OutsideHours.HAND_OVER, null, zone);
    }

    /** Whether its replies wait for a person who sends them. */
    public boolean drafts() {
        return mode == AgentMode.DRAFT;
    }

    public boolean pausedAt(Instant now) {
        return pausedUntil != null && pausedUntil.isAfter(now);
    }

    public boolean openAt(Instant now) {
        return hours.holds(now.atZone(zone).toLocalDateTime());
    }

    /**
     * What the rule says about a customer who writes now.
     *
     * @param names the contact's phone, if one is proved, and its identities
     */
    public RuleVerdict judge(UUID contact, Collection<String> names, Instant now) {
        if (pausedAt(now)) {
            return RuleVerdict.PAUSED;
        }
        if (!rollOut.takes(contact, names)) {
            return RuleVerdict.NOT_CHOSEN;
        }
        return outside == OutsideHours.HAND_OVER && !openAt(now) ? RuleVerdict.CLOSED : RuleVerdict.ANSWERS;
    }

    /** The same by another clock. */
    public AgentRule at(ZoneId place) {
        return new AgentRule(mode, rollOut, hours, outside, pausedUntil, place);
    }
}
