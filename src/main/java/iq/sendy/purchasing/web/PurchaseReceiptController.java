package iq.sendy.purchasing.web;

import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.CrossFieldRules;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Size;
import iq.sendy.purchasing.PurchaseOrders;
import iq.sendy.purchasing.PurchaseReceipts;
import iq.sendy.purchasing.ReceiveGoods;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@StoreController
class PurchaseReceiptController {

    private final PurchaseOrders orders;
    private final PurchaseReceipts receipts;

    PurchaseReceiptController(PurchaseOrders orders, PurchaseReceipts receipts) {
        this.orders = orders;
        this.receipts = receipts;
    }

    /** What came with one delivery, a line for each item of it; at least a piece. */
    record ReceiptRequest(
            @Required @Size(min = 1, max = 200) List<@Nullable ArrivedGoods> items) implements CrossFieldRules {

        @Override
        public void check(Violations violations) {
            ArrivedGoods.eachOnce("items", items, violations);
            if (items != null && violations.isEmpty() && ArrivedGoods.nothing(items)) {
                violations.add("items", "field.invalid");
            }
        }
    }

    @PostMapping("/purchase-orders/{id}/receipts")
    @Allows(permission = "purchase_orders.manage", scope = "purchasing:write")
    @Describes(
            value = "Take in what came of a purchase order: stock rises, and what a piece costs on average is restated",
            refuses = ReceiveGoods.Result.class)
    Answer<PurchaseOrderBody> receive(
            @PathVariable UUID id, @Body Bound<ReceiptRequest> body, Caller caller, Actor actor) {
        if (!body.problems().isEmpty()) {
            var order = orders.find(caller.store(), id);
            if (order.isEmpty()) {
                return Answer.notFound();
            }
            ArrivedGoods.known("items", body.value().items(), order.get(), body.problems());
        }
        var command = new ReceiveGoods(
                id, ArrivedGoods.arrivals(Objects.requireNonNull(body.valid().items())));
        return switch (receipts.receive(caller.store(), actor, command)) {
            case ReceiveGoods.Result.Received(var received) ->
                Answer.ok("purchase_order.received", PurchaseOrderBody.of(received, caller.currency()));
            case ReceiveGoods.Result.NoSuchOrder _ -> Answer.notFound();
            case Refusal refusal -> Answer.refused(refusal);
        };
    }
}
