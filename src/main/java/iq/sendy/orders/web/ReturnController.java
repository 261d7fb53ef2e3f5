package iq.sendy.orders.web;

import iq.sendy.orders.MoveReturn;
import iq.sendy.orders.MoveReturnResult;
import iq.sendy.orders.OrderRef;
import iq.sendy.orders.OrderViolation;
import iq.sendy.orders.Orders;
import iq.sendy.orders.RequestReturn;
import iq.sendy.orders.RequestReturnResult;
import iq.sendy.orders.ReturnBody;
import iq.sendy.orders.ReturnStatus;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.QueryParameters;
import iq.sendy.platform.body.ReferenceTo;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Size;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.body.Whole;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@StoreController
class ReturnController {

    private final Orders orders;

    ReturnController(Orders orders) {
        this.orders = orders;
    }

    /** A return on the wire: contract section 15. */
    record ReturnPiece(
            @Required @ReferenceTo("order_item") UUID orderItemId,

            @Required @Whole(min = 1, max = 10_000) @Example("1")
            Long quantity) {}

    record AskRequest(
            @Text(Text.REASON) @Example("\"وصلت مكسورة\"") @Nullable
            String reason,

            @Size(min = 1, max = 200) @Nullable List<@Nullable ReturnPiece> items) {

        RequestReturn command() {
            return new RequestReturn(
                    reason,
                    items == null
                            ? null
                            : items.stream()
                                    .map(Objects::requireNonNull)
                                    .map(item -> new RequestReturn.Piece(item.orderItemId(), item.quantity()))
                                    .toList());
        }

        /** Its items where they can be read, and else the lines that they name. */
        List<OrderViolation> flaws(Orders orders, Caller caller, OrderRef ref, Violations violations) {
            if (!OrderItem.unreadable(violations)) {
                return orders.returnFlaws(caller.store(), ref, command(), List.of());
            }
            var lines = new ArrayList<@Nullable UUID>();
            for (var item : Objects.requireNonNullElse(items, List.<@Nullable ReturnPiece>of())) {
                lines.add(item == null ? null : item.orderItemId());
            }
            return orders.returnFlaws(caller.store(), ref, new RequestReturn(null, null), lines);
        }
    }

    @PostMapping("/orders/{id}/return-request")
    @Allows(permission = "returns.manage", scope = "orders:write")
    @Describes(
            value = "Ask for the return of a delivered order or of some of its pieces",
            refuses = {"400 return.not_delivered", "400 return.quantity", "400 order_item.unknown", "409 return.pending"
            })
    Answer<ReturnBody> ask(@PathVariable String id, @Body Bound<AskRequest> body, Caller caller, Actor actor) {
        var ref = OrderRef.parse(id);
        if (ref.isEmpty()
                || (!body.problems().isEmpty()
                        && orders.find(caller.store(), ref.get()).isEmpty())) {
            return Answer.notFound();
        }
        if (!body.problems().isEmpty()) {
            OrderPreconditions.add(body.value().flaws(orders, caller, ref.get(), body.problems()), body.problems());
        }
        return switch (orders.askReturn(
                caller.store(), actor, ref.get(), body.valid().command())) {
            case RequestReturnResult.Requested(var request) -> Answer.ok("return.requested", ReturnBody.of(request));
            case RequestReturnResult.NoSuchOrder _ -> Answer.notFound();
            case RequestReturnResult.NotDelivered _ -> Answer.badRequest(Violation.of("return.not_delivered"));
            case RequestReturnResult.Invalid(var flaws) ->
                Answer.refused(HttpStatus.BAD_REQUEST, OrderRefusals.flaws(flaws));
            case RequestReturnResult.Pending _ -> Answer.conflict(Violation.of("return.pending"));
        };
    }

    @GetMapping("/orders/{id}/return-requests")
    @Allows(permission = "returns.view", scope = "orders:read")
    @Describes("The returns of an order, newest first")
    Answer<Page<ReturnBody>> ofOrder(@PathVariable String id, Paging paging, Caller caller) {
        return OrderRef.parse(id)
                .flatMap(ref -> orders.returnsOf(caller.store(), ref, paging))
                .map(found -> Answer.ok("return.listed", found.map(ReturnBody::of)))
                .orElseGet(Answer::notFound);
    }

    record ReturnFilter(@Nullable List<ReturnStatus> status) {}

    @GetMapping("/return-requests")
    @Allows(permission = "returns.view", scope = "orders:read")
    @Describes("List the returns, newest first")
    Answer<Page<ReturnBody>> list(@QueryParameters ReturnFilter filter, Paging paging, Caller caller) {
        var statuses = Objects.requireNonNullElse(filter.status(), List.<ReturnStatus>of());
        return Answer.ok(
                "return.listed",
                orders.listReturns(caller.store(), statuses, paging).map(ReturnBody::of));
    }

    @GetMapping("/return-requests/{id}")
    @Allows(permission = "returns.view", scope = "orders:read")
    @Describes("One return")
    Answer<ReturnBody> get(@PathVariable String id, Caller caller) {
        return parse(id)
                .flatMap(request -> orders.findReturn(caller.store(), request))
                .map(found -> Answer.ok("return.found", ReturnBody.of(found)))
                .orElseGet(Answer::notFound);
    }

    record DecideRequest(
            @Text(Text.REASON) @Example("\"اتفقنا مع الزبون\"") @Nullable
            String note) {}

    @PostMapping("/return-requests/{id}/approve")
    @Allows(permission = "returns.manage", scope = "orders:write")
    @Describes(
            value = "Let a return come",
            refuses = {"409 return.status.forbidden"})
    Answer<ReturnBody> approve(@PathVariable String id, @Body Bound<DecideRequest> body, Caller caller, Actor actor) {
        if (absent(id, body, caller)) {
            return Answer.notFound();
        }
        return moved("return.approved", id, new MoveReturn.Approve(body.valid().note()), caller, actor);
    }

    @PostMapping("/return-requests/{id}/reject")
    @Allows(permission = "returns.manage", scope = "orders:write")
    @Describes(
            value = "Turn a return down; its pieces can be asked for again",
            refuses = {"409 return.status.forbidden"})
    Answer<ReturnBody> reject(@PathVariable String id, @Body Bound<DecideRequest> body, Caller caller, Actor actor) {
        if (absent(id, body, caller)) {
            return Answer.notFound();
        }
        return moved("return.rejected", id, new MoveReturn.Reject(body.valid().note()), caller, actor);
    }

    record ArrivedPieces(
            @Required @ReferenceTo("order_item") UUID orderItemId,
            @Whole(max = 10_000) @Example("1") @Nullable Long restock,
            @Whole(max = 10_000) @Example("0") @Nullable Long damaged) {}

    record CompleteRequest(
            @Size(min = 0, max = 200) @Nullable List<@Nullable ArrivedPieces> items) {

        MoveReturn command() {
            return new MoveReturn.Complete(
                    items == null
                            ? null
                            : items.stream()
                                    .map(Objects::requireNonNull)
                                    .map(item -> new MoveReturn.Came(
                                            item.orderItemId(),
                                            Objects.requireNonNullElse(item.restock(), 0L),
                                            Objects.requireNonNullElse(item.damaged(), 0L)))
                                    .toList());
        }

        List<@Nullable UUID> lines() {
            var lines = new ArrayList<@Nullable UUID>();
            for (var item : Objects.requireNonNullElse(items, List.<@Nullable ArrivedPieces>of())) {
                lines.add(item == null ? null : item.orderItemId());
            }
            return lines;
        }
    }

    @PostMapping("/return-requests/{id}/complete")
    @Allows(permission = "returns.manage", scope = "orders:write")
    @Describes(
            value = "Take in what came back: good pieces are stock again, and the refund is for what came",
            refuses = {"400 return.quantity", "400 order_item.unknown", "409 return.status.forbidden"})
    Answer<ReturnBody> complete(
            @PathVariable String id, @Body Bound<CompleteRequest> body, Caller caller, Actor actor) {
        if (absent(id, body, caller)) {
            return Answer.notFound();
        }
        if (!body.problems().isEmpty()) {
            var flaws = orders.completionFlaws(
                    caller.store(), parse(id).orElseThrow(), body.value().lines());
            OrderPreconditions.add(flaws, body.problems());
        }
        return moved("return.completed", id, body.valid().command(), caller, actor);
    }

    /** A return that is not there is said before what is wrong with the body. */
    private <T> boolean absent(String id, Bound<T> body, Caller caller) {
        var request = parse(id);
        return request.isEmpty()
                || (!body.problems().isEmpty()
                        && orders.findReturn(caller.store(), request.get()).isEmpty());
    }

    private Answer<ReturnBody> moved(String message, String id, MoveReturn command, Caller caller, Actor actor) {
        var request = parse(id).orElseThrow();
        return switch (orders.moveReturn(caller.store(), actor, request, command)) {
            case MoveReturnResult.Moved(var moved) -> Answer.ok(message, ReturnBody.of(moved));
            case MoveReturnResult.NoSuchReturn _ -> Answer.notFound();
            case MoveReturnResult.Invalid(var flaws) ->
                Answer.refused(HttpStatus.BAD_REQUEST, OrderRefusals.flaws(flaws));
            case MoveReturnResult.Forbidden(var from, var allowed) -> {
                var words =
                        allowed.stream().map(ReturnStatus::toString).sorted().toList();
                var shown = words.isEmpty() ? "-" : words.stream().collect(Collectors.joining(", "));
                yield Answer.conflict(Violation.of("return.status.forbidden", from.toString(), shown)
                        .with("allowed", words));
            }
        };
    }

    private static Optional<UUID> parse(String written) {
        return OrderRef.parse(written)
                .flatMap(ref -> ref instanceof OrderRef.ById(var id) ? Optional.of(id) : Optional.<UUID>empty());
    }
}
