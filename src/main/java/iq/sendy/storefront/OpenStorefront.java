package iq.sendy.storefront;

import iq.sendy.stores.StoreSettings;
import iq.sendy.stores.StoreView;

/** Storefront that is open to visitors: whose it is, how it is set up, and what its store has decided. */
public record OpenStorefront(StoreView store, StorefrontSettings face, StoreSettings settings) {}
