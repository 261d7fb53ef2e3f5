package iq.sendy.storefront;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.ChangeMark;
import iq.sendy.platform.sql.OneTrip;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.url.HostSyntax;
import iq.sendy.storefront.store.StorefrontStore;
import iq.sendy.stores.Settings;
import iq.sendy.stores.StoreView;
import iq.sendy.stores.Stores;
import java.util.List;
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

    /** How far a store has come, and nothing else. */
    ChangeMark ask(StoreId store, Query<ChangeMark> mark) {
        return oneTrip.single(store, mark);
    }

    /**
     * Asks about an address.
     *
     * @param address a slug, or a domain as it is kept
     * @param expected the store that it led to
     * @param mark that of this store, for which the answer is to stand
     * @param beside what is asked about that store in the same trip
     */
    Found find(String address, StoreId expected, Query<ChangeMark> mark, List<Query<?>> beside) {
        var trip = oneTrip.open(expected);
        trip.add(mark);
        var host = address.indexOf('.') < 0 ? null : HostSyntax.read(address);
        var byDomain = host == null ? Query.<StoreId>none() : trip.add(domains.queryOwner(host.text()));
        var found = trip.add(host == null ? stores.queryBySlug(address) : stores.query(expected));
        var face = trip.add(storefronts.find(expected));
        var decided = trip.add(settings.query(expected));
        trip.addAll(beside);
        trip.send();
        var store = found.first();
        return new Found(
                host == null ? store.map(StoreView::id) : byDomain.first(),
                Storefronts.open(store.filter(each -> each.id().equals(expected)), face.first(), decided.first()));
    }
}
