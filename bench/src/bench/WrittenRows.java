package bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every row that the recorded order's transaction wrote, read back and made into one statement that writes another such
 * order. So it writes a new column or table as soon as the product does.
 */
final class WrittenRows {

    /** Columns that take the next value of a store's counter. */
    private static final Map<String, String> NUMBERED = Map.of(
            "orders.customer_order.number", "order",
            "webhooks.event.feed_position", "feed",
            "platform.audit_entry.seq", "audit");

    /** Rows that were there before and were changed. */
    private static final String ITEM = "inventory.item";

    /** A statement and the values of the recorded order for its parameters, as texts. */
    record Text(String sql, List<String> values) {}

    private final Connection superuser;
    private final Recorder.Taken like;
    private final String store;
    private final String transaction;
    private final Map<String, Integer> numbered = new HashMap<>();
    private final List<String> parts = new ArrayList<>();
    private final List<String> values = new ArrayList<>();

    private WrittenRows(Connection superuser, Recorder.Taken like) throws SQLException {
        this.superuser = superuser;
        this.like = like;
        this.store = like.shop().id().toString();
        this.transaction = list("select xmin from orders.customer_order where id = '" + like.orderId() + "'").getFirst();
    }

    static Text of(Server server, Recorder.Taken like) throws IOException, SQLException {
        try (var superuser = server.superuser()) {
            return new WrittenRows(superuser, like).text();
        }
    }

    private Text text() throws SQLException {
        named();
        counters();
        stock();
        for (var table : list("""
                select c.oid::regclass::text from pg_class c
                where c.relkind = 'r' and c.relforcerowsecurity
                    and c.oid not in ('platform.store_counter'::regclass, 'inventory.item'::regclass, 'analytics.sales_day'::regclass)
                order by 1""")) {
            rows(table);
        }
        figures();
        due();
        return new Text("with " + String.join(", ", parts) + " select 1", Collections.unmodifiableList(values));
    }

    /** A name is counted with each of its orders. */
    private void named() throws SQLException {
        for (var name : list("select customer_name_folded from orders.customer_order where id = '" + like.orderId()
                + "' and customer_name_folded <> ''")) {
            parts.add("named as (insert into orders.buyer_name as n (store_id, folded, orders) values (?::uuid, ?, 1)"
                    + " on conflict (store_id, folded) do update set orders = n.orders + 1)");
            values.add(store);
            values.add(name);
        }
    }

    private void counters() throws SQLException {
        for (var column : NUMBERED.entrySet()) {
            var table = column.getKey().substring(0, column.getKey().lastIndexOf('.'));
            var many = Integer.parseInt(list("select count(*) from " + table + where()).getFirst());
            if (many > 0) {
                parts.add(("counter_%s as (insert into platform.store_counter as c (store_id, name, value)"
                                + " values (?::uuid, '%s', %d) on conflict (store_id, name)"
                                + " do update set value = c.value + %d returning value)")
                        .formatted(column.getValue(), column.getValue(), many, many));
                values.add(store);
                numbered.put(column.getValue(), many);
            }
        }
        parts.add("pending as (insert into platform.store_counter as c (store_id, name, value)"
                + " values (?::uuid, 'order.Pending', 1) on conflict (store_id, name) do update set value = c.value + 1)");
        values.add(store);
    }

    private void stock() throws SQLException {
        for (var item : list("select id from " + ITEM + where() + " order by id")) {
            parts.add(("item_%d as (update %s set quantity_reserved = quantity_reserved + 1, sequence = sequence + 1,"
                            + " updated_at = now() where store_id = ?::uuid and id = ?::uuid)")
                    .formatted(parts.size(), ITEM));
            values.add(store);
            values.add(item);
        }
    }

    /** The figures of the order's day, which are added to: none of the order but that it is one, and its cash due. */
    private void figures() throws SQLException {
        for (var day : list("select day from analytics.sales_day" + where())) {
            var sums = attributes("quote_ident(attname)", "analytics.sales_day");
            sums.removeAll(List.of("store_id", "day", "source", "province_code"));
            parts.add(("figures as (insert into analytics.sales_day as s (store_id, day, source, province_code, %s)"
                            + " values (?::uuid, ?::date, 'Api', 'BG', %s)"
                            + " on conflict (store_id, day, source, province_code) do update set %s)")
                    .formatted(
                            String.join(", ", sums),
                            String.join(", ", sums.stream().map(sum -> sum.equals("orders") ? "1" : "0").toList()),
                            String.join(", ", sums.stream().map(sum -> sum + " = s." + sum + " + excluded." + sum).toList())));
            values.add(store);
            values.add(day);
        }
    }

    /** The store's place among those with work, if the order gave it some. */
    private void due() throws SQLException {
        if (!list("select store_id from jobs.store_due" + where()).isEmpty()) {
            parts.add("due as (insert into jobs.store_due as d (store_id, due_at) values (?::uuid, now())"
                    + " on conflict (store_id) do update set due_at = least(d.due_at, excluded.due_at))");
            values.add(store);
        }
    }

    private String where() {
        return " where xmin::text = '" + transaction + "' and store_id = '" + store + "'";
    }

    private void rows(String table) throws SQLException {
        var columns = attributes("quote_ident(attname)", table);
        var types = attributes("format_type(atttypid, atttypmod)", table);
        var texts = String.join(", ", columns.stream().map(column -> column + "::text").toList());
        try (var question = superuser.createStatement();
                var row = question.executeQuery("select " + texts + " from " + table + where())) {
            while (row.next()) {
                var from = new ArrayList<String>();
                var targets = new ArrayList<String>();
                for (var i = 0; i < columns.size(); i++) {
                    var counter = NUMBERED.get(table + "." + columns.get(i));
                    if (counter == null) {
                        targets.add("?::" + types.get(i));
                        values.add(row.getString(i + 1));
                    } else {
                        var below = numbered.merge(counter, -1, Integer::sum);
                        targets.add("counter_" + counter + ".value - " + below);
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

    private List<String> attributes(String what, String table) throws SQLException {
        return list("select " + what + " from pg_attribute where attrelid = '" + table
                + "'::regclass and attnum > 0 and not attisdropped order by attnum");
    }

    private List<String> list(String question) throws SQLException {
        try (var statement = superuser.createStatement();
                var rows = statement.executeQuery(question)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
