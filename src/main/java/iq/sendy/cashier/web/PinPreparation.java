package iq.sendy.cashier.web;

import iq.sendy.accounts.CheckPassword;
import iq.sendy.accounts.PasswordHash;
import iq.sendy.accounts.Passwords;
import iq.sendy.cashier.PinDigits;
import iq.sendy.cashier.StaffPins;
import iq.sendy.cashier.web.StaffPinController.PinChange;
import iq.sendy.kernel.Digits;
import iq.sendy.platform.body.Preparation;
import iq.sendy.platform.body.PreparationRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares the password of who sets a PIN, and hashes the PIN when it was right. */
@Component
class PinPreparation implements Preparation<PinPreparation.PreparedPin> {

    private final StaffPins pins;
    private final Passwords passwords;

    PinPreparation(StaffPins pins, Passwords passwords) {
        this.pins = pins;
        this.passwords = passwords;
    }

    /** @param hash null when the PIN is none, or the password was not right */
    record PreparedPin(
            CheckPassword.Result password, @Nullable PasswordHash hash) {}

    @Override
    public @Nullable PreparedPin prepare(PreparationRequest request) {
        if (!(request.body().value() instanceof PinChange(var pin, var password)) || password == null) {
            return null;
        }
        var caller = request.caller();
        var checked = passwords.check(new CheckPassword(caller.store(), caller.id(), password, request.address()));
        var sound = checked instanceof CheckPassword.Result.Right && pin != null && PinDigits.valid(pin);
        return new PreparedPin(checked, sound ? pins.hash(Digits.toAscii(pin)) : null);
    }
}
