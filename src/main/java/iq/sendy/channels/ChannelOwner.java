package iq.sendy.channels;

import iq.sendy.kernel.StoreId;
import java.util.UUID;

/**
 * Owner of an account at Meta: the store, and the channel by which it has it.
 *
 * @param proved whether its access token has shown that it may read the account
 * @param revision another one whenever the account or its app secret is another
 */
public record ChannelOwner(StoreId store, UUID channel, String accountId, boolean proved, UUID revision) {}
