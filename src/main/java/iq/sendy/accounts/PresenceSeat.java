package iq.sendy.accounts;

import iq.sendy.kernel.StoreId;
import java.util.UUID;

/** The place of one person at a desk, where they have one thing open. */
public record PresenceSeat(StoreId store, UUID member, PresenceDesk desk) {}
