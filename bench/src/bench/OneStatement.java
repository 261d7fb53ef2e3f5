package bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The rows that an order leaves behind, written by one prepared statement that asks nothing and commits itself. It is made
 * from the rows that the product wrote, so it writes a new column or table as soon as the product does. A connection keeps
 * to one store: this is the floor, not a way to take orders.
 */
final class OneStatement implements Load.Client {

    /** Columns that take the next value of a store's counter. */
    private static final Map<String, String> NUMBERED =
            Map.of("orders.customer_order.number", "order", "platform.audit_entry.seq", "audit");

    /** A statement and the values of the recorded order for its parameters, as texts. */
    record Text(String sql, List<String> values) {}

    private final Recorder.Taken like;
    private final Text text;
    private final UUID store;
    private final Connection connection;
    private final PreparedStatement statement;

    OneStatement(Recorder.Taken like, Text text, UUID store) throws SQLException {
        this.like = like;
        this.text = text;
        this.store = store;
        this.connection = DriverManager.getConnection(like.url(), like.connection());
        try (var setting = connection.createStatement()) {
            setting.execute("set app.store_id = '" + store + "'");
        }
        this.statement = connection.prepareStatement(text.sql());
    }

    @Override
    public void once(int index) throws SQLException {
        var another = new Another(like, store);
        for (var i = 0; i < text.values().size(); i++) {
            var value = text.values().get(i);
            statement.setObject(i + 1, value == null ? null : renewed(another, value), Types.OTHER);
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

    /** Reads back, as the superuser, every row that the recorded order's transaction wrote. */
    static Text of(Recorder.Taken like) throws SQLException {
        try (var superuser = DriverManager.getConnection(like.url(), "postgres", "")) {
            var transaction = one(superuser, "select xmin from orders.customer_order where id = '" + like.orderId() + "'");
            var parts = new ArrayList<String>();
            var values = new ArrayList<String>();
            counters(superuser, transaction, parts, values, like);
            for (var table : list(superuser, """
                    select c.oid::regclass::text from pg_class c
                    where c.relkind = 'r' and c.relforcerowsecurity and c.oid <> 'platform.store_counter'::regclass
                    order by 1""")) {
                rows(superuser, table, transaction, parts, values, like);
            }
            return new Text("with " + String.join(", ", parts) + " select 1", values);
        }
    }

    private static void counters(
            Connection superuser, String transaction, List<String> parts, List<String> values, Recorder.Taken like)
            throws SQLException {
        for (var counter : list(superuser, "select name from platform.store_counter where xmin::text = '" + transaction
                + "' and store_id = '" + like.shop().id() + "' order by name")) {
            parts.add(("counter_%s as (insert into platform.store_counter as c (store_id, name, value)"
                            + " values (?::uuid, '%s', 1) on conflict (store_id, name)"
                            + " do update set value = c.value + 1 returning value)")
                    .formatted(counter, counter));
            values.add(like.shop().id().toString());
        }
    }

    private static void rows(
            Connection superuser, String table, String transaction, List<String> parts, List<String> values, Recorder.Taken like)
            throws SQLException {
        var columns = list(superuser, "select quote_ident(attname) from pg_attribute where attrelid = '" + table
                + "'::regclass and attnum > 0 and not attisdropped order by attnum");
        var types = list(superuser, "select format_type(atttypid, atttypmod) from pg_attribute where attrelid = '" + table
                + "'::regclass and attnum > 0 and not attisdropped order by attnum");
        var texts = String.join(", ", columns.stream().map(column -> column + "::text").toList());
        try (var question = superuser.createStatement();
                var row = question.executeQuery("select " + texts + " from " + table + " where xmin::text = '" + transaction
                        + "' and store_id = '" + like.shop().id() + "'")) {
            while (row.next()) {
                var from = new ArrayList<String>();
                var targets = new ArrayList<String>();
                for (var i = 0; i < columns.size(); i++) {
                    var counter = NUMBERED.get(table + "." + columns.get(i));
                    if (counter == null) {
                        targets.add("?::" + types.get(i));
                        values.add(row.getString(i + 1));
                    } else {
                        targets.add("counter_" + counter + ".value");
                        from.add("counter_" + counter);
                    }
                }
                parts.add("row_%d as (insert into %s (%s) select %s%s)".formatted(
                        parts.size(),
                        table,
                        String.join(", ", columns),
                        String.join(", ", targets),
                        from.isEmpty() ? "" : " from " + String.join(", ", from)));
            }
        }
    }

    private static String one(Connection connection, String question) throws SQLException {
        return list(connection, question).getFirst();
    }

    private static List<String> list(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
