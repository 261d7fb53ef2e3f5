package iq.sendy.storefront;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.OneTrip;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.url.HostSyntax;
import iq.sendy.storefront.store.StorefrontStore;
import iq.sendy.stores.Settings;
import iq.sendy.stores.StoreView;
import iq.sendy.stores.Stores;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Storefronts by addresses that led to them before: whose an address is now, and how that store's shop is set up, in one trip
 * where whoever knows nothing of the address needs two transactions.
 */
@Component
class AddressedStorefronts {

    private final Stores stores;
    private final Settings settings;
    private final StorefrontDomains domains;
    private final StorefrontStore storefronts;
    private final OneTrip oneTrip;

    AddressedStorefronts(
            Stores stores, Settings settings, StorefrontDomains domains, StorefrontStore storefronts, OneTrip oneTrip) {
        this.stores = stores;
        this.settings = settings;
        this.domains = domains;
        this.storefronts = storefronts;
        this.oneTrip = oneTrip;
    }

    /**
     * What an address leads to.
     *
     * @param owner the store whose it is now
     * @param open the shop of the store that was expected there
     */
    record Found(Optional<StoreId> owner, Optional<OpenStorefront> open) {}

    /**
     * Asks about an address.
     *
     * @param address a slug, or a domain as it is kept
     * @param expected the store that it led to
     */
    Found find(String address, StoreId expected) {
        var host = address.indexOf('.') < 0 ? null : HostSyntax.read(address);
        var byDomain = host == null ? Query.<StoreId>none() : domains.queryOwner(host.text());
        var bySlug = host == null ? stores.queryBySlug(address) : stores.query(expected);
        var face = storefronts.find(expected);
        var decided = settings.query(expected);
        oneTrip.read(expected, byDomain, bySlug, face, decided);
        var store = bySlug.first();
        return new Found(
                host == null ? store.map(StoreView::id) : byDomain.first(),
                Storefronts.open(store.filter(each -> each.id().equals(expected)), face.first(), decided.first()));
    }
}
