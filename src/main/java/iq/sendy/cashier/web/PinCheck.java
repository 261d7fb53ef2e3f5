package iq.sendy.cashier.web;

import iq.sendy.cashier.CheckPin;
import iq.sendy.cashier.CounterSettings;
import iq.sendy.cashier.StaffPins;
import iq.sendy.kernel.Digits;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.body.Preparation;
import iq.sendy.platform.body.PreparationRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges the PIN that comes with a body, where the shop wants one; a missing one is a complaint about the body. */
@Component
class PinCheck implements Preparation<CheckPin.Result> {

    private final CounterSettings settings;
    private final StaffPins pins;

    PinCheck(CounterSettings settings, StaffPins pins) {
        this.settings = settings;
        this.pins = pins;
    }

    @Override
    public CheckPin.@Nullable Result prepare(PreparationRequest request) {
        var bound = request.body();
        if (!(bound.value() instanceof PinBearer bearer)) {
            throw new IllegalStateException(bound.value().getClass() + " bears no PIN");
        }
        if (bearer.pin() == null && bound.problems().isEmpty()) {
            // Most shops want none: who opens the session looks at the settings in a trip that is made anyway.
            return null;
        }
        var caller = request.caller();
        if (!settings.requirePin(caller.store())) {
            return new CheckPin.Result.Passed();
        }
        var command = command(bearer, caller);
        if (command.member() != null
                && command.pin() != null
                && !bound.problems().isEmpty()) {
            return null;
        }
        return pins.check(command);
    }

    /** Whose PIN it must be: the caller's own, or at the entrance for programs that of the member who is named. */
    static CheckPin command(PinBearer bearer, Caller caller) {
        var typed = bearer.pin();
        return new CheckPin(
                caller.store(),
                caller.kind() == Caller.Kind.KEY ? bearer.staffId() : caller.id(),
                typed == null ? null : Digits.toAscii(typed));
    }

    /** The answer to a PIN that opens nothing. */
    static <T> Answer<T> refused(Refusal refusal) {
        return refusal instanceof CheckPin.Result.PinLocked(var delay)
                ? Answer.refused(refusal, delay)
                : Answer.refused(refusal);
    }
}
