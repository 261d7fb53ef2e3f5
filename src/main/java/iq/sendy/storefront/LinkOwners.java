package iq.sendy.storefront;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whose a share link is. A code belongs to one store for good, so what was found is never asked for again. */
@Component
class LinkOwners {

    private static final int MOST_CODES = 50_000;

    private final LinkDirectory directory;
    private final Cache<String, StoreId> known =
            Caffeine.newBuilder().maximumSize(MOST_CODES).build();

    LinkOwners(LinkDirectory directory) {
        this.directory = directory;
    }

    /** The store that a code belongs to, for whoever is at none yet. */
    Optional<StoreId> of(String code) {
        return found(code).or(() -> CurrentTenant.in(StoreId.PLATFORM, () -> ask(code)));
    }

    /** Whether a code belongs to the store that is bound. */
    boolean owns(StoreId bound, String code) {
        return found(code).or(() -> ask(code)).filter(bound::equals).isPresent();
    }

    private Optional<StoreId> found(String code) {
        return Optional.ofNullable(known.getIfPresent(code));
    }

    private Optional<StoreId> ask(String code) {
        var owner = directory.owner(code);
        owner.ifPresent(store -> known.put(code, store));
        return owner;
    }
}
