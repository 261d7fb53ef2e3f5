package iq.sendy.agent.web;

import iq.sendy.agent.AgentMode;
import iq.sendy.agent.BusinessHours;
import iq.sendy.agent.BusinessHours.OpenSpan;
import iq.sendy.agent.OutsideHours;
import iq.sendy.agent.RollOut;
import iq.sendy.agent.SaveAgentRule;
import iq.sendy.agent.Weekday;
import iq.sendy.kernel.When;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.CrossFieldRules;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Size;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.body.Whole;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes of the rule of the agent at a channel; a field left out keeps its value, null brings its default back. */
@RefusedWith(code = "field.invalid")
record AgentSettingsRequest(
        @Example("\"draft\"") Patch<AgentMode> mode,

        @Size(max = RollOut.MOST_ALLOWED) @Text(Text.NAME) @Example("[\"0770 123 4567\"]")
        Patch<List<String>> allowedContacts,

        @Whole(max = 100) @Example("20") Patch<Integer> percentage,

        @Size(max = BusinessHours.MOST_SPANS) Patch<List<OpenSpanRequest>> hours,
        @Example("\"hand_over\"") Patch<OutsideHours> outsideHours,
        @Example("null") Patch<When> pausedUntil)
        implements CrossFieldRules {

    record OpenSpanRequest(
            @Required @Example("\"sunday\"") Weekday day,

            @Required @Text(BusinessHours.TIME) @Example("\"10:00\"")
            String from,

            @Required @Text(BusinessHours.TIME) @Example("\"22:00\"")
            String to) {

        private OpenSpan span() {
            return new OpenSpan(
                    day.day(),
                    BusinessHours.time(from).orElseThrow(),
                    BusinessHours.time(to).orElseThrow());
        }
    }

    @Override
    public void check(Violations violations) {
        var spans = hours.value();
        if (spans == null) {
            return;
        }
        for (var i = 0; i < spans.size(); i++) {
            var span = spans.get(i);
            if (span != null) {
                checkTime("hours[" + i + "].from", span.from(), violations);
                checkTime("hours[" + i + "].to", span.to(), violations);
            }
        }
    }

    private static void checkTime(String field, @Nullable String typed, Violations violations) {
        if (typed != null && BusinessHours.time(typed).isEmpty() && !violations.has(field)) {
            violations.add(field, "field.invalid");
        }
    }

    SaveAgentRule command(UUID channel, ZoneId zone) {
        var contacts = allowedContacts.value();
        return new SaveAgentRule(
                channel,
                mode,
                new Patch<>(allowedContacts.present(), contacts == null ? null : RollOut.named(contacts)),
                percentage,
                new Patch<>(hours.present(), week(hours.value())),
                outsideHours,
                new Patch<>(
                        pausedUntil.present(),
                        Optional.ofNullable(pausedUntil.value())
                                .map(until -> until.start(zone))
                                .orElse(null)));
    }

    private static @Nullable BusinessHours week(@Nullable List<OpenSpanRequest> spans) {
        return spans == null
                ? null
                : new BusinessHours(spans.stream().map(OpenSpanRequest::span).toList());
    }
}
