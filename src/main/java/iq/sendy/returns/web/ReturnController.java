package iq.sendy.returns.web;

import iq.sendy.orders.OrderRef;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.Refusal;
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
import iq.sendy.returns.MoveReturn;
import iq.sendy.returns.RequestReturn;
import iq.sendy.returns.ReturnBody;
import iq.sendy.returns.ReturnStatus;
import iq.sendy.returns.Returns;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Returns on the wire: asked for at an order, then decided and completed by their own id. */
@StoreController
class ReturnController {

    private final Returns returns;

    ReturnController(Returns returns) {
        this.returns = returns;
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
        Optional<List<Violation>> violations(Returns returns, Caller caller, OrderRef ref, Violations found) {
            if (found.faults().stream().noneMatch(AskRequest::ofItems)) {
                return returns.violations(caller.store(), ref, command(), List.of());
            }
            var lines = new ArrayList<@Nullable UUID>();
            for (var item : Objects.requireNonNullElse(items, List.<@Nullable ReturnPiece>of())) {
                lines.add(item == null ? null : item.orderItemId());
            }
            return returns.violations(caller.store(), ref, new RequestReturn(null, null), lines);
        }

        private static boolean ofItems(Violation violation) {
            return Objects.requireNonNullElse(violation.field(), "").startsWith("items");
        }
    }

    @PostMapping("/orders/{id}/return-request")
    @Allows(permission = "returns.manage", scope = "orders:write")
    @Describes(
            value = "Ask for the return of a delivered order or of some of its pieces",
            refuses = RequestReturn.Result.class)
    Answer<ReturnBody> ask(@PathVariable String id, @Body Bound<AskRequest> body, Caller caller, Actor actor) {
        var ref = OrderRef.parse(id);
        if (ref.isEmpty()) {
            return Answer.notFound();
        }
        if (!body.problems().isEmpty()) {
            var violations = body.value().violations(returns, caller, ref.get(), body.problems());
            if (violations.isEmpty()) {
                return Answer.notFound();
            }
            body.problems().addMissing(violations.get());
        }
        return switch (returns.request(
                caller.store(), actor, ref.get(), body.valid().command())) {
            case RequestReturn.Result.Requested(var request) -> Answer.ok("return.requested", ReturnBody.of(request));
            case RequestReturn.Result.NoSuchOrder _ -> Answer.notFound();
            case Refusal refusal -> Answer.refused(refusal);
        };
    }

    @GetMapping("/orders/{id}/return-requests")
    @Allows(permission = "returns.view", scope = "orders:read")
    @Describes("The returns of an order, newest first")
    Answer<Page<ReturnBody>> ofOrder(@PathVariable String id, Paging paging, Caller caller) {
        return OrderRef.parse(id)
                .flatMap(ref -> returns.listOf(caller.store(), ref, paging))
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
                "return.listed", returns.list(caller.store(), statuses, paging).map(ReturnBody::of));
    }

    @GetMapping("/return-requests/{id}")
    @Allows(permission = "returns.view", scope = "orders:read")
    @Describes("One return")
    Answer<ReturnBody> get(@PathVariable String id, Caller caller) {
        return parse(id)
                .flatMap(request -> returns.find(caller.store(), request))
                .map(found -> Answer.ok("return.found", ReturnBody.of(found)))
                .orElseGet(Answer::notFound);
    }

    record DecideRequest(
            @Text(Text.REASON) @Example("\"اتفقنا مع الزبون\"") @Nullable
            String note) {}

    @PostMapping("/return-requests/{id}/approve")
    @Allows(permission = "returns.manage", scope = "orders:write")
    @Describes(value = "Let a return come", refuses = MoveReturn.Result.Forbidden.class)
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
            refuses = MoveReturn.Result.Forbidden.class)
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
            @Size(min = 0, max = 200) @Nullable List<@Nullable ArrivedPieces> items,
            @ReferenceTo("cashier_session") @Nullable UUID cashierSessionId) {

        MoveReturn command() {
            return new MoveReturn.Complete(
                    items == null
                            ? null
                            : items.stream()
                                    .map(Objects::requireNonNull)
                                    .map(item -> new MoveReturn.Arrival(
                                            item.orderItemId(),
                                            Objects.requireNonNullElse(item.restock(), 0L),
                                            Objects.requireNonNullElse(item.damaged(), 0L)))
                                    .toList(),
                    cashierSessionId);
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
            value =
                    "Take in what came back: good pieces are stock again, and the refund is for what came; what was sold for"
                            + " cash is paid by the session that is named, else by one that is open, else by the register's next",
            refuses = MoveReturn.Result.class)
    Answer<ReturnBody> complete(
            @PathVariable String id, @Body Bound<CompleteRequest> body, Caller caller, Actor actor) {
        if (absent(id, body, caller)) {
            return Answer.notFound();
        }
        if (!body.problems().isEmpty()) {
            body.problems()
                    .addMissing(returns.completionViolations(
                            caller.store(),
                            parse(id).orElseThrow(),
                            body.value().lines()));
        }
        return moved("return.completed", id, body.valid().command(), caller, actor);
    }

    /** A return that is not there is said before what is wrong with the body. */
    private <T> boolean absent(String id, Bound<T> body, Caller caller) {
        var request = parse(id);
        return request.isEmpty()
                || (!body.problems().isEmpty()
                        && returns.find(caller.store(), request.get()).isEmpty());
    }

    private Answer<ReturnBody> moved(String message, String id, MoveReturn command, Caller caller, Actor actor) {
        var request = parse(id).orElseThrow();
        return switch (returns.move(caller.store(), actor, request, command)) {
            case MoveReturn.Result.Moved(var moved) -> Answer.ok(message, ReturnBody.of(moved));
            case MoveReturn.Result.NoSuchReturn _ -> Answer.notFound();
            case Refusal refusal -> Answer.refused(refusal);
        };
    }

    private static Optional<UUID> parse(String written) {
        return OrderRef.parse(written)
                .flatMap(ref -> ref instanceof OrderRef.ById(var id) ? Optional.of(id) : Optional.<UUID>empty());
    }
}
