package iq.sendy.pricing.store;

import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Keyset;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.SoftDeletingGateway;
import iq.sendy.platform.sql.Sql;
import iq.sendy.pricing.DiscountCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Discount codes and the orders and phones that used them; a change leaves their uses, which orders count. */
@Component
public class CodeStore extends SoftDeletingGateway<DiscountCode> {

    private static final Columns<DiscountCode> CODE = Columns.of(DiscountCode.class, "c")
            .uuid("id", DiscountCode::id)
            .time("created_at", DiscountCode::createdAt)
            .bigint("used_count", DiscountCode::usedCount)
            .fixed()
            .time("updated_at", DiscountCode::updatedAt)
            .text("code", code -> code.details().code())
            .text("discount_type", code -> code.details().discount().type())
            .bigint("discount_value", code -> PricingRows.value(code.details().discount()))
            .bigint("min_order_value", code -> code.details().minOrderValue())
            .bigint("max_uses", code -> code.details().maxUses())
            .bigint("per_user_limit", code -> code.details().perUserLimit())
            .time("starts_at", code -> code.details().startsAt())
            .time("expires_at", code -> code.details().expiresAt())
            .bool("is_active", code -> code.details().active())
            .text("notes", code -> code.details().notes());

    /** Newest first. */
    private static final Keyset<DiscountCode> NEWEST = Keyset.newest("c", DiscountCode::createdAt, DiscountCode::id);

    /**
     * A code as somebody asked for it by its word.
     *
     * @param held whether the order named with the question has it already
     */
    public record Named(DiscountCode code, boolean held) {}

    CodeStore() {
        super("pricing.discount_code", CODE, NEWEST, PricingRows::code);
    }

    /** No row when the word is taken: {@code one_code_per_word} decides. */
    @Override
    public Query<Boolean> insert(StoreId store, DiscountCode code) {
        return Query.write("insert into pricing.discount_code (store_id, " + CODE.names() + ") values (:store, "
                        + CODE.values()
                        + ") on conflict (store_id, code) where deleted_at is null do nothing returning true")
                .param("store", store.value())
                .row(CODE, code);
    }

    /** A row when another code than this has the word. */
    public Query<Boolean> wordTaken(StoreId store, UUID but, String word) {
        return Query.write("""
                        select true from pricing.discount_code
                        where store_id = :store and code = :code and id <> :but and deleted_at is null
                        """)
                .param("store", store.value())
                .param("code", word)
                .param("but", but);
    }

    /** The code of a word as it is, without a lock: for quotes. */
    public Query<Named> look(StoreId store, String word) {
        return named(store, word, "");
    }

    /** The code of a word, locked until the step ends: its uses are asked by the next statement, {@link #usesBy}. */
    public Query<Named> hold(StoreId store, String word) {
        return named(store, word, " for update of c");
    }

    private static Query<Named> named(StoreId store, String word, String lock) {
        return Query.of(
                        "select " + CODE.selected()
                                + ", false as held from pricing.discount_code as c"
                                + " where c.store_id = :store and c.code = :code and c.deleted_at is null" + lock,
                        CodeStore::named)
                .param("store", store.value())
                .param("code", word);
    }

    /** As {@link #hold}, for an order that may have used the code already; then it is found although it was deleted. */
    public Query<Named> holdAgain(StoreId store, String word, UUID order) {
        return again(store, word, order, false);
    }

    /** As {@link #holdAgain} by the word that the order has: its code is found by what it used, however it is called by now. */
    public Query<Named> holdOwn(StoreId store, String word, UUID order) {
        return again(store, word, order, true);
    }

    private static Query<Named> again(StoreId store, String word, UUID order, boolean own) {
        return Query.of("select " + CODE.selected() + """
                                , d.code_id is not null as held
                                from pricing.discount_code as c
                                    left join pricing.redemption as d
                                        on d.store_id = :store and d.code_id = c.id and d.order_id = :order
                                            and d.given_back_at is null
                                where c.store_id = :store
                                    and (c.code = :code and c.deleted_at is null
                                         or d.code_id is not null and (:own or c.code = :code))
                                order by d.code_id is not null desc
                                limit 1
                                for update of c
                                """, CodeStore::named)
                .param("store", store.value())
                .param("code", word)
                .param("order", order)
                .param("own", own);
    }

    private static Named named(ResultSet row, int index) throws SQLException {
        return new Named(PricingRows.code(row, index), row.getBoolean("held"));
    }

    /** How often a phone has used the code of a word; no row when never. */
    public Query<Long> usesBy(StoreId store, String word, Phone phone) {
        return Query.number("""
                        select u.used_count
                        from pricing.discount_code as c
                            join pricing.phone_use as u
                                on u.store_id = :store and u.code_id = c.id and u.phone = :phone
                        where c.store_id = :store and c.code = :code and c.deleted_at is null
                        """)
                .param("store", store.value())
                .param("code", word)
                .param("phone", phone.value());
    }

    /** Uses a code for an order, all or nothing: a row when it happened. */
    public Query<Boolean> use(
            StoreId store, UUID redemption, UUID code, @Nullable Phone phone, UUID order, Instant now) {
        return Query.write("""
                        with used as (
                            update pricing.discount_code as c
                            set used_count = c.used_count + 1
                            where c.store_id = :store and c.id = :code
                                and (c.max_uses is null or c.used_count < c.max_uses)
                                and (c.per_user_limit is null or :phone::text is null
                                     or coalesce((select u.used_count from pricing.phone_use as u
                                                  where u.store_id = :store and u.code_id = :code
                                                      and u.phone = :phone::text), 0) < c.per_user_limit)
                            returning c.id, c.per_user_limit
                        ), counted as (
                            insert into pricing.phone_use as u (store_id, code_id, phone, used_count)
                            select :store, used.id, :phone::text, 1 from used where :phone::text is not null
                            on conflict (store_id, code_id, phone) do update set used_count = u.used_count + 1
                                where coalesce(u.used_count < (select per_user_limit from used), true)
                            returning u.phone
                        )
                        insert into pricing.redemption (store_id, id, order_id, code_id, phone, used_at)
                        select :store, :redemption, :order, used.id, :phone::text, :now
                        from used
                        where :phone::text is null or exists (select from counted)
                        returning true
                        """)
                .param("store", store.value())
                .param("redemption", redemption)
                .param("code", code)
                .param("phone", phone == null ? null : phone.value())
                .param("order", order)
                .param("now", Sql.at(now));
    }

    /** Gives back what an order used, once: a row when there was something. The phone's count follows the code's lock. */
    public Query<Boolean> giveBack(StoreId store, UUID order, Instant now) {
        return Query.write("""
                        with returned as (
                            update pricing.redemption set given_back_at = :now
                            where store_id = :store and order_id = :order and given_back_at is null
                            returning code_id, phone
                        ), code as (
                            update pricing.discount_code as c set used_count = c.used_count - 1
                            from returned
                            where c.store_id = :store and c.id = returned.code_id
                            returning c.id, returned.phone
                        ), counted as (
                            update pricing.phone_use as u set used_count = u.used_count - 1
                            from code
                            where u.store_id = :store and u.code_id = code.id and u.phone = code.phone
                        )
                        select true from code
                        """)
                .param("store", store.value())
                .param("order", order)
                .param("now", Sql.at(now));
    }
}
