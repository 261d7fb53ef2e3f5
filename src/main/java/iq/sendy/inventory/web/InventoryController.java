package iq.sendy.inventory.web;

import iq.sendy.inventory.AdjustStock;
import iq.sendy.inventory.CountStock;
import iq.sendy.inventory.InventoryItemBody;
import iq.sendy.inventory.ItemFilter;
import iq.sendy.inventory.MovementView;
import iq.sendy.inventory.StockAdjustments;
import iq.sendy.inventory.StockItems;
import iq.sendy.inventory.store.StockStore;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.CrossFieldRules;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.QueryParameters;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.body.Whole;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

@StoreController
class InventoryController {

    private final StockItems stockItems;
    private final StockAdjustments stockAdjustments;

    InventoryController(StockItems stockItems, StockAdjustments stockAdjustments) {
        this.stockItems = stockItems;
        this.stockAdjustments = stockAdjustments;
    }

    record StockMovementBody(
            UUID id,
            String type,
            long quantity,
            long quantityOnHandAfter,
            long reservedChange,
            @Nullable String reason,
            @Nullable UUID orderId,
            @Nullable UUID purchaseOrderId,
            Mover actor,
            Instant createdAt) {

        record Mover(
                String kind, @Nullable UUID id, @Nullable String name) {}

        static StockMovementBody of(MovementView movement) {
            return new StockMovementBody(
                    movement.id(),
                    movement.type().toString(),
                    movement.quantity(),
                    movement.onHandAfter(),
                    movement.reservedChange(),
                    movement.reason(),
                    movement.orderId(),
                    movement.purchaseOrderId(),
                    new Mover(movement.actorKind(), movement.actorId(), movement.actorName()),
                    movement.createdAt());
        }
    }

    @GetMapping("/catalog/inventory")
    @Allows(permission = "inventory.view", scope = "catalog:read")
    @Describes("List the stock by SKU: one row for each product and warehouse")
    Answer<Page<InventoryItemBody>> list(@QueryParameters ItemFilter filter, Paging paging, Caller caller) {
        return Answer.ok(
                "inventory.listed",
                stockItems.list(caller.store(), filter, paging).map(InventoryItemBody::of));
    }

    record CountRequest(
            @Required @Whole(max = StockStore.MOST) @Example("12")
            Long quantityOnHand,

            @Whole(max = StockStore.MOST) @Example("10") @Nullable
            Long expectedQuantityOnHand,

            @Text(Text.REASON) @Example("\"جرد شهري\"") @Nullable
            String reason) {}

    @PutMapping("/catalog/inventory/{id}")
    @Allows(permission = "inventory.manage", scope = "catalog:write")
    @Describes(
            value = "Set what was counted; with expectedQuantityOnHand only if nothing moved meanwhile",
            refuses = CountStock.Result.class)
    Answer<InventoryItemBody> count(@PathVariable UUID id, @Body Bound<CountRequest> body, Caller caller, Actor actor) {
        if (notThere(id, body, caller)) {
            return Answer.notFound();
        }
        var counted = body.valid();
        var command = new CountStock(id, counted.quantityOnHand(), counted.expectedQuantityOnHand(), counted.reason());
        return switch (stockAdjustments.count(caller.store(), actor, command)) {
            case CountStock.Result.Counted(var item) -> Answer.ok("inventory.counted", InventoryItemBody.of(item));
            case CountStock.Result.NoSuchItem _ -> Answer.notFound();
            case Refusal refusal -> Answer.refused(refusal);
        };
    }

    record AdjustRequest(
            @Required @Whole(min = -StockStore.MOST, max = StockStore.MOST) @Example("-2")
            Long delta,

            @Required @Text(Text.REASON) @Example("\"تالف\"")
            String reason)
            implements CrossFieldRules {

        @Override
        @SuppressWarnings("NullAway") // A faulty field is null when the body is checked.
        public void check(Violations violations) {
            if (delta != null && delta == 0) {
                violations.add("delta", "field.invalid");
            }
        }
    }

    @PostMapping("/catalog/inventory/{id}/adjust")
    @Allows(permission = "inventory.manage", scope = "catalog:write")
    @Describes(value = "Add to what is on hand, or take from it", refuses = AdjustStock.Result.class)
    Answer<InventoryItemBody> adjust(
            @PathVariable UUID id, @Body Bound<AdjustRequest> body, Caller caller, Actor actor) {
        if (notThere(id, body, caller)) {
            return Answer.notFound();
        }
        var adjusted = body.valid();
        var command = new AdjustStock(id, adjusted.delta(), adjusted.reason());
        return switch (stockAdjustments.adjust(caller.store(), actor, command)) {
            case AdjustStock.Result.Adjusted(var item) -> Answer.ok("inventory.adjusted", InventoryItemBody.of(item));
            case AdjustStock.Result.NoSuchItem _ -> Answer.notFound();
            case Refusal refusal -> Answer.refused(refusal);
        };
    }

    @GetMapping("/catalog/inventory/{id}/movements")
    @Allows(permission = "inventory.view", scope = "catalog:read")
    @Describes("The ledger of a row of stock, newest first; what is on hand is its sum")
    Answer<Page<StockMovementBody>> movements(@PathVariable UUID id, Paging paging, Caller caller) {
        return stockItems
                .movements(caller.store(), id, paging)
                .map(page -> Answer.ok("movement.listed", page.map(StockMovementBody::of)))
                .orElseGet(Answer::notFound);
    }

    /** A row that is not there is said before what is wrong with the body. */
    private boolean notThere(UUID id, Bound<?> body, Caller caller) {
        return !body.problems().isEmpty() && stockItems.find(caller.store(), id).isEmpty();
    }
}
