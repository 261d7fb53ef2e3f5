package iq.sendy.orders.web;

import iq.sendy.orders.OrderedGoods;
import iq.sendy.orders.PlaceOrder;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.Amount;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.ReferenceTo;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.body.Whole;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** One line of a basket on the wire. */
record OrderItem(
        @Text(Text.REFERENCE) @Example("\"ROSE-RED\"") @Nullable
        String sku,

        @ReferenceTo("product") @Nullable UUID productId,

        @Required @Whole(min = 1, max = 10_000) @Example("2")
        Long quantity,

        @Amount @Nullable Long unitPrice) {

    /** Each line names a product. */
    static void check(@Nullable List<@Nullable OrderItem> items, Violations violations) {
        for (var i = 0; items != null && i < items.size(); i++) {
            var item = items.get(i);
            var path = "items[" + i + "].";
            if (item != null
                    && item.sku == null
                    && item.productId == null
                    && !violations.has(path + "sku")
                    && !violations.has(path + "productId")) {
                violations.add(path + "sku", "field.required");
            }
        }
    }

    /** Only who may change the catalogue may set a price of their own; the others are refused with 403. */
    static void checkPrices(@Nullable List<@Nullable OrderItem> items, Caller caller) {
        if (items != null && items.stream().anyMatch(item -> item != null && item.unitPrice != null)) {
            var missing = caller.missing("products.manage", "catalog:write");
            if (missing != null) {
                throw new RequestRejected(HttpStatus.FORBIDDEN, missing);
            }
        }
    }

    /** Whether what a basket comes to cannot be read. */
    static boolean unreadable(Violations violations) {
        return violations.faults().stream()
                .map(violation -> Objects.requireNonNullElse(violation.field(), ""))
                .anyMatch(field -> field.startsWith("items") || field.equals("orderValue"));
    }

    /** What a body that need not be valid asks to be priced; of an order by value that says none, nothing. */
    static OrderedGoods goods(
            @Nullable List<@Nullable OrderItem> items,
            @Nullable Long orderValue,
            @Nullable String code,
            @Nullable UUID packageSizeId,
            boolean draft) {
        return new OrderedGoods(
                draft ? draft(items) : all(items),
                items == null ? Objects.requireNonNullElse(orderValue, 0L) : orderValue,
                code,
                packageSizeId);
    }

    /** What a body with faults can be asked about: a line that cannot be read names nothing, and keeps its place. */
    static List<PlaceOrder.Item> draft(@Nullable List<@Nullable OrderItem> items) {
        return items == null
                ? List.of()
                : items.stream()
                        .map(item -> new PlaceOrder.Item(
                                item == null ? null : item.sku, item == null ? null : item.productId, 1, null))
                        .toList();
    }

    static List<PlaceOrder.Item> all(@Nullable List<@Nullable OrderItem> items) {
        return items == null
                ? List.of()
                : items.stream()
                        .map(Objects::requireNonNull)
                        .map(item -> new PlaceOrder.Item(
                                item.sku,
                                item.productId,
                                Objects.requireNonNullElse(item.quantity, 1L),
                                item.unitPrice))
                        .toList();
    }
}
