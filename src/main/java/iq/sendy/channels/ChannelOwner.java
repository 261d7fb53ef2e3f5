package iq.sendy.channels;

import iq.sendy.kernel.StoreId;
import java.util.UUID;

/**
 * Owner of an account at Meta: the store, and the channel by which it has it.
 *
 * @param revision another one whenever the account or its app secret is another
 */
public record ChannelOwner(StoreId store, UUID channel, String accountId, UUID revision) {}
