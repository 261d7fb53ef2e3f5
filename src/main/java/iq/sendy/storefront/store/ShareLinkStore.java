package iq.sendy.storefront.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Keyset;
import iq.sendy.platform.sql.Listing;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import iq.sendy.storefront.LinkSales;
import iq.sendy.storefront.ShareLink;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Share links, and the directory of their codes. */
@Component
public class ShareLinkStore {

    private static final Columns<ShareLink> LINK = Columns.of(ShareLink.class, "l")
            .uuid("id", ShareLink::id)
            .text("code", ShareLink::code)
            .text("label", ShareLink::label)
            .text("sku", ShareLink::sku)
            .bigint("visits", ShareLink::visits)
            .time("created_at", ShareLink::createdAt);

    private static final Keyset<ShareLink> NEWEST = Keyset.newest("l", ShareLink::createdAt, ShareLink::id);

    /** Where a link leads. */
    public record Destination(@Nullable String sku) {}

    /** Claims the code and makes the link, a row; or does neither when the code is taken: the primary key decides. */
    public Query<Boolean> insert(StoreId store, ShareLink link) {
        return Query.write("""
                        with claimed as (
                            insert into storefront.link_code (code, store_id)
                            values (:claimed, :store)
                            on conflict (code) do nothing
                            returning store_id
                        )
                        insert into storefront.share_link (store_id, %s)
                        select store_id, %s from claimed
                        returning true
                        """.formatted(LINK.names(), LINK.values()))
                .param("claimed", link.code())
                .param("store", store.value())
                .row(LINK, link);
    }

    /** Newest first, without those that were deleted. */
    public Listing<ShareLink> list(StoreId store) {
        return Listing.select(LINK.selected(), ShareLinkStore::link)
                .from("storefront.share_link as l where l.store_id = :store and l.deleted_at is null", NEWEST)
                .param("store", store.value());
    }

    /** What each of these codes has brought, those without an order left out: always what orders and their returns say. */
    public Query<LinkSales> sales(StoreId store, List<String> codes) {
        return Query.of("""
                        select o.campaign as code, count(*) as orders,
                               coalesce(sum(case when o.is_delivered then o.goods - r.refund end), 0)::bigint
                                   as delivered_total
                        from orders.order_fact as o
                            cross join lateral (
                                select coalesce(sum(r.refund_amount), 0)::bigint as refund
                                from returns.completed_return as r
                                where o.is_delivered and r.store_id = :store and r.order_id = o.order_id
                            ) as r
                        where o.store_id = :store and o.campaign = any (:codes)
                        group by o.campaign
                        """, LinkSales.class)
                .param("store", store.value())
                .param("codes", codes.toArray(String[]::new));
    }

    /** A link of the list; no row when it is not there. */
    public Query<ShareLink> listed(StoreId store, UUID id) {
        return Query.of(
                        "select " + LINK.selected()
                                + " from storefront.share_link as l"
                                + " where l.store_id = :store and l.id = :id and l.deleted_at is null",
                        ShareLinkStore::link)
                .param("store", store.value())
                .param("id", id);
    }

    /** Whether a link was made under this id, deleted since or not. */
    public Query<Boolean> made(StoreId store, UUID id) {
        return Query.flag("select true from storefront.share_link where store_id = :store and id = :id")
                .param("store", store.value())
                .param("id", id);
    }

    /** Takes a link out of the list and answers it; no row when it is not there. */
    public Query<ShareLink> delete(StoreId store, UUID id, Instant now) {
        return Query.of("""
                        update storefront.share_link as l set deleted_at = :now
                        where l.store_id = :store and l.id = :id and l.deleted_at is null
                        returning\s""" + LINK.selected(), ShareLinkStore::link)
                .param("store", store.value())
                .param("id", id)
                .param("now", Sql.at(now));
    }

    /** Counts a visit; no row when the link was deleted, which counts none. */
    public Query<Destination> count(StoreId store, String code) {
        return Query.of("""
                        update storefront.share_link set visits = visits + 1
                        where store_id = :store and code = :code and deleted_at is null
                        returning sku
                        """, ShareLinkStore::destination)
                .param("store", store.value())
                .param("code", code);
    }

    /** Where a link leads, a deleted one too. */
    public Query<Destination> find(StoreId store, String code) {
        return Query.of(
                        "select sku from storefront.share_link where store_id = :store and code = :code",
                        ShareLinkStore::destination)
                .param("store", store.value())
                .param("code", code);
    }

    /** The store that a code belongs to, its link deleted or not. */
    public Query<StoreId> owner(String code) {
        return Query.of(
                        "select store_id from storefront.link_code where code = :code",
                        (row, _) -> new StoreId(Objects.requireNonNull(row.getObject("store_id", UUID.class))))
                .param("code", code);
    }

    private static Destination destination(ResultSet row, int index) throws SQLException {
        return new Destination(row.getString("sku"));
    }

    private static ShareLink link(ResultSet row, int index) throws SQLException {
        return new ShareLink(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getString("code"),
                row.getString("label"),
                row.getString("sku"),
                row.getLong("visits"),
                Sql.instant(row, "created_at"));
    }
}
