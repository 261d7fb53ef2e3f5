package iq.sendy;

import iq.sendy.kernel.Currency;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.kernel.WireWord;
import iq.sendy.orders.DeliveryMode;
import iq.sendy.orders.DeliveryTerms;
import iq.sendy.orders.FulfillmentType;
import iq.sendy.orders.MoveOrder;
import iq.sendy.orders.OrderRef;
import iq.sendy.orders.OrderSource;
import iq.sendy.orders.OrderStatus;
import iq.sendy.orders.OrderedGoods;
import iq.sendy.orders.Orders;
import iq.sendy.orders.PaymentMethod;
import iq.sendy.orders.PlaceOrder;
import iq.sendy.orders.Recipient;
import iq.sendy.platform.audit.Actor;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The orders of the demo's store, each as far on its way as its file says. */
@Component
class DemoOrders {

    private final Orders orders;
    private final JsonMapper json;

    DemoOrders(Orders orders, JsonMapper json) {
        this.orders = orders;
        this.json = json;
    }

    /** One order of the demo, and the way it has gone since. */
    record DemoOrder(
            String customerName,
            String customerPhone,
            String customerAddress,
            String addressProvinceCode,
            UUID addressAreaId,
            @Nullable List<PlaceOrder.Item> items,
            @Nullable Long orderValue,
            long deliveryFee,
            String source,
            String externalRef,
            @Nullable String notes,
            List<String> steps) {}

    void fill(StoreId store) {
        for (var row : rows()) {
            var placed = orders.place(store, Actor.SYSTEM, command(row));
            if (placed instanceof PlaceOrder.Result.Placed(var order, var _)) {
                for (var step : row.steps()) {
                    var move = new MoveOrder(WireWord.of(OrderStatus.class, step), null, null);
                    orders.move(store, Actor.SYSTEM, new OrderRef.ById(order.id()), move);
                }
            }
        }
    }

    private static PlaceOrder command(DemoOrder row) {
        return new PlaceOrder(
                WireWord.of(OrderSource.class, row.source()),
                new Recipient(
                        row.customerName(),
                        Phone.parse(row.customerPhone()).orElseThrow(),
                        row.customerAddress(),
                        row.addressProvinceCode(),
                        row.addressAreaId(),
                        null),
                new OrderedGoods(row.items() == null ? List.of() : row.items(), row.orderValue(), null, null),
                new DeliveryTerms(FulfillmentType.FROM_TO, DeliveryMode.STANDARD, row.deliveryFee()),
                new PlaceOrder.Tender(PaymentMethod.CASH_ON_DELIVERY, null),
                row.externalRef(),
                row.notes(),
                Currency.IQD);
    }

    private List<DemoOrder> rows() {
        try (var file = DemoOrders.class.getResourceAsStream("/demo/flora-orders.json")) {
            if (file == null) {
                throw new IllegalStateException("demo/flora-orders.json is not packed");
            }
            return json.readValue(file, new TypeReference<List<DemoOrder>>() {});
        } catch (IOException failed) {
            throw new IllegalStateException("demo/flora-orders.json cannot be read", failed);
        }
    }
}
