package iq.sendy.storefront;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.tenancy.CurrentTenant;
import iq.sendy.platform.url.HostSyntax;
import iq.sendy.stores.StoreView;
import iq.sendy.stores.Stores;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Storefronts as visitors find them: by their addresses, and only while they are open and their stores may trade. Answers
 * are kept for less than a second, so that a change shows within one at every process, and in its own with the next request.
 */
@Component
public class OpenStorefronts {

    private static final Duration BELIEVED = Duration.ofMillis(700);
    private static final int MOST = 20_000;

    /** Of a domain; slugs are shorter. */
    private static final int LONGEST = 253;

    private final Stores stores;
    private final StorefrontDomains domains;
    private final Storefronts storefronts;

    /** Counts the changes of this process: what was read before one is read again after it. */
    private final AtomicLong changes = new AtomicLong();

    private final Cache<String, Known<Optional<StoreId>>> addresses = cache();
    private final Cache<StoreId, Known<Optional<OpenStorefront>>> open = cache();

    OpenStorefronts(Stores stores, StorefrontDomains domains, Storefronts storefronts) {
        this.stores = stores;
        this.domains = domains;
        this.storefronts = storefronts;
    }

    private record Known<T>(long asOf, T value) {}

    /**
     * The store that an address leads to: its slug, an old slug or its own domain. Empty when nothing is to be seen there,
     * whatever the reason is.
     */
    public Optional<StoreId> lookUp(String address) {
        if (address.length() > LONGEST) {
            // Neither looked at nor kept: whoever asks has said nothing yet that is counted.
            return Optional.empty();
        }
        var lowered = address.toLowerCase(Locale.ROOT);
        return known(addresses, lowered, () -> CurrentTenant.in(StoreId.PLATFORM, () -> owner(lowered)))
                .filter(store -> CurrentTenant.in(store, () -> of(store).isPresent()));
    }

    /** The storefront of the store that is visited; empty while it is closed. */
    public Optional<OpenStorefront> of(StoreId visited) {
        if (visited.equals(StoreId.PLATFORM)) {
            return Optional.empty();
        }
        return known(open, visited, () -> storefronts.findOpen(visited));
    }

    /** Something that visitors see was changed here: all is read anew. */
    public void forget() {
        changes.incrementAndGet();
    }

    /** A slug has no dot, and a domain has one. What can be neither is asked of nobody. */
    private Optional<StoreId> owner(String lowered) {
        if (lowered.indexOf('.') < 0) {
            return stores.slugViolation(lowered).isPresent()
                    ? Optional.empty()
                    : stores.findBySlug(lowered).map(StoreView::id);
        }
        var host = HostSyntax.read(lowered);
        return host == null ? Optional.empty() : domains.owner(host.text());
    }

    private <K, T> T known(Cache<K, Known<T>> cache, K key, Supplier<T> read) {
        var now = changes.get();
        var held = cache.getIfPresent(key);
        if (held != null && held.asOf() == now) {
            return held.value();
        }
        var fresh = read.get();
        cache.put(key, new Known<>(now, fresh));
        return fresh;
    }

    private static <K, T> Cache<K, Known<T>> cache() {
        return Caffeine.newBuilder()
                .expireAfterWrite(BELIEVED)
                .maximumSize(MOST)
                .build();
    }
}
