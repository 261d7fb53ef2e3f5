package bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Fills a store past its doors, by set-based SQL as the superuser with triggers off: rows as the doors would have written
 * them, but for events, audit, holdings and jobs, at which no list looks. Orders run over two years; four hundred are open
 * however long the store has been there, since an old store has no more to do than a young one.
 */
final class Filling {

    private static final int CHUNK = 20_000;
    private static final int OPEN = 400;
    private static final int ORDERS_OF_A_CUSTOMER = 7;

    /**
     * How a store's orders came.
     *
     * @param days over how many days until now
     * @param source of order {@code n}, as SQL
     * @param province of order {@code n}, as SQL
     */
    record Spread(int days, String source, String province) {

        /** Two years of one integration's orders from Baghdad. */
        static final Spread OF_A_LIST = new Spread(730, "'Api'", "'BG'");

        /** Thirteen months of orders by every door and from every governorate. */
        static final Spread OF_A_REPORT = new Spread(
                399,
                "(array['Api', 'Dashboard', 'Storefront', 'Pos', 'Social'])[1 + n % 5]",
                "(array['AN', 'AR', 'BA', 'BB', 'BG', 'DA', 'DI', 'DQ', 'HA', 'KA', 'KI', 'MA', 'MU', 'NA', 'NI', 'QA', 'SD',"
                        + " 'SU', 'WA'])[1 + n / 5 % 19]");
    }

    /** Ids and such as functions of a number, so that every table can be written by itself. */
    private static final String FUNCTIONS = """
            create function pg_temp.v7(at timestamptz, salt text) returns uuid language sql immutable as $$
                select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || left(md5(salt), 3)
                        || '8' || substr(md5(salt), 4, 15))::uuid $$;
            create function pg_temp.at(n bigint) returns timestamptz language sql immutable as $$
                select timestamptz '%s' + n * interval '%d milliseconds' $$;
            create function pg_temp.order_id(n bigint) returns uuid language sql immutable as $$
                select pg_temp.v7(pg_temp.at(n), 'o' || n) $$;
            create function pg_temp.product_id(p bigint) returns uuid language sql immutable as $$
                select pg_temp.v7(timestamptz '%s' + p * interval '1 second', 'p' || p) $$;
            create function pg_temp.public_id(n bigint) returns text language sql immutable as $$
                select 'SN-' || string_agg(case i when 4 then '-' else '' end
                        || substr('23456789ABCDEFGHJKLMNPQRSTUVWXYZ',
                                  1 + (((n * 2654435761 %% (1::bigint << 40)) >> (5 * i)) %% 32)::integer, 1),
                        '' order by i)
                from generate_series(0, 7) as i $$;
            create function pg_temp.phone(c bigint) returns text language sql immutable as $$
                select '96477' || lpad((c * 40503 %% 100000000)::text, 8, '0') $$;
            create function pg_temp.price(p bigint) returns bigint language sql immutable as $$
                select 5000 + p %% 200 * 250 $$;
            create temp table person (nth bigint primary key, name text, folded text);
            create temp table thing (nth bigint primary key, name text, folded text);
            set session_replication_role = replica;
            set synchronous_commit = off;
            """;

    private static final String ORDER = """
            insert into orders.customer_order
                (store_id, id, number, public_id, status, source, customer_name, customer_name_folded, customer_phone,
                 phone_backwards, customer_address, province_code, area_id, fulfillment_type, delivery_mode, currency,
                 sub_total, discount_total, delivery_fee, delivery_fee_given, total, payment_method, payment_status,
                 amount_due, amount_collected, price_trace, sequence, created_at, updated_at)
            select :store, pg_temp.order_id(n), n, pg_temp.public_id(n), s.status, :source, person.name,
                   person.folded, pg_temp.phone(c), reverse(pg_temp.phone(c)), 'الكرادة، قرب جامع الزوية', :province,
                   'a1b10358-97d4-5103-a3a0-08c5cf65be8a', 'from_to', 'Standard', 'IQD', t.goods, 0, 5000, false,
                   t.goods + 5000, 'CashOnDelivery',
                   case s.status when 'Delivered' then 'Collected' when 'Pending' then 'Due' else 'Void' end,
                   case s.status when 'Pending' then t.goods + 5000 else 0 end,
                   case s.status when 'Delivered' then t.goods + 5000 else 0 end,
                   :trace::jsonb, case s.status when 'Pending' then 1 else 2 end, pg_temp.at(n), pg_temp.at(n)
            from generate_series(:from, :to) as n
            cross join lateral (select n * 7919 % :customers as c) as who
            join person on person.nth = c % :many
            cross join lateral (select case when n > :open then 'Pending' when n % 10 = 7 then 'Cancelled'
                                            else 'Delivered' end as status) as s
            cross join lateral (select case n % 3 when 0 then 25000 when 1 then pg_temp.price(1 + n % :products)
                                            else pg_temp.price(1 + n % :products) + pg_temp.price(1 + n * 31 % :products)
                                       end as goods) as t
            """;

    private static final String LINE = """
            insert into orders.order_line
                (store_id, order_id, position, id, product_id, sku, name, quantity, unit_price, discount_amount, line_total)
            select :store, pg_temp.order_id(n), i, pg_temp.v7(pg_temp.at(n), 'l' || n || '-' || i), pg_temp.product_id(p),
                   'P-' || lpad(p::text, 6, '0'), thing.name || ' ' || p, 1, pg_temp.price(p), 0,
                   pg_temp.price(p)
            from generate_series(:from, :to) as n
            cross join generate_series(1, 2) as i
            cross join lateral (select case i when 1 then 1 + n % :products else 1 + n * 31 % :products end as p) as w
            join thing on thing.nth = p % :kinds
            where i <= n % 3
            """;

    private static final String TIMELINE = """
            insert into orders.timeline_entry
                (store_id, order_id, position, type, status, actor_kind, occurred_at, recorded_at)
            select :store, pg_temp.order_id(n), 1 + i, case i when 0 then 'created' else 'status' end,
                   case when i = 0 then 'Pending' when n % 10 = 7 then 'Cancelled' else 'Delivered' end, 'system',
                   pg_temp.at(n), pg_temp.at(n)
            from generate_series(:from, :to) as n cross join generate_series(0, 1) as i
            where i = 0 or n <= :open
            """;

    /** Those that were open when the store was small are done since. */
    private static final List<String> AGEING = List.of("""
            insert into orders.timeline_entry
                (store_id, order_id, position, type, status, actor_kind, occurred_at, recorded_at)
            select store_id, id, 2, 'status', 'Delivered', 'system', created_at, created_at
            from orders.customer_order where store_id = :store and status = 'Pending'
            """, """
            update orders.customer_order
            set status = 'Delivered', payment_status = 'Collected', amount_due = 0, amount_collected = total, sequence = 2
            where store_id = :store and status = 'Pending'
            """);

    private static final List<String> NAMES = List.of("""
            insert into orders.buyer_name as n (store_id, folded, orders)
            select store_id, customer_name_folded, count(*) from orders.customer_order where store_id = :store group by 1, 2
            on conflict (store_id, folded) do update set orders = excluded.orders
            """, """
            update platform.store_counter set value = 0 where store_id = :store and name like 'order.%'
            """, """
            insert into platform.store_counter as c (store_id, name, value)
            select store_id, 'order.' || status, count(*) from orders.customer_order where store_id = :store group by 1, 2
            on conflict (store_id, name) do update set value = excluded.value
            """, """
            insert into customers.customer as c
                (store_id, id, phone, phone_backwards, name, name_folded, tags, is_blocked, orders_count, delivered_count,
                 refused_count, returned_count, collected_total, last_order_at, created_at, updated_at)
            select store_id, pg_temp.v7(min(created_at), customer_phone), customer_phone, reverse(customer_phone),
                   min(customer_name), min(customer_name_folded), '{}', false, count(*),
                   count(*) filter (where status = 'Delivered'), 0, 0, sum(amount_collected), max(created_at),
                   min(created_at), max(created_at)
            from orders.customer_order where store_id = :store group by store_id, customer_phone
            on conflict (store_id, phone) do update
            set orders_count = excluded.orders_count, delivered_count = excluded.delivered_count,
                collected_total = excluded.collected_total, last_order_at = excluded.last_order_at
            """, """
            insert into platform.store_counter as c (store_id, name, value)
            select store_id, 'order', max(number) from orders.customer_order where store_id = :store group by store_id
            on conflict (store_id, name) do update set value = excluded.value
            """, """
            insert into platform.store_counter as c (store_id, name, value)
            select :store, k.name, count(*) from catalog.product, (values ('product'), ('stocked')) as k (name)
            where store_id = :store group by k.name
            on conflict (store_id, name) do update set value = excluded.value
            """);

    private static final List<String> PRODUCT = List.of("""
            insert into catalog.product
                (store_id, id, sku, name, is_active, price, image_urls, barcode, counted, initial_quantity, sequence,
                 created_at, updated_at)
            select :store, pg_temp.product_id(p), 'P-' || lpad(p::text, 6, '0'), thing.name || ' ' || p, true,
                   pg_temp.price(p), '{}', '629' || lpad(p::text, 10, '0'), true, 100, 1, at.at, at.at
            from generate_series(:from, :to) as p join thing on thing.nth = p % :kinds
            cross join lateral (select timestamptz ':began' + p * interval '1 second' as at) as at
            """, """
            insert into catalog.product_search (store_id, product_id, content, barcode)
            select :store, pg_temp.product_id(p),
                   thing.folded || ' ' || p || chr(10) || 'p-' || lpad(p::text, 6, '0'),
                   '629' || lpad(p::text, 10, '0')
            from generate_series(:from, :to) as p join thing on thing.nth = p % :kinds
            """, """
            insert into inventory.product (store_id, product_id, sku, name, archived, counted)
            select :store, pg_temp.product_id(p), 'P-' || lpad(p::text, 6, '0'), thing.name || ' ' || p, false,
                   true
            from generate_series(:from, :to) as p join thing on thing.nth = p % :kinds
            """, """
            with laid as (
                insert into inventory.item
                    (store_id, id, product_id, warehouse_id, quantity_on_hand, quantity_reserved, movements, sequence,
                     created_at, updated_at)
                select :store, pg_temp.v7(timestamptz ':began', 'i' || p), pg_temp.product_id(p), w.id, 100, 0, 1, 1,
                       w.created_at, w.created_at
                from generate_series(:from, :to) as p
                join inventory.warehouse as w on w.store_id = :store and w.is_default
                returning *
            )
            insert into inventory.movement
                (store_id, item_id, position, id, type, quantity, quantity_on_hand_after, reserved_change, reason, actor_kind,
                 created_at)
            select store_id, id, 1, id, 'Count', 100, 100, 0, 'initialQuantity', 'system', created_at from laid
            """);

    private final Server server;
    private final UUID store;
    private final String trace;
    private final Spread spread;
    private final String began;
    private final long stepMillis;
    private final Names people = Names.ofPeople();
    private final Names things = Names.ofThings();
    private long orders;
    private long products;

    /**
     * Nothing is written yet.
     *
     * @param trace a price trace as the product writes it
     * @param most so many orders over its days
     */
    Filling(Server server, UUID store, String trace, long most, Spread spread) throws IOException, SQLException {
        this.server = server;
        this.store = store;
        this.trace = trace;
        this.spread = spread;
        this.began = server.asked("select (date_trunc('second', now()) - interval '" + spread.days() + " days')::text");
        this.stepMillis = spread.days() * 86_400_000L / (most + 1);
    }

    long orders() {
        return orders;
    }

    long products() {
        return products;
    }

    Names people() {
        return people;
    }

    Names things() {
        return things;
    }

    /** The phone of an order's buyer, where the store has so many orders. */
    String phone(long number) throws IOException, SQLException {
        return server.asked("select customer_phone from orders.customer_order where store_id = '" + store
                + "' and number = " + number);
    }

    /** Adds orders and products until there are so many, or the time is over; on two connections. */
    void upTo(long wantedOrders, long wantedProducts, int seconds) throws Exception {
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        try (var connection = opened()) {
            if (orders > 0) {
                for (var statement : AGEING) {
                    tell(connection, statement, 0, 0, 0);
                }
            }
            for (var statement : PRODUCT) {
                tell(connection, statement, products + 1, wantedProducts, 0);
            }
        }
        products = wantedProducts;
        chunks(wantedOrders, end);
        try (var connection = opened()) {
            for (var statement : NAMES) {
                tell(connection, statement, 0, 0, 0);
            }
        }
        tidy();
    }

    private void chunks(long wanted, long end) throws Exception {
        var next = new AtomicLong(orders + 1);
        var open = wanted - OPEN;
        try (var threads = Executors.newFixedThreadPool(2)) {
            var running = new ArrayList<Future<?>>();
            for (var i = 0; i < 2; i++) {
                running.add(threads.submit(() -> {
                    try (var connection = opened()) {
                        while (System.nanoTime() < end) {
                            var from = next.getAndAdd(CHUNK);
                            if (from > wanted) {
                                return null;
                            }
                            var to = Math.min(wanted, from + CHUNK - 1);
                            for (var statement : List.of(ORDER, LINE, TIMELINE)) {
                                tell(connection, statement, from, to, open);
                            }
                        }
                    }
                    return null;
                }));
            }
            for (var one : running) {
                one.get();
            }
        }
        orders = Math.min(wanted, next.get() - 1);
        if (orders < wanted) {
            Bench.say("  the time is over at " + orders + " of " + wanted + " orders; none of them is open");
        }
    }

    /** As autovacuum does in its own time. */
    private void tidy() throws IOException, SQLException {
        server.told("vacuum (analyze) orders.customer_order, orders.order_line, orders.buyer_name, orders.timeline_entry,"
                + " catalog.product, catalog.product_search, inventory.product, inventory.item, customers.customer,"
                + " platform.store_counter");
        server.told("checkpoint");
    }

    private Connection opened() throws IOException, SQLException {
        var connection = server.superuser();
        try (var statement = connection.createStatement()) {
            statement.execute(FUNCTIONS.formatted(began, stepMillis, began));
        }
        fill(connection, "person", people);
        fill(connection, "thing", things);
        return connection;
    }

    private void tell(Connection connection, String sql, long from, long to, long open) throws SQLException {
        var customers = Math.max(1, (open + OPEN) / ORDERS_OF_A_CUSTOMER);
        var statement = sql.replace(":store", "'" + store + "'::uuid")
                .replace(":from", from + "::bigint")
                .replace(":to", to + "::bigint")
                .replace(":open", open + "::bigint")
                .replace(":customers", customers + "::bigint")
                .replace(":products", products + "::bigint")
                .replace(":many", people.all().size() + "")
                .replace(":kinds", things.all().size() + "")
                .replace(":began", began)
                .replace(":source", spread.source())
                .replace(":province", spread.province())
                .replace(":trace", "'" + trace + "'");
        try (var telling = connection.createStatement()) {
            telling.execute(statement);
        }
    }

    private static void fill(Connection connection, String table, Names names) throws SQLException {
        try (var filling = connection.prepareStatement("insert into " + table
                + " select i - 1, name, folded from unnest(?::text[], ?::text[]) with ordinality as n (name, folded, i)")) {
            filling.setArray(1, connection.createArrayOf("text", names.texts()));
            filling.setArray(2, connection.createArrayOf("text", names.folded()));
            filling.execute();
        }
    }
}
