package iq.sendy.channels;

import iq.sendy.kernel.StoreId;
import java.util.UUID;

/** A channel was made, changed, healed, broken or deleted. */
public record ChannelChanged(StoreId store, UUID channel) {}
