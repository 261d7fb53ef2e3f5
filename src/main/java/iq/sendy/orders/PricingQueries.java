package iq.sendy.orders;

import iq.sendy.catalog.Offer;
import iq.sendy.catalog.PackageSize;
import iq.sendy.platform.sql.Query;
import iq.sendy.pricing.TermsQuery;
import iq.sendy.stores.StoreSettings;
import java.util.ArrayList;
import java.util.List;

/** Queries that a basket's price is made of, in the order in which they must be sent. */
record PricingQueries(
        Query<StoreSettings> settingsQuery, Query<Offer> offers, Query<PackageSize> packageSize, TermsQuery terms) {

    List<Query<?>> parts() {
        var parts = new ArrayList<Query<?>>(List.of(settingsQuery, offers, packageSize));
        parts.addAll(terms.parts());
        return parts;
    }

    StoreSettings settings() {
        return settingsQuery.first().orElse(StoreSettings.DEFAULTS);
    }
}
