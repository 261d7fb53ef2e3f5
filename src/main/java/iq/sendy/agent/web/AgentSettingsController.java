package iq.sendy.agent.web;

import iq.sendy.agent.AgentMode;
import iq.sendy.agent.AgentRule;
import iq.sendy.agent.AgentRules;
import iq.sendy.agent.BusinessHours.OpenSpan;
import iq.sendy.agent.OutsideHours;
import iq.sendy.agent.SaveAgentRule;
import iq.sendy.agent.Weekday;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;

/** Settings of the agent at a channel: how, whom and when it answers. */
@StoreController
class AgentSettingsController {

    private final AgentRules rules;

    AgentSettingsController(AgentRules rules) {
        this.rules = rules;
    }

    record OpenSpanBody(Weekday day, String from, String to) {

        static OpenSpanBody of(OpenSpan span) {
            return new OpenSpanBody(
                    Weekday.of(span.day()), span.from().toString(), span.to().toString());
        }
    }

    record AgentSettingsBody(
            UUID channelId,
            AgentMode mode,
            List<String> allowedContacts,
            int percentage,
            List<OpenSpanBody> hours,
            OutsideHours outsideHours,
            @Nullable Instant pausedUntil) {

        static AgentSettingsBody of(UUID channel, AgentRule rule) {
            return new AgentSettingsBody(
                    channel,
                    rule.mode(),
                    rule.rollOut().allowed(),
                    rule.rollOut().percentage(),
                    rule.hours().spans().stream().map(OpenSpanBody::of).toList(),
                    rule.outside(),
                    rule.pausedUntil());
        }
    }

    @GetMapping("/social/channels/{id}/agent-settings")
    @Allows(permission = "social_channels.view", scope = "social:read")
    @Describes("How, whom and when the agent answers at a channel")
    Answer<AgentSettingsBody> get(@PathVariable UUID id, Caller caller) {
        return rules.find(caller.store(), id)
                .map(rule -> Answer.ok("agent.settings_found", AgentSettingsBody.of(id, rule)))
                .orElseGet(Answer::notFound);
    }

    @PutMapping("/social/channels/{id}/agent-settings")
    @Allows(permission = "social_channels.manage", scope = "social:write")
    @Describes(value = "Decide how, whom and when the agent answers at a channel", refuses = SaveAgentRule.Result.class)
    Answer<AgentSettingsBody> change(
            @PathVariable UUID id, @Body Bound<AgentSettingsRequest> body, Caller caller, Actor actor) {
        if (!body.problems().isEmpty() && rules.find(caller.store(), id).isEmpty()) {
            return Answer.notFound();
        }
        return switch (rules.change(caller.store(), actor, body.valid().command(id, caller.zone()))) {
            case SaveAgentRule.Result.Saved(var rule) ->
                Answer.ok("agent.settings_saved", AgentSettingsBody.of(id, rule));
            case SaveAgentRule.Result.NoSuchChannel _ -> Answer.notFound();
            case SaveAgentRule.Result.PauseHasPassed passed -> Answer.refused(passed);
        };
    }
}
