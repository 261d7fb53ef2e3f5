package iq.sendy.agent;

import iq.sendy.agent.JobStep.StepKind;
import iq.sendy.agent.ModelCalls.ModelAnswer;
import iq.sendy.agent.TurnOutcome.Abandoned;
import iq.sendy.agent.TurnOutcome.Deferred;
import iq.sendy.agent.TurnOutcome.Failed;
import iq.sendy.agent.TurnOutcome.HandedOver;
import iq.sendy.agent.TurnOutcome.Hopeless;
import iq.sendy.agent.TurnOutcome.Replied;
import iq.sendy.agent.model.ReplyGate;
import iq.sendy.agent.model.TurnRetry;
import iq.sendy.billing.CallId;
import iq.sendy.llm.ChatOutcome;
import iq.sendy.llm.ChatRequest;
import iq.sendy.llm.ChatTool;
import iq.sendy.llm.ChatTurn;
import iq.sendy.llm.Remedy;
import iq.sendy.llm.ToolAnswer;
import iq.sendy.llm.ToolCall;
import iq.sendy.messaging.AuthorKind;
import iq.sendy.messaging.SaidMessage;
import iq.sendy.platform.secrets.Digests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turn of the agent: asks the model, does what it asks of the tools, and judges what it says; within bounds. */
@Component
class AgentTurn {

    static final int MOST_MODEL_CALLS = 4;
    static final int MOST_TOOL_CALLS = 6;

    /** Calls of a model take seconds. */
    private static final Duration OTHERS_END = Duration.ofSeconds(2);

    /** Some ten seconds: so long a turn waits where it is, since another attempt would ask all of it anew. */
    private static final int LOOKS_IN_PLACE = 20;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final TurnRequests requests;
    private final ModelCalls models;
    private final AgentTools tools;
    private final QuoteCards cards;
    private final ShopFactsReader shops;
    private final CallLedger ledger;

    AgentTurn(
            TurnRequests requests,
            ModelCalls models,
            AgentTools tools,
            QuoteCards cards,
            ShopFactsReader shops,
            CallLedger ledger) {
        this.requests = requests;
        this.models = models;
        this.tools = tools;
        this.cards = cards;
        this.shops = shops;
        this.ledger = ledger;
    }

    /** How far a turn has come. */
    private static final class TurnProgress {

        final ShopFacts shop;
        final List<ChatTurn> turns;
        TurnFacts facts;
        int modelCalls;
        int toolCalls;
        boolean regenerated;
        Optional<GateRule> correction = Optional.empty();

        TurnProgress(ShopFacts shop, TurnFacts facts, List<ChatTurn> turns) {
            this.shop = shop;
            this.facts = facts;
            this.turns = new ArrayList<>(turns);
        }
    }

    /** @param mayAct whether the job is still held, asked before each call of a model */
    TurnOutcome play(TurnInput input, BooleanSupplier mayAct) {
        var progress = new TurnProgress(
                shops.of(input.context().store()), tools.standing(input.context()), requests.said(input));
        while (true) {
            if (!mayAct.getAsBoolean()) {
                return new Abandoned();
            }
            if (progress.modelCalls == MOST_MODEL_CALLS) {
                return handedOver(input, HandOffReason.TURN_LIMIT);
            }
            progress.modelCalls++;
            var request =
                    requests.request(input, progress.shop, progress.turns, tools.definitions(), progress.correction);
            var end = switch (asked(input, progress.modelCalls, request, mayAct)) {
                case ModelAnswer.Came(var outcome) -> after(input, progress, outcome);
                case ModelAnswer.OverCap _ -> handedOver(input, HandOffReason.SPEND_CAP);
                case ModelAnswer.MustWait _ -> new Deferred("budget_in_use", OTHERS_END);
            };
            if (end != null) {
                return end;
            }
        }
    }

    /** What comes of a call; in the middle of a turn it waits a while for the budget that others have. */
    private ModelAnswer asked(TurnInput input, int number, ChatRequest request, BooleanSupplier mayAct) {
        var answer = models.ask(input, number, request);
        for (var look = 0; answer instanceof ModelAnswer.MustWait && number > 1 && look < LOOKS_IN_PLACE; look++) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            if (!mayAct.getAsBoolean()) {
                return answer;
            }
            answer = models.ask(input, number, request);
        }
        return answer;
    }

    /** Null where the turn goes on. */
    private @Nullable TurnOutcome after(TurnInput input, TurnProgress progress, ChatOutcome outcome) {
        return switch (outcome) {
            case ChatOutcome.Failed(var remedy, var retryAfter, var errorClass, var _) ->
                remedy == Remedy.RETRY ? new Failed(errorClass, retryAfter) : new Hopeless(errorClass);
            case ChatOutcome.ProviderDown(var retryAfter, var errorClass, var _) ->
                new Deferred(errorClass, TurnRetry.outage(retryAfter));
            case ChatOutcome.TurnFault _ -> anew(input, progress, HandOffReason.MODEL_FAULT);
            case ChatOutcome.Answered(var text, var calls, var _, var _) ->
                calls.isEmpty() ? said(input, progress, text) : called(input, progress, text, calls);
        };
    }

    /** One regeneration, and then people. */
    private static @Nullable TurnOutcome anew(TurnInput input, TurnProgress progress, HandOffReason otherwise) {
        if (progress.regenerated) {
            return handedOver(input, otherwise);
        }
        progress.regenerated = true;
        return null;
    }

    /** What the gate lets pass is the reply; what it does not is written anew once. */
    private @Nullable TurnOutcome said(TurnInput input, TurnProgress progress, @Nullable String text) {
        var draft = new ReplyDraft(
                Objects.requireNonNullElse(text, ""),
                input.context().language(),
                input.conversation().type(),
                lastReplies(input));
        return switch (ReplyGate.judge(draft, progress.facts, progress.shop)) {
            case GateVerdict.Passed(var parts) -> {
                noted(input, new JobStep(StepKind.GATE, "reply", "passed", Map.of("parts", parts.size())));
                yield new Replied(WrittenParts.of(parts), draft.language());
            }
            case GateVerdict.Failed(var rule) -> {
                noted(
                        input,
                        new JobStep(StepKind.GATE, "reply", rule.toString(), Map.of("sha256", digest(draft.text()))));
                progress.correction = Optional.of(rule);
                ledger.discard(input.context().store(), new CallId(input.job().id(), input.run(), progress.modelCalls));
                yield anew(input, progress, HandOffReason.GATE);
            }
        };
    }

    private static List<String> lastReplies(TurnInput input) {
        return input.conversation().history().stream()
                .filter(message -> message.author() == AuthorKind.AI)
                .map(SaidMessage::text)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(Digests.sha256(text));
    }

    private void noted(TurnInput input, JobStep step) {
        ledger.note(input.context().store(), input.job().id(), input.run(), List.of(step));
    }

    private @Nullable TurnOutcome called(
            TurnInput input, TurnProgress progress, @Nullable String text, List<ToolCall> calls) {
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
        var quote = progress.facts.quote();
        if (quote != null) {
            // Its card says all of it in the store's own words and figures: the model is not asked again.
            var card = cards.card(quote, input.conversation().type());
            return new Replied(
                    new WrittenParts(List.of(card.text()), card.buttons()),
                    input.context().language());
        }
        progress.turns.add(new ChatTurn.AssistantTurn(text, calls));
        progress.turns.add(new ChatTurn.ToolTurn(answers));
        return null;
    }

    private ToolOutcome tool(TurnInput input, ToolCall call) {
        var outcome = tools.call(input.context(), call);
        var word = switch (outcome) {
            case ToolOutcome.Told _ -> "told";
            case ToolOutcome.Wrong _ -> "wrong";
            case ToolOutcome.HandOff(var reason, var _) -> reason.toString();
        };
        noted(input, new JobStep(StepKind.TOOL_CALL, known(call.name()), word, Map.of()));
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
