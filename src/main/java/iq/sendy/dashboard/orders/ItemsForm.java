package iq.sendy.dashboard.orders;

import iq.sendy.kernel.Digits;
import iq.sendy.kernel.Uuids;
import iq.sendy.orders.OrderView;
import iq.sendy.platform.body.ShownFields;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The items of an order as its form has them while they are put together: what was typed, right or not.
 *
 * @param shown what the form showed when it was opened; null where it does not say
 */
record ItemsForm(
        List<SentItem> rows, String discountCode, @Nullable String shown) {

    private static final String CODE = "discountCode";

    /** As the API takes of one order. */
    private static final int MOST = 200;

    ItemsForm {
        rows = List.copyOf(rows);
    }

    /** A product with how many of it, and what each costs; a price that is empty is the catalogue's. */
    record SentItem(String product, String quantity, String price) {

        boolean gone() {
            return Digits.toAscii(quantity.strip()).equals("0");
        }
    }

    /** As the order has them. What was agreed on stays agreed on where its reader may name prices. */
    static ItemsForm of(OrderView order, boolean mayPrice, PageReader reader) {
        var stored = new ItemsForm(
                order.lines().stream()
                        .map(line -> new SentItem(
                                line.productId().toString(),
                                Long.toString(line.quantity()),
                                mayPrice && !line.priceToConfirm() ? reader.typed(line.unitPrice()) : ""))
                        .toList(),
                order.discountCode() == null ? "" : order.discountCode(),
                null);
        return new ItemsForm(stored.rows, stored.discountCode, ShownFields.of(stored.values()));
    }

    /** As they were sent, without those that are to go. */
    static ItemsForm sent(Map<String, String[]> sent) {
        var rows = new ArrayList<SentItem>();
        for (var i = 0; i < MOST && sent.containsKey(field(i, "productId")); i++) {
            var row = new SentItem(
                    value(sent, field(i, "productId")),
                    value(sent, field(i, "quantity")),
                    value(sent, field(i, "unitPrice")));
            if (!row.gone()) {
                rows.add(row);
            }
        }
        return new ItemsForm(
                rows, value(sent, CODE), sent.containsKey(ShownFields.NAME) ? value(sent, ShownFields.NAME) : null);
    }

    private static String value(Map<String, String[]> sent, String name) {
        var values = sent.get(name);
        return values == null || values.length == 0 ? "" : values[values.length - 1];
    }

    private static String field(int row, String name) {
        return "items[" + row + "]." + name;
    }

    /** With one more product, if it is not among them already. */
    ItemsForm with(UUID product) {
        var id = product.toString();
        if (rows.stream().anyMatch(row -> row.product().equals(id))) {
            return this;
        }
        var more = new ArrayList<>(rows);
        more.add(new SentItem(id, "1", ""));
        return new ItemsForm(more, discountCode, shown);
    }

    List<UUID> products() {
        return rows.stream()
                .flatMap(row -> Uuids.parse(row.product()).stream())
                .distinct()
                .toList();
    }

    boolean namesPrices() {
        return rows.stream().anyMatch(row -> !row.price().isBlank());
    }

    /** By the names that the API has for them. */
    Map<String, String[]> fields() {
        var fields = new LinkedHashMap<String, String[]>();
        for (var i = 0; i < rows.size(); i++) {
            fields.put(field(i, "productId"), new String[] {rows.get(i).product()});
            fields.put(field(i, "quantity"), new String[] {rows.get(i).quantity()});
            fields.put(field(i, "unitPrice"), new String[] {rows.get(i).price()});
        }
        fields.put(CODE, new String[] {discountCode});
        if (shown != null) {
            fields.put(ShownFields.NAME, new String[] {shown});
        }
        return fields;
    }

    /** The same as a form shows them. */
    Map<String, List<String>> values() {
        return PageForm.sent(fields()).values();
    }
}
