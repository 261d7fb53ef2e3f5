package iq.sendy.storefront;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.tenancy.CurrentTenant;
import iq.sendy.storefront.store.StorefrontStore;
import iq.sendy.stores.Settings;
import iq.sendy.stores.StoreSettings;
import iq.sendy.stores.Stores;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Storefronts as visitors find them: by their addresses, and only while they are open and their stores may trade. */
@Service
public class OpenStorefronts {

    /** How long an answer is believed: a change shows within a second at every process. */
    private static final Duration BELIEVED = Duration.ofMillis(700);

    private static final int MOST_ADDRESSES = 20_000;

    private final Stores stores;
    private final Settings settings;
    private final StorefrontStore storefronts;
    private final Pipeline pipeline;
    private final Cache<String, Optional<StoreId>> addresses =
            Caffeine.newBuilder().expireAfterWrite(BELIEVED).maximumSize(MOST_ADDRESSES).build();

    OpenStorefronts(Stores stores, Settings settings, StorefrontStore storefronts, Pipeline pipeline) {
        this.stores = stores;
        this.settings = settings;
        this.storefronts = storefronts;
        this.pipeline = pipeline;
    }

    /** The store that an address leads to, an old slug too; empty when nothing is to be seen there. */
    public Optional<StoreId> lookUp(String address) {
        var known = addresses.getIfPresent(address);
        if (known != null) {
            return known;
        }
        var found = CurrentTenant.in(StoreId.PLATFORM, () -> stores.findBySlug(address))
                .filter(store -> !store.suspended())
                .map(store -> store.id());
        addresses.put(address, found);
        return found;
    }

    /** The storefront of the store that is visited; empty while it is closed. */
    @Transactional(readOnly = true)
    public Optional<OpenStorefront> of(StoreId visited) {
        if (visited.equals(StoreId.PLATFORM)) {
            return Optional.empty();
        }
        var store = stores.query(visited);
        var face = storefronts.find(visited);
        var decided = settings.query(visited);
        pipeline.send(store, face, decided);
        return face.first()
                .filter(StorefrontSettings::published)
                .map(open -> new OpenStorefront(
                        store.single(), open, decided.first().orElse(StoreSettings.DEFAULTS)));
    }
}
