package iq.sendy.cashier.store;

import iq.sendy.cashier.PinnedProduct;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Keyset;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import iq.sendy.platform.sql.TableGateway;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Pinned products, in the shop's own order. */
@Component
public class PinnedProductStore extends TableGateway<PinnedProduct> {

    private static final Columns<PinnedProduct> PIN = Columns.of(PinnedProduct.class, "p")
            .uuid("id", PinnedProduct::id)
            .uuid("product_id", PinnedProduct::productId)
            .bigint("sort_order", PinnedProduct::sortOrder)
            .time("created_at", PinnedProduct::createdAt);

    private static final Keyset<PinnedProduct> IN_ORDER = Keyset.<PinnedProduct>ascending()
            .bigint("p.sort_order", PinnedProduct::sortOrder)
            .uuid("p.id", PinnedProduct::id);

    PinnedProductStore() {
        super(
                "cashier.pinned_product",
                PIN,
                IN_ORDER,
                (row, _) -> new PinnedProduct(
                        row.getObject("id", UUID.class),
                        row.getObject("product_id", UUID.class),
                        row.getLong("sort_order"),
                        Sql.instant(row, "created_at")));
    }

    public Query<PinnedProduct> all(StoreId store) {
        return first(store, PinnedProduct.MOST);
    }

    /** Stores where these pins stand. */
    public Query<Boolean> move(StoreId store, List<PinnedProduct> pins) {
        return Query.write("update cashier.pinned_product as t set sort_order = p.sort_order from " + PIN.table()
                        + " where t.store_id = :store and t.id = p.id")
                .param("store", store.value())
                .rows(PIN, pins);
    }

    public Query<Boolean> deleteOf(StoreId store, UUID product) {
        return Query.write("delete from cashier.pinned_product where store_id = :store and product_id = :product")
                .param("store", store.value())
                .param("product", product);
    }
}
