package iq.sendy.stores;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.stores.model.Slug;
import iq.sendy.stores.store.StoreDirectory;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The stores of this deployment, and the slugs that lead to them. */
@Service
public class Stores {

    /** Numbers that are drawn have so many digits that no two stores of one name come to the same. */
    private static final int NUMBERS = 1_000_000_000;

    private final StoreDirectory stores;
    private final Pipeline pipeline;
    private final ApplicationEventPublisher events;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    Stores(
            StoreDirectory stores,
            Pipeline pipeline,
            ApplicationEventPublisher events,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.stores = stores;
        this.pipeline = pipeline;
        this.events = events;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** A new store's id, which must be known before the transaction that makes the store. */
    public StoreId nextId() {
        return new StoreId(uuidGenerator.next());
    }

    /** Opens a store inside the transaction that also makes its owner. */
    @Transactional(propagation = Propagation.MANDATORY)
    public OpenStore.Result open(StoreId store, OpenStore command) {
        var now = clock.instant();
        if (command.slug() == null) {
            return new OpenStore.Result.Opened(openByName(store, command.name(), now));
        }
        var wanted = command.slug().toLowerCase(Locale.ROOT);
        if (!Slug.valid(wanted)) {
            return new OpenStore.Result.SlugInvalid();
        }
        if (Slug.reserved(wanted)) {
            return new OpenStore.Result.SlugReserved();
        }
        return insert(store, command.name(), new Slug(wanted), now)
                .<OpenStore.Result>map(OpenStore.Result.Opened::new)
                .orElseGet(OpenStore.Result.SlugTaken::new);
    }

    /** Small numbers are tried as far as that is quick; behind a name that many have stands one from the store's random id. */
    private StoreView openByName(StoreId store, String name, Instant now) {
        var plain = Slug.fromName(name);
        var drawn = Math.floorMod(store.value().getLeastSignificantBits(), NUMBERS);
        return Stream.of(plain, plain.numbered(2), plain.numbered(3), plain.numbered(drawn))
                .flatMap(slug -> insert(store, name, slug, now).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No free slug for this name"));
    }

    /** Empty when the slug is taken. */
    private Optional<StoreView> insert(StoreId store, String name, Slug slug, Instant now) {
        if (!pipeline.ask(stores.insert(store, name, slug, now)).any()) {
            return Optional.empty();
        }
        events.publishEvent(new StoreOpened(store.value(), now));
        return Optional.of(new StoreView(store, name, slug.value(), null, now));
    }

    /** What is wrong with a wanted slug, which is not claimed: so that a form hears of it together with its other faults. */
    public Optional<Violation> slugViolation(String wanted) {
        var lowered = wanted.toLowerCase(Locale.ROOT);
        if (!Slug.valid(lowered)) {
            return Optional.of(Violation.at("slug", "slug.invalid"));
        }
        return Slug.reserved(lowered) ? Optional.of(Violation.at("slug", "slug.reserved")) : Optional.empty();
    }

    /** A store by its id, as a query that shares a trip. */
    public Query<StoreView> query(StoreId store) {
        return stores.find(store);
    }

    /** As {@link #findBySlug}, as a query that shares a trip. */
    public Query<StoreView> queryBySlug(String slug) {
        return stores.findBySlug(slug.toLowerCase(Locale.ROOT));
    }

    @Transactional(readOnly = true)
    public Optional<StoreView> find(StoreId store) {
        return pipeline.ask(stores.find(store)).first();
    }

    /** The store that a slug leads to, an old slug too. */
    @Transactional(readOnly = true)
    public Optional<StoreView> findBySlug(String slug) {
        return pipeline.ask(queryBySlug(slug)).first();
    }

    /** Every store of the deployment, for work that goes from store to store. */
    @Transactional(readOnly = true)
    public List<StoreId> all() {
        return pipeline.ask(stores.all()).answer();
    }

    /** All stores, newest first, for operators. */
    @Transactional(readOnly = true)
    public Page<StoreView> list(Paging paging) {
        return stores.list().page(pipeline, paging);
    }
}
