package iq.sendy.buyers.web;

import iq.sendy.buyers.BuyerAccount;
import iq.sendy.buyers.BuyerAccounts;
import iq.sendy.buyers.BuyerNotProven;
import iq.sendy.buyers.BuyerSession;
import iq.sendy.buyers.RegisterBuyer;
import iq.sendy.buyers.ResetBuyerPassword;
import iq.sendy.buyers.SignBuyerIn;
import iq.sendy.kernel.Phone;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.PublicController;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Secret;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.limits.LimitMeters;
import iq.sendy.storefront.OpenStorefront;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;

/** Accounts of buyers on the wire: registration, sign-in and new passwords. */
@PublicController(value = PublicController.PUBLIC_DOOR + "/storefronts/{slug}/auth", holdsCredentials = true)
class BuyerAuthController {

    private final BuyerAccounts accounts;
    private final LimitMeters limits;

    BuyerAuthController(BuyerAccounts accounts, LimitMeters limits) {
        this.accounts = accounts;
        this.limits = limits;
    }

    record BuyerRegistration(
            @Required @Example("\"07701234567\"") Phone phone,

            @Required @Text(Text.REFERENCE) @Example("\"482913\"")
            String otpCode,

            @Required @Text(Text.NAME) @Example("\"زينب علي\"")
            String name,

            @Required @Secret @Example("\"narges-w-yasmin-7\"")
            String password) {}

    record BuyerCredentials(
            @Required @Example("\"07701234567\"") Phone phone,

            @Required @Secret @Example("\"narges-w-yasmin-7\"")
            String password) {}

    record BuyerPasswordReset(
            @Required @Example("\"07701234567\"") Phone phone,

            @Required @Text(Text.REFERENCE) @Example("\"482913\"")
            String otpCode,

            @Required @Secret @Example("\"rayhan-w-nana-12\"")
            String newPassword) {}

    record BuyerAccountBody(UUID id, String phone, @Nullable String name, Instant createdAt) {

        static BuyerAccountBody of(BuyerAccount account) {
            return new BuyerAccountBody(account.id(), account.phone().value(), account.name(), account.createdAt());
        }
    }

    /**
     * A sign-in as all three answer it. It prints without its token.
     *
     * @param expiresIn seconds
     */
    record BuyerSessionBody(String accessToken, long expiresIn, BuyerAccountBody account) {

        static BuyerSessionBody of(BuyerSession session) {
            return new BuyerSessionBody(
                    session.accessToken(), session.expiresIn(), BuyerAccountBody.of(session.account()));
        }

        @Override
        public String toString() {
            return "session of " + account.id();
        }
    }

    @PostMapping("/register")
    @Describes(value = "Make a buyer's account, and sign in", refuses = RegisterBuyer.Result.class)
    Answer<BuyerSessionBody> register(
            OpenStorefront shop, @Body Bound<BuyerRegistration> bound, HttpServletRequest request) {
        var body = bound.valid();
        var command =
                new RegisterBuyer(body.phone(), body.otpCode(), body.name(), body.password(), request.getRemoteAddr());
        return switch (accounts.register(shop.store().id(), command)) {
            case RegisterBuyer.Registered(var session) -> Answer.ok("buyer.registered", BuyerSessionBody.of(session));
            case RegisterBuyer.PhoneTaken taken -> Answer.refused(taken);
            case BuyerNotProven notProven -> Answer.refused(notProven);
        };
    }

    @PostMapping("/login")
    @Describes(value = "Sign a buyer in with phone and password", refuses = SignBuyerIn.Result.class)
    Answer<BuyerSessionBody> signIn(
            OpenStorefront shop, @Body Bound<BuyerCredentials> bound, HttpServletRequest request) {
        var body = bound.valid();
        var command = new SignBuyerIn(body.phone(), body.password(), request.getRemoteAddr());
        return switch (accounts.signIn(shop.store().id(), command)) {
            case SignBuyerIn.Result.BuyerSignedIn(var session) -> Answer.ok("auth.login", BuyerSessionBody.of(session));
            case SignBuyerIn.Result.WrongPassword wrong -> Answer.refused(wrong);
            case SignBuyerIn.Result.GuessedTooOften tooOften -> {
                limits.refused(LimitMeters.Limit.SIGN_IN);
                yield Answer.refused(tooOften, tooOften.delay());
            }
        };
    }

    @PostMapping("/password/reset")
    @Describes(value = "Give a buyer's account a new password, and sign in", refuses = ResetBuyerPassword.Result.class)
    Answer<BuyerSessionBody> reset(
            OpenStorefront shop, @Body Bound<BuyerPasswordReset> bound, HttpServletRequest request) {
        var body = bound.valid();
        var command = new ResetBuyerPassword(body.phone(), body.otpCode(), body.newPassword(), request.getRemoteAddr());
        return switch (accounts.reset(shop.store().id(), command)) {
            case ResetBuyerPassword.PasswordReset(var session) ->
                Answer.ok("auth.password", BuyerSessionBody.of(session));
            case BuyerNotProven notProven -> Answer.refused(notProven);
        };
    }
}
