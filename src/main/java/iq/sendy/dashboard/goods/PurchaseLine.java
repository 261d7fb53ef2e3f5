package iq.sendy.dashboard.goods;

import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReader;
import iq.sendy.purchasing.PurchaseOrderItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;

/**
 * Line of the form of a purchase order, as it was typed.
 *
 * @param product its id, as it was sent
 */
record PurchaseLine(String product, String quantity, String unitCost, String notes) {

    /** As many as a purchase order has. */
    static final int MOST = 200;

    /** Those of a form, from the first on as far as they go. */
    static List<PurchaseLine> of(PageForm form) {
        var lines = new ArrayList<PurchaseLine>();
        while (lines.size() < MOST && form.values().containsKey(name(lines.size(), "storeProductId"))) {
            var i = lines.size();
            lines.add(new PurchaseLine(
                    form.value(name(i, "storeProductId")),
                    form.value(name(i, "quantity")),
                    form.value(name(i, "unitCost")),
                    form.value(name(i, "notes"))));
        }
        return lines;
    }

    static PageForm stored(PageForm form, List<PurchaseOrderItem> items, PageReader reader) {
        return put(
                form,
                items.stream()
                        .map(item -> new PurchaseLine(
                                item.productId().toString(),
                                Long.toString(item.quantity()),
                                reader.typed(item.unitCost()),
                                Objects.requireNonNullElse(item.notes(), "")))
                        .toList());
    }

    /** The form with these lines in place of those it had. */
    static PageForm put(PageForm form, List<PurchaseLine> lines) {
        var values = new HashMap<String, List<String>>();
        form.values().forEach((name, value) -> {
            if (!name.startsWith("items[")) {
                values.put(name, value);
            }
        });
        for (var i = 0; i < lines.size(); i++) {
            values.put(name(i, "storeProductId"), List.of(lines.get(i).product()));
            values.put(name(i, "quantity"), List.of(lines.get(i).quantity()));
            values.put(name(i, "unitCost"), List.of(lines.get(i).unitCost()));
            values.put(name(i, "notes"), List.of(lines.get(i).notes()));
        }
        return new PageForm(values, form.faults(), form.stored());
    }

    /** One piece more of a product, on the line that it has or on a new one. */
    static List<PurchaseLine> oneMore(List<PurchaseLine> lines, String product, String unitCost) {
        var more = new ArrayList<>(lines);
        for (var i = 0; i < more.size(); i++) {
            if (more.get(i).product().equals(product)) {
                more.set(i, more.get(i).plusOne());
                return more;
            }
        }
        more.add(new PurchaseLine(product, "1", unitCost, ""));
        return more;
    }

    private PurchaseLine plusOne() {
        try {
            return new PurchaseLine(product, Long.toString(Long.parseLong(quantity) + 1), unitCost, notes);
        } catch (NumberFormatException typed) {
            return this;
        }
    }

    private static String name(int place, String field) {
        return "items[" + place + "]." + field;
    }
}
