package iq.sendy.orders.store;

import iq.sendy.kernel.Digits;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.SearchText;
import iq.sendy.kernel.StoreId;
import iq.sendy.orders.OrderFilter;
import iq.sendy.orders.OrderView;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.ids.PublicIds;
import iq.sendy.platform.sql.Keyset;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import iq.sendy.platform.sql.StoreCounters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list of orders, newest first. Rows and total are one trip. */
@Component
public class OrderListing {

    private static final int LONGEST_NUMBER = 18;
    private static final int LEAST_DIGITS = 4;
    private static final int MOST_DIGITS = 15;

    private static final Keyset<OrderView> NEWEST = Keyset.<OrderView>descending()
            .time("o.created_at", order -> order.revision().createdAt())
            .bigint("o.number", OrderView::number);

    /** As the index has it: a wrong number is not called again, unless somebody said when. */
    private static final String TO_CALL = "o.status = 'Pending' and (o.confirmation_outcome is null"
            + " or o.confirmation_outcome <> 'WrongNumber' or o.call_again_at is not null)";

    private static final String WAITING_SINCE = "greatest(o.created_at, o.confirmation_at, o.call_again_at)";

    private static final Keyset<OrderView> LONGEST_WAITING = Keyset.<OrderView>ascending()
            .time(WAITING_SINCE, OrderListing::waitingSince)
            .bigint("o.number", OrderView::number);

    private final Pipeline pipeline;

    OrderListing(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    public Page<OrderView> list(StoreId store, OrderFilter filter, Paging paging) {
        var conditions = new OrderConditions(store, filter);
        var rows = rows(conditions, conditions::source, NEWEST, paging);
        if (paging.cursor() != null) {
            pipeline.send(rows);
            return Page.of(paging, rows.answer(), null, NEWEST::position);
        }
        var total = total(store, filter, conditions);
        pipeline.send(rows, total);
        return Page.of(paging, rows.answer(), total.single(), NEWEST::position);
    }

    /** Those that the desk is to call, the longest waiting first. */
    public Page<OrderView> due(StoreId store, OrderFilter filter, Paging paging) {
        var conditions = new OrderConditions(store, filter);
        var rows = rows(conditions, conditions::plainSource, LONGEST_WAITING, paging);
        var trip = pipeline.open();
        trip.add(rows);
        var total = trip.addIf(paging.cursor() == null, () -> count(conditions, conditions.counting()));
        trip.send();
        return Page.of(paging, rows.answer(), total.first().orElse(null), LONGEST_WAITING::position);
    }

    public Query<Long> countDue(StoreId store, Instant at) {
        var filter = new OrderFilter(List.of(), List.of(), null, null, null, OrderFilter.Created.ANY_TIME, null, at);
        var conditions = new OrderConditions(store, filter);
        return count(conditions, conditions.counting());
    }

    private static Instant waitingSince(OrderView order) {
        var confirmation = order.progress().confirmation();
        return Stream.of(order.revision().createdAt(), confirmation.lastAt(), confirmation.callAgainAt())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /**
     * One row more than a page holds tells whether there is a next one. The page is cut out before the lines are looked up:
     * they would be looked up for each row that an offset skips.
     */
    private static Query<OrderView> rows(
            OrderConditions conditions, UnaryOperator<String> source, Keyset<OrderView> order, Paging paging) {
        var cursor = paging.cursor();
        var after = cursor == null ? "" : " and " + order.after();
        var question = Query.of(
                "select " + OrderRows.COLUMNS + " from (select o.* from " + source.apply(after)
                        + " order by " + order.order() + " offset :offset limit :most) as o order by "
                        + order.order(),
                OrderRows::order);
        conditions.parameters.forEach(question::param);
        if (cursor != null) {
            order.parameters(cursor).forEach(question::param);
        }
        return question.param("offset", paging.offset())
                .param("most", paging.pageSize() + 1)
                .param("reach", paging.offset() + paging.pageSize() + 1);
    }

    /** What is kept is not counted: all orders, those in a status, and those that go to a name. */
    private static Query<Long> total(StoreId store, OrderFilter filter, OrderConditions conditions) {
        if (filter.equals(OrderFilter.ANY)) {
            return everyOrder(store);
        }
        if (filter.equals(OrderFilter.ofStatuses(filter.statuses()))) {
            return StatusCounts.of(store, filter.statuses());
        }
        return count(
                conditions,
                filter.equals(OrderFilter.ofWords(filter.q())) ? conditions.namesAndOthers() : conditions.counting());
    }

    private static Query<Long> count(OrderConditions conditions, String statement) {
        var question = Query.number(statement);
        conditions.parameters.forEach(question::param);
        return question;
    }

    /** Numbers are given without a gap and orders never go away, so the counter is the count. */
    private static Query<Long> everyOrder(StoreId store) {
        return StoreCounters.sum(store, List.of("order"));
    }

    /** The filter as SQL: a fixed text for each condition that is there, never a caller's words. */
    private static final class OrderConditions {

        private static final String BY_NAME = "orders.buyers_like(:pattern) as b";

        private final StringBuilder text = new StringBuilder("o.store_id = :store");
        private final Map<String, Object> parameters = new LinkedHashMap<>();
        private final boolean ofStatuses;

        /** The ways to what is searched for that lead to few orders, and whether names are one more. */
        private final List<String> ways = new ArrayList<>();

        private boolean byName;

        OrderConditions(StoreId store, OrderFilter filter) {
            parameters.put("store", store.value());
            ofStatuses = !filter.statuses().isEmpty();
            if (ofStatuses) {
                parameters.put("statuses", words(filter.statuses()));
            }
            if (!filter.sources().isEmpty()) {
                and("o.source = any (:sources)", "sources", words(filter.sources()));
            }
            if (filter.phone() != null) {
                var backwards = NewOrderStore.backwards(filter.phone().value());
                and("o.phone_backwards = :backwards", "backwards", backwards);
            }
            if (filter.externalRef() != null) {
                and("o.external_ref = :ref", "ref", filter.externalRef());
            }
            if (filter.provinceCode() != null) {
                and("o.province_code = :province", "province", filter.provinceCode());
            }
            var created = filter.created();
            if (created.from() != null) {
                and("o.created_at >= :from", "from", Sql.at(created.from()));
            }
            if (created.to() != null) {
                and("o.created_at < :to", "to", Sql.at(created.to()));
            }
            if (filter.toCallAt() != null) {
                and(TO_CALL + " and " + WAITING_SINCE + " <= :toCallAt", "toCallAt", Sql.at(filter.toCallAt()));
            }
            if (filter.q() != null) {
                search(filter.q());
            }
        }

        private String whole() {
            return ofStatuses ? text + " and o.status = any (:statuses)" : text.toString();
        }

        String counting() {
            return "select count(*) from " + plainSource("");
        }

        /** All that there are, in whatever order they are wanted: few are, or they are counted. */
        String plainSource(String after) {
            var found = byName
                    ? found("select s.id from orders.customer_order as s where s.store_id = :store"
                            + " and s.customer_name_folded in (select b.folded from " + BY_NAME + ")")
                    : found(null);
            return "orders.customer_order as o where " + whole() + after + found;
        }

        /** How many orders go to the names is known; what is found in another way alone is counted. */
        String namesAndOthers() {
            if (!byName) {
                return counting();
            }
            return "with named as materialized (select b.folded, b.orders from " + BY_NAME + ")"
                    + " select (select coalesce(sum(orders), 0)::bigint from named)"
                    + " + (select count(*) from orders.customer_order as o where " + text + found(null)
                    + " and (o.customer_name_folded in (select folded from named)) is not true)";
        }

        /**
         * Where a page is cut from. Each status by itself and as far as the page reaches, the newest first by the index: one
         * look for several of them would go through the orders of all, until it has found as many of a rare one. So is it
         * with each name.
         */
        String source(String after) {
            if (byName) {
                var newest = "select k.id from (select n.id, n.created_at, n.number from " + BY_NAME
                        + " cross join lateral (select o.id, o.created_at, o.number from orders.customer_order as o where "
                        + whole() + " and o.customer_name_folded = b.folded" + after
                        + " order by o.created_at desc, o.number desc limit :reach) as n"
                        + " order by n.created_at desc, n.number desc limit :reach) as k";
                return "orders.customer_order as o where " + whole() + after + found(newest);
            }
            if (!ofStatuses) {
                return "orders.customer_order as o where " + text + after + found(null);
            }
            return "unnest(:statuses::text[]) as w (status) cross join lateral ("
                    + "select o.* from orders.customer_order as o where " + text + found(null)
                    + " and o.status = w.status" + after
                    + " order by o.created_at desc, o.number desc limit :reach) as o";
        }

        private void and(String condition, String name, Object value) {
            text.append(" and ").append(condition);
            parameters.put(name, value);
        }

        /** A way each, by its own index, since one condition with all of them would be a look at every order. */
        private void search(String q) {
            way("s.external_ref = :q", "q", q);
            var folded = SearchText.fold(q);
            if (!folded.isEmpty()) {
                way("s.external_ref_folded = :folded", "folded", folded);
                // Names alone come from the function, which looks where a policy would keep LIKE from its index.
                byName = true;
                parameters.put("pattern", SearchText.anywhere(folded));
            }
            PublicIds.parse(q).ifPresent(publicId -> way("s.public_id = :publicId", "publicId", publicId));
            var digits = Digits.toAscii(q);
            // As pages write it: #13.
            var number = digits.startsWith("#") ? digits.substring(1) : digits;
            if (Digits.only(number, LONGEST_NUMBER)) {
                way("s.number = :number", "number", Long.parseLong(number));
            }
            var phone = Phone.parse(q).map(Phone::value).orElse(digits);
            if (phone.length() >= LEAST_DIGITS && Digits.only(phone, MOST_DIGITS)) {
                // As a range: behind row level security a LIKE would be a filter, row by row.
                var backwards = NewOrderStore.backwards(phone);
                way("s.phone_backwards >= :lastDigits and s.phone_backwards < :afterThem", "lastDigits", backwards);
                parameters.put("afterThem", backwards + ":");
            }
        }

        private void way(String condition, String name, Object value) {
            ways.add("select s.id from orders.customer_order as s where s.store_id = :store and " + condition);
            parameters.put(name, value);
        }

        /** By one of the ways, or by this one; nothing is asked where nothing is searched for. */
        private String found(@Nullable String way) {
            if (ways.isEmpty()) {
                return "";
            }
            var all = new ArrayList<>(ways);
            if (way != null) {
                all.add("(" + way + ")");
            }
            return " and o.id in (" + String.join(" union all ", all) + ")";
        }

        /** Each once. */
        private static String[] words(List<?> constants) {
            return constants.stream().distinct().map(Object::toString).toArray(String[]::new);
        }
    }
}
