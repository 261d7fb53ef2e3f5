package bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * The rows that an order leaves behind, written by one prepared statement that asks nothing and commits itself. A connection
 * keeps to one store: this is the floor, not a way to take orders.
 */
final class OneStatement implements Load.Client {

    /** A parameter: a text or bytes, and whether it differs from order to order. */
    private record Slot(String text, byte[] bytes, boolean differs) {}

    private final Recorder.Taken like;
    private final Shops.Shop shop;
    private final Connection connection;
    private final PreparedStatement statement;
    private final List<Slot> slots = new ArrayList<>();

    OneStatement(Recorder.Taken like, WrittenRows.Text text, Shops.Shop shop) throws SQLException {
        this.like = like;
        this.shop = shop;
        this.connection = DriverManager.getConnection(like.url(), like.connection());
        try (var setting = connection.createStatement()) {
            setting.execute("set app.store_id = '" + shop.id() + "'");
        }
        this.statement = connection.prepareStatement(text.sql());
        var probe = new Another(like, shop);
        for (var value : text.values()) {
            if (value == null || !value.startsWith("\\x")) {
                slots.add(new Slot(value, null, value != null && !value.equals(renewed(probe, value))));
            } else {
                slots.add(new Slot(null, HexFormat.of().parseHex(value, 2, value.length()), false));
            }
        }
    }

    @Override
    public void once(int index) throws SQLException {
        var another = new Another(like, shop);
        for (var i = 0; i < slots.size(); i++) {
            var slot = slots.get(i);
            if (slot.bytes() != null) {
                statement.setBytes(i + 1, slot.bytes());
            } else {
                statement.setObject(i + 1, slot.differs() ? renewed(another, slot.text()) : slot.text(), Types.OTHER);
            }
        }
        Bare.read(statement);
    }

    /** Values are texts here, ids among them; times stay as they were recorded, which costs the same. */
    private static String renewed(Another another, String value) {
        return value.length() == 36 && value.charAt(14) == '7'
                ? another.id(UUID.fromString(value)).toString()
                : another.text(value);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
