package iq.sendy.simulator;

import iq.sendy.kernel.Bytes;
import iq.sendy.meta.ChannelType;

/** Delivery as it goes to a web hook: bytes, and their signature. Sent again, it is the same. */
record MetaDelivery(ChannelType type, Bytes body, String signature) {}
