package iq.sendy.catalog;

import iq.sendy.catalog.store.ProductListing;
import iq.sendy.catalog.store.ProductStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.stores.Settings;
import iq.sendy.stores.StoreSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Products of a store, each with how many pieces can be sold of it. */
@Service
public class Products {

    private final ProductStore products;
    private final ProductUpsert upsert;
    private final ProductEvents productEvents;
    private final Quantities quantities;
    private final Settings storeSettings;
    private final Pipeline pipeline;
    private final Clock clock;

    Products(
            ProductStore products,
            ProductUpsert upsert,
            ProductEvents productEvents,
            Quantities quantities,
            Settings storeSettings,
            Pipeline pipeline,
            Clock clock) {
        this.products = products;
        this.upsert = upsert;
        this.productEvents = productEvents;
        this.quantities = quantities;
        this.storeSettings = storeSettings;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    /** Products by SKU or id as a basket needs them, archived and inactive ones too: one statement that shares a trip. */
    public Query<Offer> offers(StoreId store, List<String> skus, List<UUID> productIds) {
        return products.offers(store, skus, productIds);
    }

    /** Newest first, without archived ones. The quantities of a page cost a trip more: they need its ids. */
    @Transactional(readOnly = true)
    public Page<StockedProduct> list(StoreId store, ProductFilter filter, Paging paging) {
        var page = ProductListing.page(pipeline, store, filter, paging);
        var tracked = page.items().stream()
                .filter(ProductView::tracked)
                .map(ProductView::id)
                .toList();
        var trip = pipeline.open();
        var available = trip.addIf(!tracked.isEmpty(), () -> quantities.availableOf(store, tracked));
        trip.send();
        return page.map(product -> StockedProduct.of(product, available.answer()));
    }

    /** One product, archived or not. */
    @Transactional(readOnly = true)
    public Optional<StockedProduct> find(StoreId store, UUID product) {
        var found = products.find(store, product);
        var available = quantities.availableOf(store, List.of(product));
        pipeline.send(found, available);
        return found.first().map(each -> StockedProduct.of(each, available.answer()));
    }

    /** Those of these SKUs that a product has, archived or not. */
    @Transactional(readOnly = true)
    public List<String> knownSkus(StoreId store, List<String> skus) {
        return pipeline.ask(products.knownSkus(store, skus)).answer();
    }

    /** Adds a product, or changes the one that has its SKU; an archived one comes back. */
    @Transactional
    public SaveProduct.Result save(StoreId store, Actor actor, SaveProduct command) {
        return upsert.bySku(store, actor, List.of(command), SaveMode.PARTIAL).getFirst();
    }

    /** As {@link #save}, for many with different SKUs, each with its result. */
    @Transactional
    public List<SaveProduct.Result> saveAll(StoreId store, Actor actor, List<SaveProduct> commands, SaveMode mode) {
        return commands.isEmpty() ? List.of() : upsert.bySku(store, actor, commands, mode);
    }

    /** Changes a product, its SKU too. */
    @Transactional
    public SaveProduct.Result change(StoreId store, Actor actor, UUID product, SaveProduct command) {
        return upsert.byId(store, actor, product, command);
    }

    /** Archives a product and answers it, a second time too; empty when there is none. */
    @Transactional
    public Optional<StockedProduct> archive(StoreId store, Actor actor, UUID product) {
        var found = products.lock(store, product);
        var settings = storeSettings.query(store);
        var quantity = quantities.availableOf(store, List.of(product));
        pipeline.send(found, settings, quantity);
        return found.first().map(before -> {
            var available = StockedProduct.of(before, quantity.answer()).available();
            if (before.archived()) {
                return new StockedProduct(before, available);
            }
            var now = clock.instant();
            var after = before.archived(now);
            pipeline.send(products.update(store, List.of(after)));
            publish(store, actor, settings, List.of(new ProductChange(before, after, available)), now);
            return new StockedProduct(after, available);
        });
    }

    /** From now on these products are tracked, unless the shop stated otherwise: their first quantity is there. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void trackFromNow(StoreId store, Actor actor, List<UUID> productIds) {
        var now = clock.instant();
        var fresh = products.markCounted(store, productIds, now);
        var settings = storeSettings.query(store);
        var quantity = quantities.availableOf(store, productIds);
        pipeline.send(fresh, settings, quantity);
        var changes = fresh.answer().stream()
                .filter(product -> product.trackStated() == null)
                .map(product -> new ProductChange(
                        product,
                        product,
                        StockedProduct.of(product, quantity.answer()).available()))
                .toList();
        publish(store, actor, settings, changes, now);
    }

    /** What receipts made of the average costs; no event tells of it, since it is not on the wire. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Query<Boolean> keepAverageCosts(StoreId store, List<AverageCost> costs) {
        return products.setAverageCosts(store, costs);
    }

    private void publish(
            StoreId store, Actor actor, Query<StoreSettings> settings, List<ProductChange> changes, Instant now) {
        var currency = settings.first().orElse(StoreSettings.DEFAULTS).currency();
        productEvents.publish(store, actor, currency, changes, now);
    }
}
