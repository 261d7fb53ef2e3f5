package iq.sendy.catalog;

import iq.sendy.catalog.store.ProductStore;
import iq.sendy.kernel.Currency;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pictures of products: of many at once, for whoever lists what the catalogue does not, and changed one by one. */
@Service
public class ProductPictures {

    private final ProductStore products;
    private final ProductUpsert upsert;
    private final Pipeline pipeline;

    ProductPictures(ProductStore products, ProductUpsert upsert, Pipeline pipeline) {
        this.products = products;
        this.upsert = upsert;
        this.pipeline = pipeline;
    }

    /** The first of each of these products that has one, archived ones too; it shares a trip. */
    public Query<ProductPicture> of(StoreId store, Collection<UUID> ids) {
        return products.pictures(store, ids);
    }

    /**
     * Adds a picture, sorts them, or takes one off.
     *
     * @param merge is given the addresses that stand there under the lock of the product
     */
    @Transactional
    public SaveProduct.Result change(
            StoreId store, Actor actor, UUID product, Currency currency, UnaryOperator<List<String>> merge) {
        var found = pipeline.ask(products.lock(store, product)).first();
        if (found.isEmpty()) {
            return new SaveProduct.Result.NoSuchProduct();
        }
        var pictures = merge.apply(found.get().imageUrls());
        return upsert.byId(store, actor, product, SaveProduct.pictures(Patch.leftOut(), pictures, currency));
    }

    /** Those of these addresses at which a product has a picture, archived ones too; it shares a trip. */
    public Query<String> shown(StoreId store, Collection<String> urls) {
        return products.shown(store, urls);
    }
}
