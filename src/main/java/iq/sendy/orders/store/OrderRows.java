package iq.sendy.orders.store;

import iq.sendy.kernel.Currency;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.WireWord;
import iq.sendy.orders.Confirmation;
import iq.sendy.orders.ConfirmationOutcome;
import iq.sendy.orders.DeliveryMode;
import iq.sendy.orders.FulfillmentType;
import iq.sendy.orders.GeoPoint;
import iq.sendy.orders.HoldReason;
import iq.sendy.orders.OrderLine;
import iq.sendy.orders.OrderSource;
import iq.sendy.orders.OrderStatus;
import iq.sendy.orders.OrderView;
import iq.sendy.orders.PaymentMethod;
import iq.sendy.orders.PaymentStatus;
import iq.sendy.orders.PriceTrace;
import iq.sendy.orders.Revision;
import iq.sendy.orders.TimelineEntry;
import iq.sendy.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of the orders' tables as records. */
final class OrderRows {

    static final String COLUMNS = """
            o.id, o.public_id, o.number, o.status, o.source, o.customer_name, o.customer_phone, o.customer_address,
            o.province_code, o.area_id, o.delivery_lat, o.delivery_lng, o.fulfillment_type, o.delivery_mode, o.currency,
            o.sub_total, o.discount_total, o.delivery_fee, o.delivery_fee_given, o.total, o.payment_method,
            o.payment_status, o.amount_due, o.amount_collected, o.external_ref, o.notes, o.cash_tendered, o.sequence,
            o.confirmation_attempts, o.confirmation_outcome, o.confirmation_at, o.call_again_at, o.created_at, o.updated_at,
            o.discount_code, o.package_size_id, o.price_trace, o.cashier_session_id, o.sale_id, o.sold_at, o.cash_change,
            o.cash_rounding, o.cash_shortfall, o.price_differs, o.hold_reason, o.campaign,
            (select jsonb_agg(jsonb_build_object('id', l.id, 'productId', l.product_id, 'sku', l.sku, 'name', l.name,
                                                 'quantity', l.quantity, 'unitPrice', l.unit_price,
                                                 'discountAmount', l.discount_amount, 'lineTotal', l.line_total,
                                                 'unitCost', l.unit_cost, 'shortQuantity', l.short_quantity,
                                                 'priceToConfirm', l.price_to_confirm)
                              order by l.position)
             from orders.order_line as l where l.store_id = o.store_id and l.order_id = o.id) as lines""";

    /** What is stored as JSON is ours, and read as it was written. */
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final TypeReference<List<OrderLine>> LINES = new TypeReference<>() {};

    private OrderRows() {}

    static OrderView order(ResultSet row, int index) throws SQLException {
        return new OrderView(
                row.getObject("id", UUID.class),
                row.getString("public_id"),
                row.getLong("number"),
                new OrderView.Progress(
                        WireWord.of(OrderStatus.class, row.getString("status")),
                        confirmation(row),
                        hold(row.getString("hold_reason"))),
                new OrderView.Agreement(
                        WireWord.of(OrderSource.class, row.getString("source")),
                        customer(row),
                        WireWord.of(FulfillmentType.class, row.getString("fulfillment_type")),
                        WireWord.of(DeliveryMode.class, row.getString("delivery_mode")),
                        row.getObject("package_size_id", UUID.class),
                        row.getString("external_ref"),
                        row.getString("notes"),
                        Sql.longOrNull(row, "cash_tendered"),
                        row.getString("campaign")),
                new OrderView.Price(
                        lines(row.getString("lines")),
                        money(row),
                        row.getString("discount_code"),
                        JSON.readValue(row.getString("price_trace"), PriceTrace.class)),
                new OrderView.Payment(
                        WireWord.of(PaymentMethod.class, row.getString("payment_method")),
                        WireWord.of(PaymentStatus.class, row.getString("payment_status")),
                        row.getLong("amount_due"),
                        row.getLong("amount_collected"),
                        sale(row)),
                new Revision(row.getLong("sequence"), Sql.instant(row, "created_at"), Sql.instant(row, "updated_at")));
    }

    private static Confirmation confirmation(ResultSet row) throws SQLException {
        return new Confirmation(
                row.getLong("confirmation_attempts"),
                outcome(row.getString("confirmation_outcome")),
                Sql.instantOrNull(row, "confirmation_at"),
                Sql.instantOrNull(row, "call_again_at"));
    }

    private static @Nullable HoldReason hold(@Nullable String word) {
        return word == null ? null : WireWord.of(HoldReason.class, word);
    }

    private static @Nullable ConfirmationOutcome outcome(@Nullable String word) {
        return word == null ? null : WireWord.of(ConfirmationOutcome.class, word);
    }

    private static OrderView.Money money(ResultSet row) throws SQLException {
        return new OrderView.Money(
                Currency.valueOf(row.getString("currency")),
                row.getLong("sub_total"),
                row.getLong("discount_total"),
                row.getLong("delivery_fee"),
                row.getBoolean("delivery_fee_given"),
                row.getLong("total"));
    }

    /** A sale alone has a rounding, if only of nothing. */
    private static OrderView.@Nullable CounterSale sale(ResultSet row) throws SQLException {
        var rounding = Sql.longOrNull(row, "cash_rounding");
        return rounding == null
                ? null
                : new OrderView.CounterSale(
                        row.getObject("cashier_session_id", UUID.class),
                        row.getObject("sale_id", UUID.class),
                        Sql.instantOrNull(row, "sold_at"),
                        Sql.longOrNull(row, "cash_change"),
                        rounding,
                        row.getLong("cash_shortfall"),
                        row.getBoolean("price_differs"));
    }

    static String json(PriceTrace trace) {
        return JSON.writeValueAsString(trace);
    }

    private static List<OrderLine> lines(@Nullable String json) {
        return json == null ? List.of() : JSON.readValue(json, LINES);
    }

    private static OrderView.Customer customer(ResultSet row) throws SQLException {
        @Nullable String phone = row.getString("customer_phone");
        var lat = row.getBigDecimal("delivery_lat");
        var lng = row.getBigDecimal("delivery_lng");
        return new OrderView.Customer(
                row.getString("customer_name"),
                phone == null ? null : new Phone(phone),
                row.getString("customer_address"),
                row.getString("province_code"),
                row.getObject("area_id", UUID.class),
                lat == null || lng == null ? null : new GeoPoint(lat, lng));
    }

    static TimelineEntry entry(ResultSet row, int index) throws SQLException {
        return new TimelineEntry(
                WireWord.of(TimelineEntry.Type.class, row.getString("type")),
                WireWord.of(OrderStatus.class, row.getString("status")),
                row.getString("note"),
                row.getString("actor_kind"),
                row.getObject("actor_id", UUID.class),
                row.getString("actor_name"),
                outcome(row.getString("outcome")),
                Sql.instant(row, "occurred_at"));
    }
}
