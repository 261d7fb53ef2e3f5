package iq.sendy.buyers;

import iq.sendy.accounts.JudgePassword;
import iq.sendy.accounts.Passwords;
import iq.sendy.accounts.SignedTokens;
import iq.sendy.accounts.TokenClaims;
import iq.sendy.buyers.BuyerTransactions.ProvenPassword;
import iq.sendy.buyers.store.BuyerAccountStore.StoredBuyer;
import iq.sendy.kernel.StoreId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Accounts of buyers: registration, sign-in by password and new passwords, for programs. Codes are judged and passwords
 * hashed between the transactions and not in them.
 */
@Service
public class BuyerAccounts {

    static final String AUDIENCE = "sendy-storefront-customers";

    /** There is no refresh token: as long as a visit to a shop lasts, and a new password ends it sooner. */
    static final Duration LIFE = Duration.ofDays(1);

    private static final String ROLE = "buyer";

    private final BuyerTransactions transactions;
    private final OneTimeCodes codes;
    private final Passwords passwords;
    private final SignedTokens tokens;

    BuyerAccounts(BuyerTransactions transactions, OneTimeCodes codes, Passwords passwords, SignedTokens tokens) {
        this.transactions = transactions;
        this.codes = codes;
        this.passwords = passwords;
        this.tokens = tokens;
    }

    public RegisterBuyer.Result register(StoreId store, RegisterBuyer command) {
        var proven = codes.judge(store, command.phone(), CodePurpose.REGISTRATION, command.otpCode());
        var weak = passwords.weak(command.password(), command.phone());
        if (proven.isEmpty() || weak) {
            return new BuyerNotProven(proven.isEmpty(), weak ? "password" : null);
        }
        var password = new ProvenPassword(proven.get(), passwords.hash(command.password()), command.ip());
        return switch (transactions.register(password, command.name())) {
            case BuyerTransactions.RegistrationOutcome.Stored(var account) ->
                new RegisterBuyer.Registered(session(store, account));
            case BuyerTransactions.RegistrationOutcome.HasOne() -> new RegisterBuyer.PhoneTaken();
            case BuyerTransactions.RegistrationOutcome.UsedUp() -> new BuyerNotProven(true, null);
        };
    }

    public ResetBuyerPassword.Result reset(StoreId store, ResetBuyerPassword command) {
        var proven = codes.judge(store, command.phone(), CodePurpose.PASSWORD_RESET, command.otpCode());
        var weak = passwords.weak(command.newPassword(), command.phone());
        if (proven.isEmpty() || weak) {
            return new BuyerNotProven(proven.isEmpty(), weak ? "newPassword" : null);
        }
        var password = new ProvenPassword(proven.get(), passwords.hash(command.newPassword()), command.ip());
        return transactions
                .reset(password)
                .<ResetBuyerPassword.Result>map(
                        account -> new ResetBuyerPassword.PasswordReset(session(store, account)))
                .orElseGet(() -> new BuyerNotProven(true, null));
    }

    public SignBuyerIn.Result signIn(StoreId store, SignBuyerIn command) {
        var stored = transactions.find(store, command.phone());
        var hash = stored.map(StoredBuyer::password).orElse(null);
        // Unknown phones are counted like known ones, and each store by itself.
        var account = "buyer at " + store + " with " + command.phone().value();
        return switch (passwords.judge(new JudgePassword(account, command.password(), hash, command.ip()))) {
            case JudgePassword.TooManyGuesses(var delay) -> new SignBuyerIn.Result.GuessedTooOften(delay);
            case JudgePassword.Wrong() -> new SignBuyerIn.Result.WrongPassword();
            case JudgePassword.Right() ->
                new SignBuyerIn.Result.BuyerSignedIn(
                        session(store, stored.orElseThrow().account()));
        };
    }

    /** Whose access token this is in a store; empty when anything at all is wrong with it there. */
    public Optional<BuyerAccount> bearer(StoreId store, String accessToken) {
        return tokens.read(accessToken, AUDIENCE)
                .filter(claims -> store.equals(claims.store()))
                .flatMap(claims -> transactions
                        .find(store, claims.subject())
                        .filter(account -> account.version() == claims.version()));
    }

    private BuyerSession session(StoreId store, BuyerAccount account) {
        var claims = new TokenClaims(AUDIENCE, store, account.id(), account.version(), ROLE, List.of());
        return new BuyerSession(tokens.issue(claims, LIFE), LIFE.toSeconds(), account);
    }
}
