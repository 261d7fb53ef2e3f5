package iq.sendy.orders.web;

import iq.sendy.geography.Geography;
import iq.sendy.orders.ChangeAddress;
import iq.sendy.orders.ChangeItems;
import iq.sendy.orders.OrderBody;
import iq.sendy.orders.Orders;
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
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Size;
import iq.sendy.platform.body.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;

/** Changes of an order that has been placed: its items, and where it goes. */
@StoreController
class OrderChangesController {

    private final Orders orders;
    private final Geography geography;
    private final OrderPreconditions known;

    OrderChangesController(Orders orders, Geography geography, OrderPreconditions known) {
        this.orders = orders;
        this.geography = geography;
        this.known = known;
    }

    record ItemsRequest(
            @Required @Size(min = 1, max = 200) List<@Nullable OrderItem> items,
            @Text(Text.REFERENCE) Patch<String> discountCode)
            implements CrossFieldRules {

        @Override
        public void check(Violations violations) {
            OrderItem.check(items, violations);
        }
    }

    @PutMapping("/orders/{id}/items")
    @Allows(permission = "orders.manage", scope = "orders:write")
    @Describes(value = "Replace the items of an order until it is handed over", refuses = ChangeItems.Result.class)
    Answer<OrderBody.DetailBody> changeItems(
            @PathVariable String id, @Body Bound<ItemsRequest> body, Caller caller, Actor actor) {
        OrderItem.checkPrices(body.value().items(), caller);
        if (!body.problems().isEmpty()) {
            var code = body.value().discountCode().value();
            known.addViolationsOfItems(id, body.value().items(), code, caller, body.problems());
        }
        return known.onOrder(id, body, caller, ref -> {
            var request = body.valid();
            var change = new ChangeItems(
                    OrderItem.all(request.items()),
                    request.discountCode().present(),
                    request.discountCode().value());
            return switch (orders.changeItems(caller.store(), actor, ref, change)) {
                case ChangeItems.Result.Changed(var order) -> Answer.ok("order.updated", OrderBody.of(order));
                case ChangeItems.Result.NoSuchOrder _ -> Answer.notFound();
                case Refusal refusal -> Answer.refused(refusal);
            };
        });
    }

    @PutMapping("/orders/{id}")
    @Allows(permission = "orders.manage", scope = "orders:write")
    @Describes(
            value = "Change where an order goes: of the full create body only address and coordinates are stored",
            refuses = {ChangeAddress.Result.class, OrderPreconditions.class})
    Answer<OrderBody.DetailBody> changeAddress(
            @PathVariable String id, @Body Bound<OrderRequest> body, Caller caller, Actor actor) {
        OrderItem.checkPrices(body.value().items(), caller);
        body.value().checkAddress(geography, body.problems());
        body.problems().addAll(body.value().lacking(body.problems()));
        known.addViolationsOfSession(caller, body.value().cashierSessionId(), body.problems());
        // Codes are not looked at: the one it was placed with may be used up since.
        var source = OrderController.sourceOf(caller);
        var question = body.value().question(null, source, body.problems());
        known.addViolations(caller, List.of(body.problems()), List.of(question));
        return known.onOrder(id, body, caller, ref -> switch (orders.changeAddress(
                caller.store(), actor, ref, body.valid().changeAddress())) {
            case ChangeAddress.Result.Changed(var order) -> Answer.ok("order.updated", OrderBody.of(order));
            case ChangeAddress.Result.NoSuchOrder _ -> Answer.notFound();
            case ChangeAddress.Result.Closed closed -> Answer.refused(closed);
        });
    }
}
