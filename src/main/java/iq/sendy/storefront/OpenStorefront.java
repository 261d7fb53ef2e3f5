package iq.sendy.storefront;

import iq.sendy.stores.StoreSettings;
import iq.sendy.stores.StoreView;
import java.util.Optional;

/** Storefront that is open to visitors: whose it is, how it is set up, and what its store has decided. */
public record OpenStorefront(StoreView store, StorefrontSettings face, StoreSettings settings) {

    /** The domain under which the shop is found as well, since it is proved to be the store's own. */
    public Optional<String> domain() {
        return Optional.ofNullable(face.domain())
                .filter(StorefrontSettings.CustomDomain::proven)
                .map(StorefrontSettings.CustomDomain::name);
    }

    /** Whether an address is one that the shop goes by now; an old slug of its leads here and is none. */
    public boolean goesBy(String address) {
        return address.equals(store.slug()) || domain().filter(address::equals).isPresent();
    }

    /** The name of the cookie that keeps a visitor's cart; scripts count by it. */
    public String cartCookie() {
        return CartCookie.name(store.id());
    }
}
