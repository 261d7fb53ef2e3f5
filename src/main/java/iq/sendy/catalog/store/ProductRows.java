package iq.sendy.catalog.store;

import iq.sendy.catalog.Offer;
import iq.sendy.catalog.ProductView;
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
        var archived = row.getTimestamp("archived_at");
        return new ProductView(
                row.getObject("id", UUID.class),
                row.getString("sku"),
                row.getString("name"),
                row.getString("description"),
                row.getBoolean("is_active"),
                (Long) row.getObject("price"),
                (Long) row.getObject("compare_at_price"),
                (Long) row.getObject("cost"),
                List.of((String[]) row.getArray("image_urls").getArray()),
                row.getObject("category_id", UUID.class),
                (Long) row.getObject("weight_grams"),
                row.getString("barcode"),
                (Boolean) row.getObject("track_inventory"),
                row.getBoolean("counted"),
                (Long) row.getObject("initial_quantity"),
                row.getLong("sequence"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                archived == null ? null : archived.toInstant());
    }

    static Offer offer(ResultSet row, int index) throws SQLException {
        return new Offer(
                row.getObject("id", UUID.class),
                row.getString("sku"),
                row.getString("name"),
                (Long) row.getObject("price"),
                row.getBoolean("is_active"),
                row.getBoolean("archived"),
                row.getBoolean("tracked"),
                List.of((UUID[]) row.getArray("categories").getArray()),
                (Long) row.getObject("weight_grams"));
    }
}
