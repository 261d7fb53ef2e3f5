package iq.sendy.inventory.store;

import iq.sendy.inventory.Allocation;
import iq.sendy.inventory.ItemView;
import iq.sendy.inventory.MovementType;
import iq.sendy.inventory.MovementView;
import iq.sendy.inventory.StockChange;
import iq.sendy.kernel.WireWord;
import iq.sendy.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Rows of stock as records. */
final class StockRows {

    private StockRows() {}

    static StockChange change(ResultSet row, int index) throws SQLException {
        return new StockChange(
                row.getObject("id", UUID.class),
                row.getObject("product_id", UUID.class),
                row.getString("sku"),
                row.getString("name"),
                row.getObject("warehouse_id", UUID.class),
                row.getLong("quantity_on_hand"),
                row.getLong("quantity_reserved"),
                row.getLong("sequence"),
                row.getLong("on_hand"),
                row.getLong("reserved"),
                row.getBoolean("untracked"));
    }

    static Allocation allocation(ResultSet row, int index) throws SQLException {
        if (row.getObject("id") == null) {
            return new Allocation(
                    row.getObject("product_id", UUID.class),
                    row.getString("sku"),
                    row.getLong("quantity_on_hand"),
                    null);
        }
        var change = change(row, index);
        return new Allocation(change.productId(), change.sku(), change.availableBefore(), change);
    }

    static StockStore.Correction correction(ResultSet row, int index) throws SQLException {
        return new StockStore.Correction(
                row.getLong("before_on_hand"),
                row.getLong("before_reserved"),
                row.getBoolean("counted"),
                row.getObject("id") == null ? null : change(row, index));
    }

    static ItemView item(ResultSet row, int index) throws SQLException {
        return new ItemView(
                row.getObject("id", UUID.class),
                row.getObject("product_id", UUID.class),
                row.getString("sku"),
                row.getString("name"),
                row.getObject("warehouse_id", UUID.class),
                row.getLong("quantity_on_hand"),
                row.getLong("quantity_reserved"),
                Sql.instant(row, "updated_at"));
    }

    static MovementView movement(ResultSet row, int index) throws SQLException {
        return new MovementView(
                row.getObject("id", UUID.class),
                row.getLong("position"),
                WireWord.of(MovementType.class, row.getString("type")),
                row.getLong("quantity"),
                row.getLong("quantity_on_hand_after"),
                row.getLong("reserved_change"),
                row.getString("reason"),
                row.getObject("order_id", UUID.class),
                row.getObject("purchase_order_id", UUID.class),
                row.getString("actor_kind"),
                row.getObject("actor_id", UUID.class),
                row.getString("actor_name"),
                Sql.instant(row, "created_at"));
    }
}
