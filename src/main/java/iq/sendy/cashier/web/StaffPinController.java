package iq.sendy.cashier.web;

import iq.sendy.accounts.CheckPassword;
import iq.sendy.cashier.PinDigits;
import iq.sendy.cashier.StaffPins;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.StaffController;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.CrossFieldRules;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Prepared;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Secret;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PutMapping;

/** PIN of a member, which they set themselves and no program does. */
@StaffController
class StaffPinController {

    private final StaffPins pins;

    StaffPinController(StaffPins pins) {
        this.pins = pins;
    }

    record PinChange(
            @Required @Secret @Example("\"4702\"") String pin,

            @Required @Secret @Example("\"narges-w-yasmin-7\"")
            String password)
            implements CrossFieldRules {

        @Override
        public void check(Violations violations) {
            if (pin != null && !PinDigits.valid(pin)) {
                violations.add("pin", "field.invalid");
            }
        }
    }

    record PinBody(boolean hasPin) {}

    @PutMapping("/cashier/pin")
    @Allows(permission = "cashier.view")
    @Describes(value = "Set one's own PIN, with one's password", refuses = CheckPassword.Result.class)
    Answer<PinBody> set(
            @Body Bound<PinChange> body,
            @Prepared(by = PinPreparation.class) PinPreparation.@Nullable PreparedPin prepared,
            Caller caller,
            Actor actor) {
        var password = prepared == null ? null : prepared.password();
        if (password instanceof CheckPassword.Result.Wrong wrong) {
            body.problems().addAll(wrong.violations());
        }
        if (password instanceof CheckPassword.Result.TooManyGuesses(var delay)) {
            return Answer.refused((Refusal) password, delay);
        }
        if (password instanceof CheckPassword.Result.NoSuchMember gone) {
            return Answer.refused(gone);
        }
        body.valid();
        var hash = Objects.requireNonNull(prepared).hash();
        pins.set(caller.store(), actor, caller.id(), Objects.requireNonNull(hash));
        return Answer.ok("pin.set", new PinBody(true));
    }
}
