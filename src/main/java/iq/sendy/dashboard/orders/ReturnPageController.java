package iq.sendy.dashboard.orders;

import iq.sendy.kernel.Uuids;
import iq.sendy.orders.OrderRef;
import iq.sendy.orders.OrderView;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.FormBinder;
import iq.sendy.platform.body.ReferenceTo;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Size;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.body.Whole;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReader;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import iq.sendy.returns.MoveReturn;
import iq.sendy.returns.ReturnStatus;
import iq.sendy.returns.ReturnView;
import iq.sendy.returns.Returns;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** One return: decided, and taken in piece by piece. */
@PageController
class ReturnPageController {

    private static final String ONE = ReturnListController.RETURNS + "/{id}";

    private final Returns returns;
    private final OrderPage page;
    private final PageReaders readers;

    ReturnPageController(Returns returns, OrderPage page, PageReaders readers) {
        this.returns = returns;
        this.page = page;
        this.readers = readers;
    }

    private record DecisionDraft(
            @Text(Text.REASON) @Nullable String note) {}

    private record ArrivalDraft(
            @Required @ReferenceTo("order_item") UUID orderItemId,
            @Whole(max = 10_000) @Nullable Long restock,
            @Whole(max = 10_000) @Nullable Long damaged) {}

    private record ArrivalsDraft(
            @Size(min = 0, max = 200) @Nullable List<@Nullable ArrivalDraft> items) {

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
                                    .toList());
        }
    }

    @GetMapping(ONE)
    @Allows(permission = "returns.view")
    ModelAndView show(@PathVariable("id") String id, Caller caller) {
        return show(find(id, caller), PageForm.empty(), caller);
    }

    @PostMapping(ONE + "/approve")
    @Allows(permission = "returns.manage")
    ModelAndView approve(
            @PathVariable("id") String id, HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        return decide(id, request, MoveReturn.Approve::new, caller, actor, readers.of(caller, language));
    }

    @PostMapping(ONE + "/reject")
    @Allows(permission = "returns.manage")
    ModelAndView reject(
            @PathVariable("id") String id, HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        return decide(id, request, MoveReturn.Reject::new, caller, actor, readers.of(caller, language));
    }

    @PostMapping(ONE + "/complete")
    @Allows(permission = "returns.manage")
    ModelAndView complete(
            @PathVariable("id") String id, HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var found = find(id, caller);
        var sent = request.getParameterMap();
        var bound = FormBinder.bind(ArrivalsDraft.class, sent, caller.currency());
        return bound.problems().isEmpty()
                ? moved(found, bound.value().command(), sent, caller, actor, readers.of(caller, language))
                : faulty(found, sent, bound.problems().faults(), caller, readers.of(caller, language));
    }

    private ModelAndView decide(
            String id,
            HttpServletRequest request,
            Function<@Nullable String, MoveReturn> decision,
            Caller caller,
            Actor actor,
            PageReader reader) {
        var found = find(id, caller);
        var sent = request.getParameterMap();
        var bound = FormBinder.bind(DecisionDraft.class, sent, caller.currency());
        return bound.problems().isEmpty()
                ? moved(found, decision.apply(bound.value().note()), sent, caller, actor, reader)
                : faulty(found, sent, bound.problems().faults(), caller, reader);
    }

    private ModelAndView moved(
            ReturnView request,
            MoveReturn command,
            Map<String, String[]> sent,
            Caller caller,
            Actor actor,
            PageReader reader) {
        return switch (returns.move(caller.store(), actor, request.id(), command)) {
            case MoveReturn.Result.Moved(var moved) -> done(moved.id(), "returns." + moved.status());
            case MoveReturn.Result.NoSuchReturn _ -> throw RequestRejected.notFound();
            // A button that was tapped twice, or by two: it is where it was to go.
            case MoveReturn.Result.Forbidden(var from, var _) ->
                done(request.id(), from == command.to() ? "returns." + from : "returns.elsewhere");
            case Refusal refusal -> faulty(request, sent, refusal.violations(), caller, reader);
        };
    }

    private static ModelAndView done(UUID request, String said) {
        return PageRedirect.to(ReturnListController.RETURNS + "/" + request + "?said=" + said);
    }

    private ModelAndView faulty(
            ReturnView request,
            Map<String, String[]> sent,
            List<Violation> violations,
            Caller caller,
            PageReader reader) {
        return show(request, reader.refused(sent, violations), caller);
    }

    private ReturnView find(String id, Caller caller) {
        return Uuids.parse(id)
                .flatMap(request -> returns.find(caller.store(), request))
                .orElseThrow(RequestRejected::notFound);
    }

    private ModelAndView show(ReturnView request, PageForm form, Caller caller) {
        var order = page.find(caller, new OrderRef.ById(request.orderId())).order();
        var model = new HashMap<String, @Nullable Object>();
        model.put("request", request);
        model.put("order", order);
        model.put("look", ReturnLook.of(request.status()));
        model.put("lines", lines(request, order, caller));
        var mayDecide = ReturnLines.mayDecide(caller);
        model.put("mayDecide", mayDecide && request.status() == ReturnStatus.PENDING);
        model.put("mayComplete", mayDecide && request.status() == ReturnStatus.APPROVED);
        model.put("form", form.values().isEmpty() ? arrived(request) : form);
        return new ModelAndView(
                "dashboard/orders/return", model, form.isFaulty() ? HttpStatus.BAD_REQUEST : HttpStatus.OK);
    }

    /** What the form of what came begins with: that all came back good. */
    private static PageForm arrived(ReturnView request) {
        var form = PageForm.empty();
        for (var i = 0; i < request.items().size(); i++) {
            form = form.with("items[" + i + "].restock", request.items().get(i).quantity())
                    .with("items[" + i + "].damaged", 0);
        }
        return form;
    }

    private List<ReturnLine> lines(ReturnView request, OrderView order, Caller caller) {
        var pictured = page.pictured(order, caller).stream()
                .collect(Collectors.toMap(each -> each.line().id(), Function.identity()));
        return IntStream.range(0, request.items().size())
                .mapToObj(i -> {
                    var item = request.items().get(i);
                    var each = Objects.requireNonNull(pictured.get(item.orderItemId()));
                    return new ReturnLine(i, each.line(), item.quantity(), each.picture());
                })
                .toList();
    }
}
