package iq.sendy.agent;

import iq.sendy.agent.JobStep.Kind;
import iq.sendy.agent.TurnOutcome.Abandoned;
import iq.sendy.agent.TurnOutcome.Deferred;
import iq.sendy.agent.TurnOutcome.Failed;
import iq.sendy.agent.TurnOutcome.HandedOver;
import iq.sendy.agent.TurnOutcome.Hopeless;
import iq.sendy.agent.TurnOutcome.Replied;
import iq.sendy.llm.ChatOutcome;
import iq.sendy.llm.ChatTool;
import iq.sendy.llm.ChatTurn;
import iq.sendy.llm.Remedy;
import iq.sendy.llm.ToolAnswer;
import iq.sendy.llm.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turn of the agent: asks the model, does what it asks of the tools, and judges what it says; within bounds. */
@Component
class AgentTurn {

    static final int MOST_MODEL_CALLS = 4;
    static final int MOST_TOOL_CALLS = 6;

    private final TurnRequests requests;
    private final ModelCalls models;
    private final AgentTools tools;
    private final CallLedger ledger;

    AgentTurn(TurnRequests requests, ModelCalls models, AgentTools tools, CallLedger ledger) {
        this.requests = requests;
        this.models = models;
        this.tools = tools;
        this.ledger = ledger;
    }

    /** How far a turn has come. */
    private static final class Progress {

        final List<ChatTurn> turns;
        TurnFacts facts = TurnFacts.NONE;
        int modelCalls;
        int toolCalls;
        boolean regenerated;
        Optional<GateRule> correction = Optional.empty();

        Progress(List<ChatTurn> turns) {
            this.turns = new ArrayList<>(turns);
        }
    }

    /** @param mayAct whether the job is still held, asked before each call of a model */
    TurnOutcome play(TurnInput input, BooleanSupplier mayAct) {
        var progress = new Progress(requests.said(input));
        while (true) {
            if (!mayAct.getAsBoolean()) {
                return new Abandoned();
            }
            if (progress.modelCalls == MOST_MODEL_CALLS) {
                return handedOver(input, HandOffReason.TURN_LIMIT);
            }
            progress.modelCalls++;
            var request = requests.request(input, progress.turns, tools.definitions(), progress.correction);
            var asked = models.ask(input, progress.modelCalls, request);
            if (asked.isEmpty()) {
                return handedOver(input, HandOffReason.SPEND_CAP);
            }
            var end = after(input, progress, asked.get());
            if (end != null) {
                return end;
            }
        }
    }

    /** Null where the turn goes on. */
    private @Nullable TurnOutcome after(TurnInput input, Progress progress, ChatOutcome outcome) {
        return switch (outcome) {
            case ChatOutcome.Failed(var remedy, var retryAfter, var errorClass) ->
                remedy == Remedy.RETRY ? new Failed(errorClass, retryAfter) : new Hopeless(errorClass);
            case ChatOutcome.ProviderDown(var retryAfter, var errorClass) -> new Deferred(errorClass, retryAfter);
            case ChatOutcome.TurnFault _ -> anew(input, progress, HandOffReason.MODEL_FAULT);
            case ChatOutcome.Answered(var text, var calls, var _, var _) ->
                calls.isEmpty() ? said(input, progress, text) : called(input, progress, text, calls);
        };
    }

    /** One regeneration, and then people. */
    private static @Nullable TurnOutcome anew(TurnInput input, Progress progress, HandOffReason otherwise) {
        if (progress.regenerated) {
            return handedOver(input, otherwise);
        }
        progress.regenerated = true;
        return null;
    }

    private @Nullable TurnOutcome said(TurnInput input, Progress progress, @Nullable String text) {
        return new Replied(
                WrittenParts.of(List.of(text == null ? "" : text)), input.context().language());
    }

    private @Nullable TurnOutcome called(
            TurnInput input, Progress progress, @Nullable String text, List<ToolCall> calls) {
        var answers = new ArrayList<ToolAnswer>();
        for (var call : calls) {
            if (progress.toolCalls == MOST_TOOL_CALLS) {
                return handedOver(input, HandOffReason.TURN_LIMIT);
            }
            progress.toolCalls++;
            switch (tool(input, call)) {
                case ToolOutcome.Told(var json, var facts) -> {
                    answers.add(new ToolAnswer(call.id(), call.name(), json));
                    progress.facts = progress.facts.plus(facts);
                }
                case ToolOutcome.Wrong(var json) -> answers.add(new ToolAnswer(call.id(), call.name(), json));
                case ToolOutcome.HandOff(var reason, var summary) -> {
                    return new HandedOver(reason, input.context().language(), summary);
                }
            }
        }
        progress.turns.add(new ChatTurn.AssistantTurn(text, calls));
        progress.turns.add(new ChatTurn.ToolTurn(answers));
        return null;
    }

    private ToolOutcome tool(TurnInput input, ToolCall call) {
        var outcome = tools.call(input.context(), call);
        var word =
                switch (outcome) {
                    case ToolOutcome.Told _ -> "told";
                    case ToolOutcome.Wrong _ -> "wrong";
                    case ToolOutcome.HandOff(var reason, var _) -> reason.toString();
                };
        var step = new JobStep(Kind.TOOL_CALL, known(call.name()), word, Map.of());
        ledger.note(input.context().store(), input.job().id(), input.run(), List.of(step));
        return outcome;
    }

    /** What a model makes up is no name of ours. */
    private String known(String name) {
        return tools.definitions().stream()
                .map(ChatTool::name)
                .filter(name::equals)
                .findFirst()
                .orElse("unknown");
    }

    private static HandedOver handedOver(TurnInput input, HandOffReason reason) {
        return new HandedOver(reason, input.context().language(), "");
    }
}
