package iq.sendy.purchasing.store;

import iq.sendy.kernel.Phone;
import iq.sendy.kernel.SearchText;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Keyset;
import iq.sendy.platform.sql.Listing;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import iq.sendy.purchasing.Supplier;
import iq.sendy.purchasing.Supplier.SupplierDetails;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Suppliers, each read with the sum of its ledger. A deleted one is kept for its purchase orders and found no more. */
@Component
public class SupplierStore {

    private static final Columns<Supplier> SUPPLIER = Columns.of(Supplier.class, "s")
            .uuid("id", Supplier::id)
            .time("created_at", Supplier::createdAt)
            .fixed()
            .time("updated_at", Supplier::updatedAt)
            .text("full_name", supplier -> supplier.details().fullName())
            .text("phone", SupplierStore::phone)
            .text("email", supplier -> supplier.details().email())
            .text("company", supplier -> supplier.details().company())
            .text("address", supplier -> supplier.details().address())
            .text("notes", supplier -> supplier.details().notes())
            .text("searched", SupplierStore::searched);

    private static final String BALANCE = """
            , (select least(greatest(coalesce(sum(e.amount), 0), -9e18), 9e18)::bigint
               from purchasing.purchase_order as o
               join purchasing.ledger_entry as e on e.store_id = :store and e.purchase_order_id = o.id
               where o.store_id = :store and o.supplier_id = s.id) as balance""";

    private static final String FOUND = "purchasing.supplier as s where s.store_id = :store and s.deleted_at is null";

    private static final Keyset<Supplier> NEWEST = Keyset.newest("s", Supplier::createdAt, Supplier::id);

    public Query<Boolean> insert(StoreId store, Supplier supplier) {
        return Query.write("insert into purchasing.supplier (store_id, " + SUPPLIER.names() + ") values (:store, "
                        + SUPPLIER.values() + ")")
                .param("store", store.value())
                .row(SUPPLIER, supplier);
    }

    public Query<Boolean> update(StoreId store, Supplier supplier) {
        return Query.write("update purchasing.supplier set " + SUPPLIER.assignments()
                        + " where store_id = :store and id = :id")
                .param("store", store.value())
                .param("id", supplier.id())
                .row(SUPPLIER, supplier);
    }

    public Query<Boolean> delete(StoreId store, UUID supplier, Instant now) {
        return Query.write("update purchasing.supplier set deleted_at = :now where store_id = :store and id = :id")
                .param("store", store.value())
                .param("id", supplier)
                .param("now", Sql.at(now));
    }

    /** Whether a supplier was made under this id and deleted since. */
    public Query<Boolean> deleted(StoreId store, UUID supplier) {
        return Query.flag("""
                        select true from purchasing.supplier
                        where store_id = :store and id = :id and deleted_at is not null
                        """).param("store", store.value()).param("id", supplier);
    }

    public Query<Supplier> find(StoreId store, UUID supplier) {
        return one(store, supplier, "");
    }

    public Query<Supplier> lock(StoreId store, UUID supplier) {
        return one(store, supplier, " for update of s");
    }

    private static Query<Supplier> one(StoreId store, UUID supplier, String lock) {
        return Query.of(
                        "select " + SUPPLIER.selected() + BALANCE + " from " + FOUND + " and s.id = :id" + lock,
                        SupplierStore::supplier)
                .param("store", store.value())
                .param("id", supplier);
    }

    /** Newest first. */
    public Listing<Supplier> list(StoreId store, @Nullable String q) {
        return Listing.select(SUPPLIER.selected() + BALANCE, SupplierStore::supplier)
                .from(FOUND, NEWEST)
                .param("store", store.value())
                .and("position(:folded in s.searched) > 0", "folded", q == null ? null : folded(q));
    }

    /** A phone as people type it is looked for as it is stored. */
    private static String folded(String q) {
        return Phone.parse(q).map(Phone::value).orElseGet(() -> SearchText.fold(q));
    }

    private static String searched(Supplier supplier) {
        var details = supplier.details();
        return Stream.of(details.fullName(), details.company(), details.email(), phone(supplier))
                .filter(Objects::nonNull)
                .map(SearchText::fold)
                .collect(Collectors.joining("\n"));
    }

    private static @Nullable String phone(Supplier supplier) {
        var phone = supplier.details().phone();
        return phone == null ? null : phone.value();
    }

    private static Supplier supplier(ResultSet row, int index) throws SQLException {
        var phone = row.getString("phone");
        return new Supplier(
                row.getObject("id", UUID.class),
                new SupplierDetails(
                        row.getString("full_name"),
                        phone == null ? null : new Phone(phone),
                        row.getString("email"),
                        row.getString("company"),
                        row.getString("address"),
                        row.getString("notes")),
                row.getLong("balance"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"));
    }
}
