package iq.sendy.agent;

import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.TypingSigns;
import iq.sendy.platform.tenancy.PassingTrouble;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Player of turns: from a job that is due to what its attempt came to, with no transaction open while a model is asked. */
@Component
public class TurnPlayer {

    private final AgentDispatch dispatch;
    private final AgentTurn turn;
    private final TypingSigns signs;

    TurnPlayer(AgentDispatch dispatch, AgentTurn turn, TypingSigns signs) {
        this.dispatch = dispatch;
        this.turn = turn;
        this.signs = signs;
    }

    /**
     * Attempts a job.
     *
     * @param token of whoever holds it
     * @param mayAct whether it is still held, asked before each call of a model
     */
    public Dispatched play(StoreId store, AiMessageJob work, long token, BooleanSupplier mayAct) {
        AgentDispatch.Begun begun;
        try {
            begun = TransientRetry.of(() -> dispatch.begin(store, work, token));
        } catch (RuntimeException failed) {
            // No model was asked yet: a database that is busy is no attempt that failed.
            if (PassingTrouble.is(failed)) {
                return new Dispatched.NotMade();
            }
            throw failed;
        }
        return switch (begun) {
            case AgentDispatch.Begun.Over _ -> new Dispatched.Over();
            case AgentDispatch.Begun.Waits(var delay) -> new Dispatched.Waits(delay);
            case AgentDispatch.Begun.Stopped(var end) -> end;
            case AgentDispatch.Begun.Turn(var input) -> ended(input, played(input, mayAct));
        };
    }

    /** The customer sees that it is being answered; where a person is to send the answer nobody has read it yet. */
    private TurnOutcome played(TurnInput input, BooleanSupplier mayAct) {
        if (input.rule().drafts()) {
            return turn.play(input, mayAct);
        }
        try (var _ = signs.show(input.job().store(), input.burst().getLast().id())) {
            return turn.play(input, mayAct);
        }
    }

    private Dispatched ended(TurnInput input, TurnOutcome outcome) {
        return switch (outcome) {
            case TurnOutcome.Replied replied ->
                TransientRetry.of(() -> dispatch.keep(input, replied))
                        ? new Dispatched.Written()
                        : new Dispatched.Guarded();
            case TurnOutcome.HandedOver(var reason, var language, var summary) ->
                new Dispatched.HandedOver(reason, language, summary);
            case TurnOutcome.Failed(var errorClass, var retryAfter) -> new Dispatched.Failed(errorClass, retryAfter);
            case TurnOutcome.Hopeless(var errorClass) -> new Dispatched.Hopeless(errorClass);
            case TurnOutcome.Deferred(var errorClass, var delay) -> new Dispatched.Deferred(errorClass, delay);
            case TurnOutcome.Abandoned _ -> new Dispatched.NotMade();
        };
    }
}
