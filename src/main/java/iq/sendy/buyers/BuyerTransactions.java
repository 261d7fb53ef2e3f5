package iq.sendy.buyers;

import iq.sendy.accounts.PasswordHash;
import iq.sendy.buyers.store.BuyerAccountStore;
import iq.sendy.buyers.store.BuyerAccountStore.StoredBuyer;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.tenancy.WriteConflict;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transactions of {@link BuyerAccounts}, between which passwords are hashed. */
@Component
class BuyerTransactions {

    private final BuyerAccountStore accounts;
    private final OneTimeCodes codes;
    private final BuyerAudit audit;
    private final Pipeline pipeline;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    BuyerTransactions(
            BuyerAccountStore accounts,
            OneTimeCodes codes,
            BuyerAudit audit,
            Pipeline pipeline,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.accounts = accounts;
        this.codes = codes;
        this.audit = audit;
        this.pipeline = pipeline;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** A password for the account of a phone that was proved. */
    record ProvenPassword(ProvenPhone proven, PasswordHash hash, String ip) {

        StoreId store() {
            return proven.store();
        }
    }

    /** What comes of a registration. */
    sealed interface RegistrationOutcome {

        record Stored(BuyerAccount account) implements RegistrationOutcome {}

        record HasOne() implements RegistrationOutcome {}

        record UsedUp() implements RegistrationOutcome {}
    }

    @Transactional(readOnly = true)
    public Optional<StoredBuyer> find(StoreId store, Phone phone) {
        return pipeline.ask(accounts.find(store, phone)).first();
    }

    @Transactional(readOnly = true)
    public Optional<BuyerAccount> find(StoreId store, UUID id) {
        return pipeline.ask(accounts.find(store, id)).first();
    }

    @Transactional
    public RegistrationOutcome register(ProvenPassword password, String name) {
        var store = password.store();
        var present = pipeline.ask(accounts.find(store, password.proven().phone()));
        if (present.first().map(StoredBuyer::password).isPresent()) {
            return new RegistrationOutcome.HasOne();
        }
        if (!codes.take(password.proven())) {
            return new RegistrationOutcome.UsedUp();
        }
        var made = pipeline.ask(accounts.register(store, fresh(password.proven().phone(), name), password.hash()));
        if (!made.any()) {
            // By another code, while this one was looked at.
            throw new WriteConflict("an account was made");
        }
        audit.record(store, BuyerAudit.REGISTERED, made.single(), password.ip());
        return new RegistrationOutcome.Stored(made.single());
    }

    /** Ends every sign-in of the account; empty when the code was used meanwhile. */
    @Transactional
    public Optional<BuyerAccount> reset(ProvenPassword password) {
        if (!codes.take(password.proven())) {
            return Optional.empty();
        }
        var store = password.store();
        var account = pipeline.ask(
                        accounts.setPassword(store, fresh(password.proven().phone(), null), password.hash()))
                .single();
        pipeline.send(accounts.endAll(store, account.id()));
        audit.record(store, BuyerAudit.PASSWORD_RESET, account, password.ip());
        return Optional.of(account);
    }

    private BuyerAccount fresh(Phone phone, @Nullable String name) {
        return new BuyerAccount(uuidGenerator.next(), phone, name, 1, clock.instant());
    }
}
