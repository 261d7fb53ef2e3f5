package iq.sendy.catalog.store;

import iq.sendy.catalog.Offer;
import iq.sendy.catalog.ProductView;
import iq.sendy.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Rows of the products' table as records. */
final class ProductRows {

    static final String COLUMNS = """
            p.id, p.sku, p.name, p.description, p.is_active, p.price, p.compare_at_price, p.cost, p.image_urls,
            p.category_id, p.weight_grams, p.barcode, p.track_inventory, p.counted, p.initial_quantity, p.sequence,
            p.created_at, p.updated_at, p.archived_at""";

    private ProductRows() {}

    static ProductView product(ResultSet row, int index) throws SQLException {
        return new ProductView(
                row.getObject("id", UUID.class),
                row.getString("sku"),
                row.getString("name"),
                row.getString("description"),
                row.getBoolean("is_active"),
                Sql.longOrNull(row, "price"),
                Sql.longOrNull(row, "compare_at_price"),
                Sql.longOrNull(row, "cost"),
                Sql.texts(row, "image_urls"),
                row.getObject("category_id", UUID.class),
                Sql.longOrNull(row, "weight_grams"),
                row.getString("barcode"),
                (Boolean) row.getObject("track_inventory"),
                row.getBoolean("counted"),
                Sql.longOrNull(row, "initial_quantity"),
                row.getLong("sequence"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"),
                Sql.instantOrNull(row, "archived_at"));
    }

    static Offer offer(ResultSet row, int index) throws SQLException {
        return new Offer(
                row.getObject("id", UUID.class),
                row.getString("sku"),
                row.getString("name"),
                Sql.longOrNull(row, "price"),
                Sql.longOrNull(row, "unit_cost"),
                row.getBoolean("is_active"),
                row.getBoolean("archived"),
                row.getBoolean("tracked"),
                List.of((UUID[]) row.getArray("categories").getArray()),
                Sql.longOrNull(row, "weight_grams"));
    }
}
