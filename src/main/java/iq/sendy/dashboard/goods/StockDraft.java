package iq.sendy.dashboard.goods;

import iq.sendy.inventory.StockLevels;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.CrossFieldRules;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.body.Whole;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a stock, as its form sends it.
 *
 * @param how {@code more}, {@code fewer}, or {@code counted} for all that are there
 * @param seen what was on hand when the form was shown
 */
record StockDraft(
        @Required @Text(Text.REFERENCE) String how,
        @Required @Whole(max = StockLevels.MOST) Long quantity,
        @Text(Text.REASON) @Nullable String reason,
        @Required @Whole(max = StockLevels.MOST) Long seen)
        implements CrossFieldRules {

    static final String MORE = "more";
    static final String FEWER = "fewer";
    static final String COUNTED = "counted";

    private static final String QUANTITY = "quantity";

    @Override
    @SuppressWarnings("NullAway") // A faulty field is null when the body is checked.
    public void check(Violations violations) {
        if (how != null && !List.of(MORE, FEWER, COUNTED).contains(how)) {
            violations.add("how", "field.invalid");
        }
        if (COUNTED.equals(how)) {
            return;
        }
        if (quantity != null && quantity == 0) {
            violations.add(QUANTITY, "field.required");
        }
        if (reason == null && !violations.has("reason")) {
            violations.add("reason", "field.required");
        }
    }

    boolean isCount() {
        return COUNTED.equals(how);
    }

    long delta() {
        return FEWER.equals(how) ? -quantity : quantity;
    }

    /** What the service says of its own fields is said at the one field of the form. */
    static List<Violation> atQuantity(List<Violation> violations) {
        return violations.stream()
                .map(each -> new Violation(QUANTITY, each.code(), each.text(), each.arguments(), each.more()))
                .toList();
    }
}
