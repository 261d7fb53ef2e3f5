package iq.sendy.accounts;

import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.tenancy.CurrentTenant;
import iq.sendy.platform.tenancy.RunAsTenant;
import iq.sendy.stores.Stores;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Registration: a store is opened with its owner, who is then signed in, or by an operator for its owner. Passwords are
 * hashed between the transactions and not in them.
 */
@Service
public class Registrations {

    private final RegistrationTransactions transactions;
    private final Stores stores;
    private final PasswordHashing passwordHashing;
    private final LoginThrottling loginThrottling;
    private final AccessTokens tokens;
    private final RunAsTenant tenants;

    Registrations(
            RegistrationTransactions transactions,
            Stores stores,
            PasswordHashing passwordHashing,
            LoginThrottling loginThrottling,
            AccessTokens tokens,
            RunAsTenant tenants) {
        this.transactions = transactions;
        this.stores = stores;
        this.passwordHashing = passwordHashing;
        this.loginThrottling = loginThrottling;
        this.tokens = tokens;
        this.tenants = tenants;
    }

    public Register.Result register(Register command) {
        var taken = transactions.taken(command);
        if (taken.isPresent()) {
            return taken.get();
        }
        var hash = passwordHashing.hash(command.password());
        var store = stores.nextId();
        var opened = tenants.in(store, () -> transactions.open(store, command, hash, Optional.empty()));
        loginThrottling.remember(command.phone().value(), command.ip());
        return new Register.Registered(tokens.session(opened));
    }

    public OpenStoreFor.Result openFor(OpenStoreFor command) {
        var taken = transactions.taken(command.registration());
        return taken.isPresent() ? taken.get() : new OpenStoreFor.Opened(transactions.openFor(command));
    }

    /** Makes an operator when nobody signs in with the phone yet. */
    public void ensureOperator(Phone phone, String password) {
        CurrentTenant.in(
                StoreId.PLATFORM,
                () -> !transactions.signsIn(phone) && transactions.addOperator(phone, passwordHashing.hash(password)));
    }
}
