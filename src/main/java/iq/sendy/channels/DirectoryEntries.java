package iq.sendy.channels;

import iq.sendy.channels.store.AccountDirectory;
import iq.sendy.channels.store.VerifyTokenDirectory;
import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.meta.AccountAnswer;
import iq.sendy.meta.ChannelType;
import iq.sendy.platform.secrets.Digests;
import iq.sendy.platform.secrets.FormSecrets;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Entries of channels in the directories, which lead from Meta to a store: by account, and by verify token. */
@Component
class DirectoryEntries {

    private static final String PURPOSE = "channels.verify_token";
    private static final int TOKEN_BYTES = 32;

    private final AccountDirectory accounts;
    private final VerifyTokenDirectory tokens;
    private final Digests digests;
    private final FormSecrets formSecrets;
    private final Pipeline pipeline;
    private final ProofPlans plans;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    DirectoryEntries(
            AccountDirectory accounts,
            VerifyTokenDirectory tokens,
            Digests digests,
            FormSecrets formSecrets,
            Pipeline pipeline,
            ProofPlans plans,
            Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.digests = digests;
        this.formSecrets = formSecrets;
        this.pipeline = pipeline;
        this.plans = plans;
        this.clock = clock;
    }

    /** A verify token that nobody knows yet. */
    VerifyToken fresh() {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return token(bytes);
    }

    /** The one that a form issues for a channel, whenever it is sent. */
    VerifyToken drawn(StoreId store, UUID channel, UUID form) {
        return token(formSecrets.draw("channel.form.token|" + channel, store, form));
    }

    /** The id of the channel that a form connects. */
    UUID drawnId(StoreId store, UUID form) {
        return formSecrets.id("channel.form.id", store, form);
    }

    /** Age of a verify token: whether its form may show it once more. */
    enum TokenAge {
        YOUNG,
        OLD,
        /** It proves no channel, or none any more. */
        UNKNOWN
    }

    TokenAge age(StoreId store, ChannelView channel, VerifyToken token) {
        var digest = digest(channel.account().type(), token.text());
        return pipeline.ask(tokens.issuedAt(store, channel.id(), digest))
                .first()
                .map(issued -> formSecrets.showsAgain(issued) ? TokenAge.YOUNG : TokenAge.OLD)
                .orElse(TokenAge.UNKNOWN);
    }

    private static VerifyToken token(byte[] bytes) {
        return new VerifyToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /**
     * Enters the account of a channel; false where it is taken. Whoever has proved that it is theirs takes the place of who
     * could not.
     *
     * @param answer what Meta said of the token and the account; null where it was not asked
     */
    boolean enter(StoreId store, ChannelView channel, @Nullable AccountAnswer answer) {
        var proof = proof(answer, channel.createdAt());
        var entered = accounts.enter(store, channel, proof);
        if (proof.standing() == AccountStanding.PROVEN) {
            pipeline.send(accounts.displace(store, channel, channel.createdAt()), entered);
        } else {
            pipeline.send(entered);
        }
        return entered.any();
    }

    private static AccountProof proof(@Nullable AccountAnswer answer, Instant now) {
        return switch (answer) {
            case null -> new AccountProof(AccountStanding.UNPROVEN, null, null);
            case AccountAnswer.CanRead() -> new AccountProof(AccountStanding.PROVEN, null, now);
            case AccountAnswer.CannotRead(var code) -> new AccountProof(AccountStanding.UNPROVEN, code, now);
            case AccountAnswer.Unanswered _ -> new AccountProof(AccountStanding.UNPROVEN, null, null);
        };
    }

    /** Has Meta asked in a moment whether the account is the channel's, unless that is known by then. */
    void proveSoon(StoreId store, UUID channel) {
        plans.ask(store, List.of(channel));
    }

    /** Whether another channel has the account, beside which this one may not stand. */
    Query<Boolean> taken(StoreId store, ChannelView channel) {
        return accounts.taken(store, channel);
    }

    /** Has a channel stand at the account and by the app secret that it has now. */
    Query<Boolean> move(StoreId store, ChannelView channel) {
        return accounts.move(store, channel);
    }

    /** The token proves the channel from now on, and no other that it had. */
    List<Query<Boolean>> prove(StoreId store, ChannelView channel, VerifyToken token) {
        return List.of(
                tokens.leave(store, channel.id()),
                tokens.enter(store, channel, digest(channel.account().type(), token.text()), clock.instant()));
    }

    /** Nothing from Meta leads to the channel any more. */
    List<Query<Boolean>> leave(StoreId store, UUID channel) {
        return List.of(accounts.leave(store, channel), tokens.leave(store, channel));
    }

    /** What is kept of a verify token. */
    Bytes digest(ChannelType type, String token) {
        return Bytes.of(digests.of(PURPOSE + "|" + type, token));
    }
}
