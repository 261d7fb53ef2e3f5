package iq.sendy.dashboard.goods;

import iq.sendy.platform.api.Violation;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.CrossFieldRules;
import iq.sendy.platform.body.ReferenceTo;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Size;
import iq.sendy.platform.body.Whole;
import iq.sendy.purchasing.ReceiveGoods.GoodsArrival;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came with one delivery, as its form sends it; an empty field is none.
 *
 * @param seen how many pieces had come of the purchase order when the form was shown
 */
record ReceiptDraft(
        @Required @Size(min = 1, max = 200) List<@Nullable ArrivedLine> items,
        @Required @Whole(max = 100_000_000) Long seen)
        implements CrossFieldRules {

    /** What came of an item. */
    record ArrivedLine(
            @Required @ReferenceTo("purchase_order_item") UUID itemId,
            @Whole(max = 10_000) @Nullable Long accepted,
            @Whole(max = 10_000) @Nullable Long rejected) {

        GoodsArrival arrival() {
            return new GoodsArrival(
                    itemId, Objects.requireNonNullElse(accepted, 0L), Objects.requireNonNullElse(rejected, 0L));
        }
    }

    @Override
    public void check(Violations violations) {
        if (items == null || !violations.isEmpty()) {
            return;
        }
        var known = new HashSet<UUID>();
        for (var i = 0; i < items.size(); i++) {
            var line = items.get(i);
            if (line != null && !known.add(line.itemId())) {
                violations.add("items[" + i + "].accepted", "field.invalid");
            }
        }
        if (violations.isEmpty() && arrivals().stream().allMatch(each -> each.pieces() == 0)) {
            violations.add(Violation.at("items[0].accepted", "field.required").said("receipt.nothing", List.of()));
        }
    }

    List<GoodsArrival> arrivals() {
        return items.stream()
                .map(Objects::requireNonNull)
                .map(ArrivedLine::arrival)
                .toList();
    }
}
