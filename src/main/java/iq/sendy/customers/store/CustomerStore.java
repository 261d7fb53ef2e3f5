package iq.sendy.customers.store;

import iq.sendy.customers.Buyer;
import iq.sendy.customers.CustomerName;
import iq.sendy.customers.CustomerStanding;
import iq.sendy.customers.CustomerView;
import iq.sendy.kernel.Digits;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.SearchText;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Keyset;
import iq.sendy.platform.sql.Listing;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The customers of a store. */
@Component
public class CustomerStore {

    private static final int LEAST_DIGITS = 4;
    private static final int MOST_DIGITS = 15;

    private static final String COLUMNS = """
            c.id, c.phone, c.name, c.notes, c.tags, c.is_blocked, c.orders_count, c.delivered_count, c.refused_count,
            c.returned_count, c.collected_total, c.last_order_at, c.created_at, c.updated_at""";

    private static final Columns<Buyer> BUYER = Columns.of(Buyer.class, "buyer")
            .uuid("id", Buyer::id)
            .text("phone", buyer -> buyer.phone().value())
            .text("name", Buyer::name)
            .text("folded", buyer -> folded(buyer.name()))
            .bigint("orders", buyer -> (long) buyer.orders());

    private static final Keyset<CustomerView> NEWEST = Keyset.newest("c", CustomerView::createdAt, CustomerView::id);

    /** What came of an order, as far as it is counted. */
    public enum OrderOutcome {
        DELIVERED,
        REFUSED,
        RETURNED,
        NOTHING
    }

    /** A row for each phone that has ordered before. */
    public Query<CustomerStanding> standings(StoreId store, Collection<Phone> phones) {
        return Query.of(
                        """
                        select id, phone, is_blocked, delivered_count, refused_count from customers.customer
                        where store_id = :store and phone = any (:phones)
                        """,
                        (row, _) -> new CustomerStanding(
                                row.getObject("id", UUID.class),
                                new Phone(row.getString("phone")),
                                row.getBoolean("is_blocked"),
                                row.getLong("delivered_count"),
                                row.getLong("refused_count")))
                .param("store", store.value())
                .param("phones", phones.stream().map(Phone::value).distinct().toArray(String[]::new));
    }

    /** What customers are called, by their ids. */
    public Query<CustomerName> names(StoreId store, Collection<UUID> ids) {
        return Query.of(
                        """
                        select c.id, c.name, c.phone from customers.customer as c
                        where c.store_id = :store and c.id = any (:ids)
                        """,
                        (row, _) -> new CustomerName(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                new Phone(row.getString("phone"))))
                .param("store", store.value())
                .param("ids", ids.toArray(UUID[]::new));
    }

    /** Rows are locked in the order of their phones; {@code one_record_per_phone} decides who is first. */
    public Query<Phone> ordered(StoreId store, List<Buyer> buyers, Instant now) {
        return ordered(store, buyers, false, now);
    }

    /** As {@link #ordered}, blocked ones too. */
    public Query<Phone> orderedAnyway(StoreId store, List<Buyer> buyers, Instant now) {
        return ordered(store, buyers, true, now);
    }

    private static Query<Phone> ordered(StoreId store, List<Buyer> buyers, boolean evenBlocked, Instant now) {
        var sorted = buyers.stream()
                .sorted(Comparator.comparing(buyer -> buyer.phone().value()))
                .toList();
        return Query.of("""
                        insert into customers.customer as c
                            (store_id, id, phone, phone_backwards, name, name_folded, tags, is_blocked, orders_count,
                             delivered_count, refused_count, returned_count, collected_total, last_order_at, created_at,
                             updated_at)
                        select :store, id, phone, reverse(phone), name, folded, '{}', false, orders, 0, 0, 0, 0,
                               :now, :now, :now
                        from\s""" + BUYER.table() + """

                        order by phone
                        on conflict (store_id, phone) do update
                            set orders_count = c.orders_count + excluded.orders_count,
                                name = coalesce(c.name, excluded.name),
                                name_folded = coalesce(c.name_folded, excluded.name_folded),
                                last_order_at = greatest(c.last_order_at, excluded.last_order_at),
                                updated_at = excluded.updated_at
                            where :evenBlocked or not c.is_blocked
                        returning phone
                        """, (row, _) -> new Phone(row.getString("phone")))
                .param("store", store.value())
                .rows(BUYER, sorted)
                .param("evenBlocked", evenBlocked)
                .param("now", Sql.at(now));
    }

    /** A row when there is such a customer. */
    public Query<Boolean> count(StoreId store, Phone phone, OrderOutcome outcome, long collected, Instant now) {
        return Query.write("""
                        update customers.customer
                        set delivered_count = delivered_count + :delivered, refused_count = refused_count + :refused,
                            returned_count = returned_count + :returned,
                            collected_total = collected_total + :collected, updated_at = :now
                        where store_id = :store and phone = :phone
                        returning true
                        """)
                .param("store", store.value())
                .param("phone", phone.value())
                .param("delivered", outcome == OrderOutcome.DELIVERED ? 1L : 0L)
                .param("refused", outcome == OrderOutcome.REFUSED ? 1L : 0L)
                .param("returned", outcome == OrderOutcome.RETURNED ? 1L : 0L)
                .param("collected", collected)
                .param("now", Sql.at(now));
    }

    public Query<CustomerView> find(StoreId store, UUID id) {
        return one(store, id, "");
    }

    /** The customer, against any change and any order until the transaction ends. */
    public Query<CustomerView> lock(StoreId store, UUID id) {
        return one(store, id, " for update");
    }

    private static Query<CustomerView> one(StoreId store, UUID id, String lock) {
        return Query.of(
                        "select " + COLUMNS + " from customers.customer as c where c.store_id = :store and c.id = :id"
                                + lock,
                        CustomerStore::view)
                .param("store", store.value())
                .param("id", id);
    }

    public Query<CustomerView> update(StoreId store, UUID id, CustomerView.About about, Instant now) {
        return Query.of("""
                        update customers.customer as c
                        set name = :name, name_folded = :folded, notes = :notes, tags = :tags, is_blocked = :blocked,
                            updated_at = :now
                        where c.store_id = :store and c.id = :id
                        returning\s""" + COLUMNS, CustomerStore::view)
                .param("store", store.value())
                .param("id", id)
                .param("name", about.name())
                .param("folded", folded(about.name()))
                .param("notes", about.notes())
                .param("tags", about.tags().toArray(String[]::new))
                .param("blocked", about.blocked())
                .param("now", Sql.at(now));
    }

    /** Newest first. */
    public Listing<CustomerView> list(StoreId store, @Nullable String q) {
        var listing = Listing.select(COLUMNS, CustomerStore::view)
                .from("customers.customer as c where c.store_id = :store" + (q == null ? "" : search(q)), NEWEST)
                .param("store", store.value());
        if (q != null) {
            var digits = lastDigits(q);
            listing.param("folded", SearchText.fold(q))
                    .param("lastDigits", digits)
                    .param("afterThem", digits == null ? null : digits + ":");
        }
        return listing;
    }

    private static String search(String q) {
        var name = SearchText.fold(q).isEmpty() ? "false" : "position(:folded in c.name_folded) > 0";
        // As a range: behind row level security a LIKE would be a filter, row by row.
        return lastDigits(q) == null
                ? " and " + name
                : " and (" + name + " or (c.phone_backwards >= :lastDigits and c.phone_backwards < :afterThem))";
    }

    /** A phone in any form, or its last digits, backwards; null when the text is neither. */
    private static @Nullable String lastDigits(String q) {
        var digits = Phone.parse(q).map(Phone::value).orElse(Digits.toAscii(q));
        return digits.length() >= LEAST_DIGITS && Digits.only(digits, MOST_DIGITS)
                ? new StringBuilder(digits).reverse().toString()
                : null;
    }

    private static @Nullable String folded(@Nullable String name) {
        return name == null ? null : SearchText.fold(name);
    }

    private static CustomerView view(ResultSet row, int index) throws SQLException {
        return new CustomerView(
                row.getObject("id", UUID.class),
                new Phone(row.getString("phone")),
                new CustomerView.About(
                        row.getString("name"),
                        row.getString("notes"),
                        Sql.texts(row, "tags"),
                        row.getBoolean("is_blocked")),
                row.getLong("orders_count"),
                row.getLong("delivered_count"),
                row.getLong("refused_count"),
                row.getLong("returned_count"),
                row.getLong("collected_total"),
                Sql.instant(row, "last_order_at"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"));
    }
}
