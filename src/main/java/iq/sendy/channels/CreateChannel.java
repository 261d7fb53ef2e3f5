package iq.sendy.channels;

import iq.sendy.meta.AccountAnswer;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import org.jspecify.annotations.Nullable;

/**
 * Command to connect an account at Meta.
 *
 * @param appSecret null where the deployment's counts
 * @param answer what Meta says of the token and the account; null where it was not asked
 */
public record CreateChannel(
        ChannelTerms terms,
        String accessToken,
        @Nullable String appSecret,
        @Nullable AccountAnswer answer) {

    /** Where Meta was not asked. */
    public CreateChannel(ChannelTerms terms, String accessToken, @Nullable String appSecret) {
        this(terms, accessToken, appSecret, null);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return terms.toString();
    }

    /** What can come of it. */
    public sealed interface Result {

        /** The verify token is shown this once. */
        record Created(ChannelView channel, VerifyToken token) implements Result {}

        /** The store's plan has no messaging. */
        @RefusedWith(status = 409, code = "plan.social_messaging")
        record NotInPlan() implements Result, Refusal {}

        /** The store has the account already; or another store has, and both rely on the deployment's app secret. */
        @RefusedWith(status = 409, code = "social_channel.account_taken", field = "externalAccountId")
        record AccountTaken() implements Result, Refusal {}
    }
}
