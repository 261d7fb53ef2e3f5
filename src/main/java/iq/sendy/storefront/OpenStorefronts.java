package iq.sendy.storefront;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.ChangeMark;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.tenancy.CurrentTenant;
import iq.sendy.platform.url.HostSyntax;
import iq.sendy.stores.StoreView;
import iq.sendy.stores.Stores;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Storefronts as visitors find them: by their addresses, and only while they are open and their stores may trade. Answers
 * are kept for less than a second, so that a change shows within one at every process, and in its own with the next request.
 * Where a store's {@link ChangeMark} is the same afterwards, so are they.
 */
@Component
public class OpenStorefronts {

    private static final Duration BELIEVED = Duration.ofMillis(700);
    private static final int MOST = 20_000;
    private static final int MOST_LOOKS = 2_000;

    /** For how long an address is expected to lead where it led. */
    private static final Duration EXPECTED = Duration.ofMinutes(30);

    /** Of a domain; slugs are shorter. */
    private static final int LONGEST = 253;

    private final Stores stores;
    private final StorefrontDomains domains;
    private final Storefronts storefronts;
    private final AddressedStorefronts addressed;
    private final Clock clock;

    /** Counts the changes of this process: what was read before one is read again after it. */
    private final AtomicLong changes = new AtomicLong();

    private final Cache<String, Known<Optional<StoreId>>> addresses;
    private final Cache<StoreId, Known<Optional<OpenStorefront>>> open;
    private final SingleFlight<Question<String>, Optional<StoreId>> addressFlights = new SingleFlight<>();
    private final SingleFlight<Question<StoreId>, Optional<OpenStorefront>> openFlights = new SingleFlight<>();

    OpenStorefronts(
            Stores stores,
            StorefrontDomains domains,
            Storefronts storefronts,
            AddressedStorefronts addressed,
            Clock clock) {
        this.stores = stores;
        this.domains = domains;
        this.storefronts = storefronts;
        this.addressed = addressed;
        this.clock = clock;
        this.addresses = cache(BELIEVED, MOST);
        this.open = cache(BELIEVED, MOST);
        this.looks = cache(ChangeMark.TRUSTED, MOST_LOOKS);
    }

    /** Where addresses led. Nobody is told so: it saves a trip to ask whether they still do. */
    private final Cache<String, StoreId> expected =
            Caffeine.newBuilder().expireAfterAccess(EXPECTED).maximumSize(MOST).build();

    /** What addresses led to, by those marks. */
    private final Cache<String, Look> looks;

    private record Known<T>(long asOf, Instant since, T value) {}

    /** A shop as it was found when its store's mark was read. */
    private record Look(StoreId store, ChangeMark mark, Instant since, Optional<OpenStorefront> open) {}

    /** Who asks after a change is not answered with what was read before it. */
    private record Question<K>(long asOf, K key) {}

    /**
     * The store that an address leads to: its slug, an old slug or its own domain. Empty when nothing is to be seen there,
     * whatever the reason is.
     */
    public Optional<StoreId> lookUp(String address) {
        return lookUp(address, null);
    }

    /** As {@link #lookUp(String)}; a trip to the store that is expected there takes questions about it along. */
    public Optional<StoreId> lookUp(String address, @Nullable SharedQuestions beside) {
        if (address.length() > LONGEST) {
            // Neither looked at nor kept: whoever asks has said nothing yet that is counted.
            return Optional.empty();
        }
        var lowered = address.toLowerCase(Locale.ROOT);
        return known(addresses, addressFlights, lowered, () -> owner(lowered, beside))
                .filter(store -> CurrentTenant.in(store, () -> of(store).isPresent()));
    }

    /** The storefront of the store that is visited; empty while it is closed. */
    public Optional<OpenStorefront> of(StoreId visited) {
        if (visited.equals(StoreId.PLATFORM)) {
            return Optional.empty();
        }
        return known(open, openFlights, visited, () -> storefronts.findOpen(visited));
    }

    /** Something that visitors see was changed here: all is read anew. */
    public void forget() {
        changes.incrementAndGet();
    }

    private Optional<StoreId> owner(String lowered, @Nullable SharedQuestions beside) {
        var led = expected.getIfPresent(lowered);
        var leads = led == null || TransactionSynchronizationManager.isActualTransactionActive()
                ? CurrentTenant.in(StoreId.PLATFORM, () -> asked(lowered))
                : expected(lowered, led, beside);
        leads.ifPresentOrElse(store -> expected.put(lowered, store), () -> expected.invalidate(lowered));
        return leads;
    }

    /** The owner of an address; how the shop is set up that was expected there is known behind it. */
    private Optional<StoreId> expected(String lowered, StoreId led, @Nullable SharedQuestions beside) {
        var asOf = changes.get();
        var since = clock.instant();
        var along = beside != null && beside.store().equals(led) ? beside : null;
        var mark = along == null ? ChangeMark.of(led) : along.mark();
        var look = looks.getIfPresent(lowered);
        if (look != null
                && look.store().equals(led)
                && !look.since().isAfter(since)
                && (along == null || look.mark().equals(along.settled()))
                && look.mark().equals(CurrentTenant.in(led, () -> addressed.ask(led, mark)))) {
            open.put(led, new Known<>(asOf, since, look.open()));
            return Optional.of(led);
        }
        var others = along == null ? List.<Query<?>>of() : along.others().get();
        var found = CurrentTenant.in(led, () -> addressed.find(lowered, led, mark, others));
        open.put(led, new Known<>(asOf, since, found.open()));
        if (found.owner().filter(led::equals).isPresent()) {
            looks.put(lowered, new Look(led, mark.single(), since, found.open()));
        }
        return found.owner();
    }

    /** A slug has no dot, and a domain has one. What can be neither is asked of nobody. */
    private Optional<StoreId> asked(String lowered) {
        if (lowered.indexOf('.') < 0) {
            return stores.slugViolation(lowered).isPresent()
                    ? Optional.empty()
                    : stores.findBySlug(lowered).map(StoreView::id);
        }
        var host = HostSyntax.read(lowered);
        return host == null ? Optional.empty() : domains.owner(host.text());
    }

    private <K, T> T known(Cache<K, Known<T>> cache, SingleFlight<Question<K>, T> flights, K key, Supplier<T> read) {
        var asOf = changes.get();
        var since = clock.instant();
        var held = cache.getIfPresent(key);
        // A clock that was put back makes nothing true for longer.
        if (held != null && held.asOf() == asOf && !held.since().isAfter(since)) {
            return held.value();
        }
        var fresh = flights.answer(new Question<>(asOf, key), read);
        cache.put(key, new Known<>(asOf, since, fresh));
        return fresh;
    }

    /** What is in it is forgotten by the clock by which all else is, and so by the one that tests move. */
    private <K, V> Cache<K, V> cache(Duration kept, int most) {
        return Caffeine.newBuilder()
                .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                .expireAfterWrite(kept)
                .maximumSize(most)
                .build();
    }
}
