package iq.sendy.purchasing.web;

import iq.sendy.kernel.When;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Amount;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.PatchMerge;
import iq.sendy.platform.body.QueryParameters;
import iq.sendy.platform.body.ReferenceTo;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Size;
import iq.sendy.platform.body.Text;
import iq.sendy.purchasing.ChangePurchaseOrder;
import iq.sendy.purchasing.DeletePurchaseOrder;
import iq.sendy.purchasing.PurchaseOrder;
import iq.sendy.purchasing.PurchaseOrderRequest;
import iq.sendy.purchasing.PurchaseOrderRequest.OrderedItem;
import iq.sendy.purchasing.PurchaseOrderStatus;
import iq.sendy.purchasing.PurchaseOrders;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

@StoreController
class PurchaseOrderController {

    private final PurchaseOrders orders;

    PurchaseOrderController(PurchaseOrders orders) {
        this.orders = orders;
    }

    record PurchaseOrderFilter(@Nullable List<PurchaseOrderStatus> status) {}

    /** What of a purchase order shall be otherwise, the step that it takes, and what came with the step. */
    @RefusedWith(code = {"money.fraction", "order_item.unknown", "product.unknown", "supplier.unknown"})
    record PurchaseOrderChange(
            @ReferenceTo("supplier") Patch<UUID> supplierId,
            @Text(Text.REFERENCE) @Example("\"INV-2041\"") Patch<String> referenceNumber,
            @Required @Example("\"2026-11-29\"") Patch<When> orderDate,
            @Example("\"2026-12-05\"") Patch<When> expectedDeliveryDate,
            @Text(Text.NOTES) Patch<String> notes,
            @Amount @Example("10000") Patch<Long> additionalFees,
            @Required @Size(min = 1, max = 200) Patch<List<@Nullable OrderedItem>> items,
            @Required @Example("\"Sent\"") Patch<PurchaseOrderStatus> status,
            @Size(min = 1, max = 200) @Nullable List<@Nullable ArrivedGoods> receipts) {

        PurchaseOrderRequest request() {
            return new PurchaseOrderRequest(
                    supplierId, referenceNumber, orderDate, expectedDeliveryDate, notes, additionalFees, items);
        }
    }

    @GetMapping("/purchase-orders")
    @Allows(permission = "purchase_orders.view", scope = "purchasing:read")
    @Describes("List the purchase orders, newest first")
    Answer<Page<PurchaseOrderBody>> list(@QueryParameters PurchaseOrderFilter filter, Paging paging, Caller caller) {
        var statuses = Objects.requireNonNullElse(filter.status(), List.<PurchaseOrderStatus>of());
        return Answer.ok(
                "purchase_order.listed",
                orders.list(caller.store(), statuses, paging)
                        .map(order -> PurchaseOrderBody.of(order, caller.currency())));
    }

    @PostMapping("/purchase-orders")
    @Allows(permission = "purchase_orders.manage", scope = "purchasing:write")
    @Describes("Draft a purchase order")
    Answer<PurchaseOrderBody> create(@Body Bound<PurchaseOrderRequest> body, Caller caller, Actor actor) {
        var request = body.value();
        var details = request.over(null, caller, body.problems());
        if (!request.items().present()) {
            body.problems().add("items", "field.required");
        }
        body.problems().addMissing(orders.unknown(caller.store(), request.references()));
        body.problems().refuseIfAny();
        var order = orders.create(
                caller.store(),
                actor,
                caller.currency(),
                Objects.requireNonNull(details),
                Objects.requireNonNull(request.ordered()));
        return Answer.ok("purchase_order.created", PurchaseOrderBody.of(order, caller.currency()));
    }

    @GetMapping("/purchase-orders/{id}")
    @Allows(permission = "purchase_orders.view", scope = "purchasing:read")
    @Describes("One purchase order, with what came of it and what was paid")
    Answer<PurchaseOrderBody> get(@PathVariable UUID id, Caller caller) {
        return orders.find(caller.store(), id)
                .map(order -> Answer.ok("purchase_order.found", PurchaseOrderBody.of(order, caller.currency())))
                .orElseGet(Answer::notFound);
    }

    @PutMapping("/purchase-orders/{id}")
    @Allows(permission = "purchase_orders.manage", scope = "purchasing:write")
    @Describes(
            value = "Change some of a purchase order, or move it; its items are a draft's to change",
            refuses = ChangePurchaseOrder.Result.class)
    Answer<PurchaseOrderBody> change(
            @PathVariable UUID id, @Body Bound<PurchaseOrderChange> body, Caller caller, Actor actor) {
        var before = orders.find(caller.store(), id);
        if (before.isEmpty()) {
            return Answer.notFound();
        }
        check(body, before.get(), caller);
        var change = body.valid();
        var request = change.request();
        var receipts = change.receipts();
        var command = new ChangePurchaseOrder(
                id,
                caller.currency(),
                present -> PatchMerge.sound(request.over(present, caller, new Violations())),
                request.ordered(),
                change.status().value(),
                receipts == null ? null : ArrivedGoods.arrivals(receipts));
        return switch (orders.change(caller.store(), actor, command)) {
            case ChangePurchaseOrder.Result.Changed(var order) ->
                Answer.ok("purchase_order.updated", PurchaseOrderBody.of(order, caller.currency()));
            case ChangePurchaseOrder.Result.NoSuchOrder _ -> Answer.notFound();
            case Refusal refusal -> Answer.refused(refusal);
        };
    }

    /** What the purchase order names already may stand there again, whatever became of it. */
    private void check(Bound<PurchaseOrderChange> body, PurchaseOrder before, Caller caller) {
        var violations = body.problems();
        var request = body.value().request();
        request.over(before.details(), caller, violations);
        violations.addMissing(
                orders.unknown(caller.store(), request.references().beside(before)));
        var receipts = body.value().receipts();
        ArrivedGoods.eachOnce("receipts", receipts, violations);
        ArrivedGoods.known("receipts", receipts, before, violations);
        var status = body.value().status().value();
        if (receipts != null
                && status != PurchaseOrderStatus.PARTIALLY_RECEIVED
                && status != PurchaseOrderStatus.RECEIVED) {
            violations.add("receipts", "field.invalid");
        }
    }

    @DeleteMapping("/purchase-orders/{id}")
    @Allows(permission = "purchase_orders.manage", scope = "purchasing:write")
    @Describes(value = "Delete a draft", refuses = DeletePurchaseOrder.Result.class)
    Answer<Void> delete(@PathVariable UUID id, Caller caller, Actor actor) {
        return switch (orders.delete(caller.store(), actor, new DeletePurchaseOrder(id))) {
            case DeletePurchaseOrder.Result.Deleted _ -> Answer.ok("purchase_order.deleted", null);
            case DeletePurchaseOrder.Result.NoSuchOrder _ -> Answer.notFound();
            case Refusal refusal -> Answer.refused(refusal);
        };
    }
}
