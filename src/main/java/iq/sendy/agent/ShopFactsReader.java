package iq.sendy.agent;

import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.url.PublicUrl;
import iq.sendy.storefront.StorefrontSettings.CustomDomain;
import iq.sendy.storefront.Storefronts;
import iq.sendy.stores.Settings;
import iq.sendy.stores.Stores;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the facts of a shop that a reply may name by itself. */
@Component
class ShopFactsReader {

    private final Stores stores;
    private final Settings settings;
    private final Storefronts storefronts;
    private final PublicUrl publicUrl;

    ShopFactsReader(Stores stores, Settings settings, Storefronts storefronts, PublicUrl publicUrl) {
        this.stores = stores;
        this.settings = settings;
        this.storefronts = storefronts;
        this.publicUrl = publicUrl;
    }

    @Transactional(readOnly = true)
    ShopFacts of(StoreId store) {
        var shop = stores.find(store).orElseThrow(() -> new IllegalStateException("A store that has a job is there"));
        var face = storefronts.find(store).face();
        var phone = face.contactPhone();
        return new ShopFacts(
                shop.name(),
                shop.slug().toLowerCase(Locale.ROOT),
                Objects.requireNonNullElse(URI.create(publicUrl.of("/")).getHost(), ""),
                Optional.ofNullable(face.domain())
                        .filter(CustomDomain::proven)
                        .map(CustomDomain::name)
                        .map(Set::of)
                        .orElseGet(Set::of),
                phone == null ? Set.<Phone>of() : Set.of(phone),
                settings.of(store).currency(),
                null);
    }
}
