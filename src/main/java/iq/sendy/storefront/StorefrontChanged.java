package iq.sendy.storefront;

import java.util.UUID;

/** What a storefront says, or whether it is open, changed; heard in the same transaction. */
public record StorefrontChanged(UUID store) {}
