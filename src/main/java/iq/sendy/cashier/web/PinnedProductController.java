package iq.sendy.cashier.web;

import iq.sendy.cashier.PinProduct;
import iq.sendy.cashier.PinnedProduct;
import iq.sendy.cashier.PinnedProducts;
import iq.sendy.cashier.ReorderPins;
import iq.sendy.kernel.Currency;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.ReferenceTo;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Size;
import iq.sendy.platform.body.Whole;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

/** Pinned products on the wire. */
@StoreController
class PinnedProductController {

    private static final Paging ALL = new Paging(1, PinnedProduct.MOST, null, UnaryOperator.identity());

    private final PinnedProducts pins;

    PinnedProductController(PinnedProducts pins) {
        this.pins = pins;
    }

    record PinRequest(
            @Required @ReferenceTo("product") UUID storeProductId,

            @Whole(min = -1_000_000, max = 1_000_000) @Example("1") @Nullable
            Long sortOrder) {}

    record PinOrderRequest(
            @Required @Size(max = PinnedProduct.MOST) @ReferenceTo("product")
            List<UUID> orderedProductIds) {}

    record PinnedBody(
            UUID id,
            UUID storeProductId,
            String sku,
            String name,
            @Nullable BigDecimal price,
            long sortOrder) {

        static PinnedBody of(PinProduct.Result.Pinned pinned, Currency currency) {
            var offer = pinned.offer();
            var price = offer.price();
            return new PinnedBody(
                    pinned.pin().id(),
                    pinned.pin().productId(),
                    offer.sku(),
                    offer.name(),
                    currency.onWireOrNull(price),
                    pinned.pin().sortOrder());
        }
    }

    @GetMapping("/cashier/pinned")
    @Allows(permission = "cashier.view", scope = "cashier:read")
    @Describes("List the pinned products by their sortOrder")
    Answer<Page<PinnedBody>> list(Paging paging, Caller caller) {
        return Answer.ok("pin.listed", page(paging, caller));
    }

    private Page<PinnedBody> page(Paging paging, Caller caller) {
        return pins.list(caller.store(), paging).map(pinned -> PinnedBody.of(pinned, caller.currency()));
    }

    @PostMapping("/cashier/pinned")
    @Allows(permission = "cashier.manage", scope = "cashier:write")
    @Describes(value = "Pin a product to the counter", refuses = PinProduct.Result.class)
    Answer<PinnedBody> pin(@Body Bound<PinRequest> body, Caller caller, Actor actor) {
        var request = body.valid();
        var command = new PinProduct(request.storeProductId(), request.sortOrder());
        return switch (pins.pin(caller.store(), actor, command)) {
            case PinProduct.Result.Pinned pinned -> Answer.ok("pin.created", PinnedBody.of(pinned, caller.currency()));
            case Refusal refusal -> Answer.refused(refusal);
        };
    }

    @DeleteMapping("/cashier/pinned/{pinnedItemId}")
    @Allows(permission = "cashier.manage", scope = "cashier:write")
    @Describes("Take a product off the counter")
    Answer<Void> unpin(@PathVariable UUID pinnedItemId, Caller caller, Actor actor) {
        return pins.unpin(caller.store(), actor, pinnedItemId) ? Answer.ok("pin.deleted", null) : Answer.notFound();
    }

    @PutMapping("/cashier/pinned/reorder")
    @Allows(permission = "cashier.manage", scope = "cashier:write")
    @Describes(value = "Put the pinned products in another order", refuses = ReorderPins.Result.class)
    Answer<Page<PinnedBody>> reorder(@Body Bound<PinOrderRequest> body, Caller caller, Actor actor) {
        var command = new ReorderPins(body.valid().orderedProductIds());
        return switch (pins.reorder(caller.store(), actor, command)) {
            case ReorderPins.Result.Reordered() -> Answer.ok("pin.reordered", page(ALL, caller));
            case Refusal refusal -> Answer.refused(refusal);
        };
    }
}
