package iq.sendy.agent;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.body.Patch;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Change the rule of the agent at a channel; a field left out keeps its value, null brings its default back. */
public record SaveAgentRule(
        UUID channel,
        Patch<AgentMode> mode,
        Patch<List<String>> allowed,
        Patch<Integer> percentage,
        Patch<BusinessHours> hours,
        Patch<OutsideHours> outside,
        Patch<Instant> pausedUntil) {

    public SaveAgentRule {
        var until = pausedUntil.value();
        pausedUntil = new Patch<>(pausedUntil.present(), until == null ? null : until.truncatedTo(ChronoUnit.MILLIS));
    }

    AgentRule over(AgentRule before) {
        var standard = AgentRule.standard(before.zone());
        return new AgentRule(
                mode.over(before.mode(), standard.mode()),
                new RollOut(
                        allowed.over(
                                before.rollOut().allowed(), standard.rollOut().allowed()),
                        percentage.over(
                                before.rollOut().percentage(),
                                standard.rollOut().percentage())),
                hours.over(before.hours(), standard.hours()),
                outside.over(before.outside(), standard.outside()),
                pausedUntil.over(before.pausedUntil()),
                before.zone());
    }

    /** All that can come of it. */
    public sealed interface Result {

        record Saved(AgentRule rule) implements Result {}

        record NoSuchChannel() implements Result {}

        /** It would be no pause. */
        @RefusedWith(code = "agent.pause_has_passed", field = "pausedUntil")
        record PauseHasPassed() implements Result, Refusal {}
    }
}
