package iq.sendy.channels;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Command to change some of a channel.
 *
 * @param merge is given its terms as they stand under its lock, and answers them as they shall be
 * @param accessToken null leaves it as it is; another one heals what was broken
 * @param appSecret null leaves it as it is
 */
public record ChangeChannel(
        UUID channel,
        UnaryOperator<ChannelTerms> merge,
        @Nullable String accessToken,
        @Nullable OwnAppSecret appSecret) {

    /**
     * App secret that shall hold from now on.
     *
     * @param value null where the deployment's counts
     */
    public record OwnAppSecret(@Nullable String value) {

        /** Without the secret. */
        @Override
        public String toString() {
            return value == null ? "none" : "given";
        }
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "change of " + channel;
    }

    /** What can come of it. */
    public sealed interface Result {

        record Changed(ChannelView channel) implements Result {}

        record NoSuchChannel() implements Result {}

        /** As when it is made. */
        @RefusedWith(status = 409, code = "social_channel.account_taken", field = "externalAccountId")
        record AccountTaken() implements Result, Refusal {}
    }
}
