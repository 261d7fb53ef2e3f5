package iq.sendy.purchasing.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.kernel.WireWord;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ledger of what is owed for purchase orders. Its entries are written under the lock of their purchase order, and stay. */
@Component
public class PurchaseLedgerStore {

    private static final Columns<LedgerEntry> ENTRY = Columns.of(LedgerEntry.class, "e")
            .text("type", LedgerEntry::type)
            .bigint("amount", LedgerEntry::amount)
            .uuid("cause_id", LedgerEntry::cause);

    /** Kind of entry: what came, or what was paid. */
    public enum LedgerEntryType implements WireWord {
        GOODS("Goods"),
        FEES("Fees"),
        PAYMENT("Payment");

        private final String word;

        LedgerEntryType(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /**
     * Entry of the ledger.
     *
     * @param amount what is owed more; below zero it was paid
     * @param cause the receipt or the expense
     */
    public record LedgerEntry(LedgerEntryType type, long amount, UUID cause) {}

    /** What an expense has paid of a purchase order so far. */
    public Query<Long> paid(StoreId store, UUID order, UUID expense) {
        return Query.number("""
                        select -coalesce(sum(amount), 0)::bigint from purchasing.ledger_entry
                        where store_id = :store and purchase_order_id = :order and type = 'Payment'
                            and cause_id = :expense
                        """)
                .param("store", store.value())
                .param("order", order)
                .param("expense", expense);
    }

    /** The next entries of a locked purchase order. */
    public Query<Boolean> append(StoreId store, UUID order, List<LedgerEntry> entries, Actor actor, Instant now) {
        return Query.write("""
                        insert into purchasing.ledger_entry
                            (store_id, purchase_order_id, position, type, amount, cause_id, actor_kind, actor_id,
                             actor_name, created_at)
                        select :store, :order, there.entries + e.place, e.type, e.amount, e.cause_id, :actorKind,
                               :actorId::uuid, :actorName, :now
                        from %s,
                            (select count(*) as entries from purchasing.ledger_entry
                             where store_id = :store and purchase_order_id = :order) as there
                        """.formatted(ENTRY.numbered("place")))
                .param("store", store.value())
                .param("order", order)
                .rows(ENTRY, entries)
                .param("actorKind", actor.kind())
                .param("actorId", actor.id())
                .param("actorName", actor.name())
                .param("now", Sql.at(now));
    }
}
