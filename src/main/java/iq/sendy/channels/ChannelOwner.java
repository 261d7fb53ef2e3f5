package iq.sendy.channels;

import iq.sendy.kernel.StoreId;
import java.util.UUID;

/** Owner of an account at Meta: the store, and the channel by which it has it. */
public record ChannelOwner(StoreId store, UUID channel, String accountId) {}
