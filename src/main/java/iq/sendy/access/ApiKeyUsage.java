package iq.sendy.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import iq.sendy.access.store.ApiKeyStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** When a key was last used: written at most once a minute, and never while a request waits. */
@Component
class ApiKeyUsage {

    private static final Logger LOG = LoggerFactory.getLogger(ApiKeyUsage.class);
    private static final Duration OFTEN = Duration.ofMinutes(1);

    private final UsageWriter writer;
    private final Clock clock;
    private final Cache<UUID, Instant> recorded = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    ApiKeyUsage(UsageWriter writer, Clock clock) {
        this.writer = writer;
        this.clock = clock;
    }

    void record(StoreId store, ApiKeyView key) {
        var now = clock.instant();
        var last = latest(key);
        if (last != null && last.isAfter(now.minus(OFTEN))) {
            return;
        }
        // Of several requests at once, one gets to write.
        var mine = recorded.asMap()
                .merge(key.id(), now, (before, mineNow) -> before.isAfter(mineNow.minus(OFTEN)) ? before : mineNow);
        if (mine.equals(now)) {
            Thread.startVirtualThread(() -> write(store, key.id(), now));
        }
    }

    /** The last use as this process knows it, which may be on its way to the database. */
    @Nullable
    Instant latest(ApiKeyView key) {
        var here = recorded.getIfPresent(key.id());
        var there = key.lastUsedAt();
        if (here == null || there == null) {
            return here == null ? there : here;
        }
        return here.isAfter(there) ? here : there;
    }

    private void write(StoreId store, UUID key, Instant at) {
        try {
            CurrentTenant.in(store, () -> writer.write(store, key, at));
        } catch (DataAccessException | TransactionException busy) {
            LOG.debug("A key's use was not recorded", busy);
        }
    }

    /** The transaction of that. */
    @Component
    static class UsageWriter {

        private final ApiKeyStore keys;

        UsageWriter(ApiKeyStore keys) {
            this.keys = keys;
        }

        @Transactional(propagation = Propagation.REQUIRES_NEW)
        public boolean write(StoreId store, UUID key, Instant at) {
            keys.used(store, key, at);
            return true;
        }
    }
}
