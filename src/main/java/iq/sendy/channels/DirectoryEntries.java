package iq.sendy.channels;

import iq.sendy.channels.store.AccountDirectory;
import iq.sendy.channels.store.VerifyTokenDirectory;
import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.meta.ChannelType;
import iq.sendy.platform.secrets.Digests;
import iq.sendy.platform.sql.Query;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Entries of channels in the directories, which lead from Meta to a store: by account, and by verify token. */
@Component
class DirectoryEntries {

    private static final String PURPOSE = "channels.verify_token";
    private static final int TOKEN_BYTES = 32;

    private final AccountDirectory accounts;
    private final VerifyTokenDirectory tokens;
    private final Digests digests;
    private final SecureRandom random = new SecureRandom();

    DirectoryEntries(AccountDirectory accounts, VerifyTokenDirectory tokens, Digests digests) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.digests = digests;
    }

    /** A verify token that nobody knows yet. */
    VerifyToken fresh() {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return new VerifyToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Enters the account of a channel, unless it is taken: then there is no row. */
    Query<Boolean> enter(StoreId store, ChannelView channel) {
        return accounts.enter(store, channel);
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
                tokens.enter(store, channel, digest(channel.account().type(), token.text())));
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
