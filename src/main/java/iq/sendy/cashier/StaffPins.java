package iq.sendy.cashier;

import iq.sendy.accounts.Accounts;
import iq.sendy.accounts.MemberView;
import iq.sendy.accounts.PasswordHash;
import iq.sendy.accounts.Passwords;
import iq.sendy.cashier.StaffPinTransactions.PinTry;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * The PINs that members type at the counter. They are few and short, so a try is counted before it is judged: five are, and
 * then none for five minutes, however many come at once. Hashes are made and compared between the transactions.
 */
@Service
public class StaffPins {

    private final StaffPinTransactions transactions;
    private final Accounts accounts;
    private final Passwords passwords;

    StaffPins(StaffPinTransactions transactions, Accounts accounts, Passwords passwords) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /** Judges a PIN. To be asked before a transaction: it works for long. */
    public CheckPin.Result check(CheckPin command) {
        var member = command.member();
        var pin = command.pin();
        if (member == null || pin == null) {
            return new CheckPin.Result.PinMissing(command.lacks());
        }
        return switch (transactions.begin(command.store(), member)) {
            case PinTry.Locked(var delay) -> new CheckPin.Result.PinLocked(delay);
            case PinTry.NoPin() -> {
                passwords.matches(pin, null);
                yield new CheckPin.Result.WrongPin();
            }
            case PinTry.Counted(var hash) -> judge(command, member, pin, hash);
        };
    }

    private CheckPin.Result judge(CheckPin command, UUID member, String pin, PasswordHash hash) {
        boolean right;
        try {
            right = passwords.matches(pin, hash)
                    && accounts.find(command.store(), member)
                            .filter(MemberView::active)
                            .isPresent();
        } catch (RuntimeException trouble) {
            // What could not be judged, since we are busy or broken, is no guess.
            transactions.withdraw(command.store(), member);
            throw trouble;
        }
        if (!right) {
            return new CheckPin.Result.WrongPin();
        }
        transactions.succeeded(command.store(), member);
        return new CheckPin.Result.Passed();
    }

    /** A PIN as it is stored. To be asked before a transaction: it works for long. */
    public PasswordHash hash(String pin) {
        return passwords.hash(pin);
    }

    /** Gives a member their PIN; tries of the one before count no more. */
    public void set(StoreId store, Actor actor, UUID member, PasswordHash hash) {
        transactions.set(store, actor, member, hash);
    }
}
