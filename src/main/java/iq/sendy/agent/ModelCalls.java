package iq.sendy.agent;

import iq.sendy.agent.JobStep.StepKind;
import iq.sendy.billing.BudgetRequest;
import iq.sendy.billing.CallId;
import iq.sendy.billing.TokenBudget.Reservation;
import iq.sendy.billing.UsageEvent;
import iq.sendy.billing.UsageEvent.CallTokens;
import iq.sendy.billing.UsageOutcome;
import iq.sendy.llm.CallSpend;
import iq.sendy.llm.ChatOutcome;
import iq.sendy.llm.ChatProviders;
import iq.sendy.llm.ChatRequest;
import iq.sendy.llm.ChatUsage;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Calls of models by the agent: each is kept for in the store's budget, made with no transaction open, and counted. */
@Component
class ModelCalls {

    private final ChatProviders providers;
    private final CallLedger ledger;

    ModelCalls(ChatProviders providers, CallLedger ledger) {
        this.providers = providers;
        this.ledger = ledger;
    }

    /** What comes of asking. */
    sealed interface ModelAnswer {

        record Came(ChatOutcome outcome) implements ModelAnswer {}

        /** Not asked: the store's spend cap is reached. */
        record OverCap() implements ModelAnswer {}

        /** Not asked yet: what is left under the cap is kept for calls that are under way. */
        record MustWait() implements ModelAnswer {}
    }

    /** Asks the channel's model. */
    ModelAnswer ask(TurnInput input, int number, ChatRequest request) {
        var store = input.context().store();
        var call = new CallId(input.job().id(), input.run(), number);
        var bound = ChatProviders.bound(request);
        var agent = input.channel().details().agent();
        var wanted = new BudgetRequest(call, agent.provider(), agent.model(), bound.input(), bound.output());
        return switch (TransientRetry.of(() -> ledger.reserve(store, wanted))) {
            case Reservation.Granted _ -> new ModelAnswer.Came(made(input, wanted, request));
            case Reservation.Contended _ -> new ModelAnswer.MustWait();
            case Reservation.Capped _ -> new ModelAnswer.OverCap();
        };
    }

    private ChatOutcome made(TurnInput input, BudgetRequest wanted, ChatRequest request) {
        var call = wanted.call();
        var outcome = providers.ask(wanted.provider(), request);
        switch (outcome) {
            case ChatOutcome.Answered(var _, var calls, var usage, var requestId) ->
                settle(input, call, usage, requestId, UsageOutcome.ANSWERED, calls.isEmpty() ? "text" : "tool_calls");
            case ChatOutcome.TurnFault(var kind, var usage, var requestId) ->
                settle(input, call, usage, requestId, UsageOutcome.FAULTY, kind.toString());
            case ChatOutcome.Failed(var _, var _, var errorClass, var spend) ->
                failed(input, wanted, errorClass, spend);
            case ChatOutcome.ProviderDown(var _, var errorClass, var spend) -> failed(input, wanted, errorClass, spend);
        }
        return outcome;
    }

    private void settle(
            TurnInput input,
            CallId call,
            ChatUsage usage,
            @Nullable String requestId,
            UsageOutcome outcome,
            String word) {
        var agent = input.channel().details().agent();
        var tokens = new CallTokens(
                usage.input(),
                usage.output(),
                usage.cachedRead(),
                usage.cacheWrite(),
                usage.reasoning(),
                usage.estimated());
        // What nobody can use is counted, and not paid by the store.
        var event = new UsageEvent(
                call, agent.provider(), agent.model(), requestId, tokens, outcome, outcome == UsageOutcome.ANSWERED);
        var details = Map.<String, @Nullable Object>of(
                "call", call.number(), "inputTokens", usage.input(), "outputTokens", usage.output());
        var step = new JobStep(StepKind.MODEL_CALL, name(input), word, details);
        TransientRetry.ofWhatIsDue(() -> ledger.settle(input.context().store(), event, step));
    }

    /** What the provider may have on its bill is counted at the most that it can be, and not paid by the store. */
    private void failed(TurnInput input, BudgetRequest kept, String errorClass, CallSpend spend) {
        switch (spend) {
            case NOTHING -> release(input, kept.call(), errorClass);
            case UNKNOWN ->
                settle(
                        input,
                        kept.call(),
                        new ChatUsage(kept.inputEstimate(), kept.outputMost(), 0, 0, 0, true),
                        null,
                        UsageOutcome.FAILED,
                        errorClass);
        }
    }

    private void release(TurnInput input, CallId call, String errorClass) {
        var step = new JobStep(StepKind.MODEL_CALL, name(input), errorClass, Map.of("call", call.number()));
        TransientRetry.ofWhatIsDue(() -> ledger.release(input.context().store(), call, step));
    }

    private static String name(TurnInput input) {
        var agent = input.channel().details().agent();
        return agent.provider() + " " + agent.model();
    }
}
