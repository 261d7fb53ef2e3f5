package iq.sendy.dashboard.orders;

import iq.sendy.orders.ChangeItems;
import iq.sendy.orders.PlaceOrder;
import iq.sendy.platform.body.Amount;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.ReferenceTo;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Size;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.body.Whole;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Other items of an order, as its form sends them: by the rules of the API's body. */
record ItemsDraft(
        @Required @Size(min = 1, max = 200) List<@Nullable ItemDraft> items,
        @Text(Text.REFERENCE) Patch<String> discountCode) {

    record ItemDraft(
            @Required @ReferenceTo("product") UUID productId,
            @Required @Whole(min = 1, max = 10_000) Long quantity,
            @Amount @Nullable Long unitPrice) {}

    ChangeItems command() {
        return new ChangeItems(
                items.stream()
                        .map(Objects::requireNonNull)
                        .map(item -> new PlaceOrder.Item(null, item.productId(), item.quantity(), item.unitPrice()))
                        .toList(),
                discountCode.present(),
                discountCode.value());
    }
}
