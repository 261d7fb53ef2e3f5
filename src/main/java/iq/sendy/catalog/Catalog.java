package iq.sendy.catalog;

import iq.sendy.catalog.store.ProductListing;
import iq.sendy.catalog.store.ProductStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is for sale. Three small resources share this door, because products, categories and sizes change together. */
@Service
public class Catalog {

    private final ProductUpsert productUpsert;
    private final CategoryTree categoryTree;
    private final PackageSizes packageSizes;
    private final ProductStore products;
    private final ProductListing listing;
    private final ObjectProvider<Quantities> quantities;
    private final Pipeline pipeline;

    Catalog(
            ProductUpsert productUpsert,
            CategoryTree categoryTree,
            PackageSizes packageSizes,
            ProductStore products,
            ProductListing listing,
            ObjectProvider<Quantities> quantities,
            Pipeline pipeline) {
        this.productUpsert = productUpsert;
        this.categoryTree = categoryTree;
        this.packageSizes = packageSizes;
        this.products = products;
        this.listing = listing;
        this.quantities = quantities;
        this.pipeline = pipeline;
    }

    /** Products by SKU or id as a basket needs them, archived and inactive ones too: one statement that shares a trip. */
    public Query<Offer> offers(StoreId store, List<String> skus, List<UUID> productIds) {
        return products.offers(store, skus, productIds);
    }

    /** A package size by its id, as a question that shares a trip. */
    public Query<PackageSize> packageSize(StoreId store, UUID size) {
        return packageSizes.find(store, size);
    }

    /** From now on these products are tracked, unless the shop stated otherwise: their first quantity is there. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void trackFromNow(StoreId store, Actor actor, List<UUID> productIds) {
        productUpsert.count(store, actor, productIds);
    }

    /** Adds a product, or changes the one that has its SKU; an archived one comes back. */
    @Transactional
    public SaveProductResult save(StoreId store, Actor actor, SaveProduct command) {
        return productUpsert.one(store, actor, command);
    }

    /** As {@link #save}, for many with different SKUs, each with its result. */
    @Transactional
    public List<SaveProductResult> saveAll(StoreId store, Actor actor, List<SaveProduct> commands, SaveMode mode) {
        return commands.isEmpty() ? List.of() : productUpsert.many(store, actor, commands, mode);
    }

    /** The ids of a store's categories by their folded names; of several with one name the first in the shop's order. */
    @Transactional(readOnly = true)
    public Map<String, UUID> categoriesByName(StoreId store) {
        return categoryTree.byName(store);
    }

    @Transactional
    public SaveProductResult change(StoreId store, Actor actor, UUID product, SaveProduct command) {
        return productUpsert.change(store, actor, product, command);
    }

    /** Archives a product and answers it, a second time too; empty when there is none. */
    @Transactional
    public Optional<StockedProduct> archive(StoreId store, Actor actor, UUID product) {
        return productUpsert.archive(store, actor, product);
    }

    /** One product, archived or not. */
    @Transactional(readOnly = true)
    public Optional<StockedProduct> find(StoreId store, UUID product) {
        var found = products.find(store, product);
        var quantity = quantities.getObject().availableOf(store, List.of(product));
        pipeline.send(found, quantity);
        return found.first().map(each -> new StockedProduct(each, ProductUpsert.available(each, quantity.answer())));
    }

    /** Newest first, without archived ones. The quantities of a page cost a trip more: they need its ids. */
    @Transactional(readOnly = true)
    public Page<StockedProduct> list(StoreId store, ProductFilter filter, Paging paging) {
        var page = listing.list(store, filter, paging);
        var tracked = page.items().stream()
                .filter(ProductView::tracked)
                .map(ProductView::id)
                .toList();
        var quantity = quantities.getObject().availableOf(store, tracked);
        if (!tracked.isEmpty()) {
            pipeline.send(quantity);
        }
        return page.map(each ->
                new StockedProduct(each, each.tracked() ? ProductUpsert.available(each, quantity.answer()) : null));
    }

    /** Those of these SKUs that a product has, archived or not. */
    @Transactional(readOnly = true)
    public List<String> skusKnown(StoreId store, List<String> skus) {
        var known = products.skusKnown(store, skus);
        pipeline.send(known);
        return known.answer();
    }

    /** In the shop's own order. */
    @Transactional(readOnly = true)
    public Page<CategoryView> categories(StoreId store, Paging paging) {
        return categoryTree.list(store, paging);
    }

    @Transactional(readOnly = true)
    public Optional<CategoryView> category(StoreId store, UUID category) {
        return categoryTree.find(store, category);
    }

    /** Whether a category would hold itself, were that its parent. */
    @Transactional(readOnly = true)
    public boolean categoryCycle(StoreId store, UUID category, UUID parent) {
        return categoryTree.cycle(store, category, parent);
    }

    @Transactional
    public SaveCategoryResult addCategory(StoreId store, Actor actor, SaveCategory command) {
        return categoryTree.add(store, actor, command);
    }

    @Transactional
    public SaveCategoryResult changeCategory(StoreId store, Actor actor, UUID category, SaveCategory command) {
        return categoryTree.change(store, actor, category, command);
    }

    @Transactional
    public DeleteCategoryResult deleteCategory(StoreId store, Actor actor, UUID category) {
        return categoryTree.delete(store, actor, category);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<PackageSize> packageSizes(StoreId store, Paging paging) {
        return packageSizes.list(store, paging);
    }

    @Transactional(readOnly = true)
    public Optional<PackageSize> findPackageSize(StoreId store, UUID size) {
        var found = packageSizes.find(store, size);
        pipeline.send(found);
        return found.first();
    }

    @Transactional
    public PackageSize addPackageSize(StoreId store, Actor actor, SavePackageSize command) {
        return packageSizes.add(store, actor, command);
    }

    /** Empty when there is no such size. */
    @Transactional
    public Optional<PackageSize> changePackageSize(StoreId store, Actor actor, UUID size, SavePackageSize command) {
        return packageSizes.change(store, actor, size, command);
    }

    /** False when there is no such size. */
    @Transactional
    public boolean deletePackageSize(StoreId store, Actor actor, UUID size) {
        return packageSizes.delete(store, actor, size);
    }
}
