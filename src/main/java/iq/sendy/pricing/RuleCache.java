package iq.sendy.pricing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import iq.sendy.kernel.StoreId;
import iq.sendy.pricing.store.RuleStore;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Cache of pricing rules by version. Rules in memory. Whoever prices has just read the version, so they are never older
 * than the question.
 */
@Component
class RuleCache {

    private static final int MOST = 10_000;

    private final RuleStore rules;
    private final Cache<StoreId, PriceRules> atHand = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    RuleCache(RuleStore rules) {
        this.rules = rules;
    }

    /** The rules of a version, or newer ones: a version that is not at hand costs a trip. */
    PriceRules of(StoreId store, @Nullable UUID version) {
        if (version == null) {
            return PriceRules.NONE;
        }
        var known = atHand.getIfPresent(store);
        if (known != null && version.equals(known.version())) {
            return known;
        }
        var loaded = rules.load(store);
        atHand.put(store, loaded);
        return loaded;
    }
}
