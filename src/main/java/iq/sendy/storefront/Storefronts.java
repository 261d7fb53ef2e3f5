package iq.sendy.storefront;

import iq.sendy.kernel.Currency;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.ids.SecretNames;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.storefront.store.StorefrontStore;
import iq.sendy.stores.Settings;
import iq.sendy.stores.StoreSettings;
import iq.sendy.stores.StoreView;
import iq.sendy.stores.Stores;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The storefronts of stores: how each is set up, and whether it is open. */
@Service
public class Storefronts {

    private final Stores stores;
    private final Settings settings;
    private final StorefrontStore storefronts;
    private final StorefrontEdits edits;
    private final Pipeline pipeline;
    private final SecretNames tokens;
    private final Clock clock;

    Storefronts(
            Stores stores,
            Settings settings,
            StorefrontStore storefronts,
            StorefrontEdits edits,
            Pipeline pipeline,
            SecretNames tokens,
            Clock clock) {
        this.stores = stores;
        this.settings = settings;
        this.storefronts = storefronts;
        this.edits = edits;
        this.pipeline = pipeline;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** How it is set up; a store that has set up nothing has a storefront too, which is closed. */
    @Transactional(readOnly = true)
    public StorefrontView find(StoreId store) {
        var found = stores.query(store);
        var face = storefronts.find(store);
        pipeline.send(found, face);
        return view(found.first(), face.first().orElse(StorefrontSettings.NONE));
    }

    /** How it is set up, as a query that shares a trip; no answer means {@link StorefrontSettings#NONE}. */
    public Query<StorefrontSettings> query(StoreId store) {
        return storefronts.find(store);
    }

    /** The storefront as visitors find it; empty while it is closed, and while its store may not trade. */
    @Transactional(readOnly = true)
    public Optional<OpenStorefront> findOpen(StoreId store) {
        var found = stores.query(store);
        var face = storefronts.find(store);
        var decided = settings.query(store);
        pipeline.send(found, face, decided);
        return open(found.first(), face.first(), decided.first());
    }

    /** What visitors find of a store, if they find it. */
    static Optional<OpenStorefront> open(
            Optional<StoreView> store, Optional<StorefrontSettings> face, Optional<StoreSettings> settings) {
        return store.filter(trading -> !trading.suspended())
                .flatMap(trading -> face.filter(StorefrontSettings::published)
                        .map(open -> new OpenStorefront(trading, open, settings.orElse(StoreSettings.DEFAULTS))));
    }

    /** Changes how it is set up. Amounts in it were read in the currency that is given. */
    @Transactional
    public StorefrontView change(StoreId store, Actor actor, Currency currency, SaveStorefront command) {
        settings.requireCurrency(store, currency);
        var token = tokens.next();
        var after = edits.edit(store, actor, "updated", before -> command.over(before, token));
        return view(store, after);
    }

    /** Opens it; one that is open stays as it is. */
    @Transactional
    public PublishStorefront.Result publish(StoreId store, Actor actor) {
        var found = pipeline.ask(stores.query(store)).first();
        if (found.isEmpty()) {
            return new PublishStorefront.Result.NoSlug();
        }
        var now = clock.instant();
        var after = edits.edit(
                store, actor, "published", before -> before.published() ? before : before.withPublishedAt(now));
        return new PublishStorefront.Result.Published(view(found, after));
    }

    /** Closes it: from now on nobody finds it. */
    @Transactional
    public StorefrontView close(StoreId store, Actor actor) {
        return view(store, edits.edit(store, actor, "unpublished", before -> before.withPublishedAt(null)));
    }

    private StorefrontView view(StoreId store, StorefrontSettings face) {
        return view(pipeline.ask(stores.query(store)).first(), face);
    }

    private static StorefrontView view(Optional<StoreView> store, StorefrontSettings face) {
        return new StorefrontView(store.map(StoreView::slug).orElse(null), face);
    }
}
