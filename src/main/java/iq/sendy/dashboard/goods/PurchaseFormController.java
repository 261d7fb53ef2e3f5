package iq.sendy.dashboard.goods;

import iq.sendy.dashboard.OnceField;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.FormBinder;
import iq.sendy.platform.body.PatchMerge;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReader;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import iq.sendy.purchasing.ChangePurchaseOrder;
import iq.sendy.purchasing.PurchaseOrder;
import iq.sendy.purchasing.PurchaseOrderRequest;
import iq.sendy.purchasing.PurchaseOrderStatus;
import iq.sendy.purchasing.PurchaseOrders;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The form of a purchase order, whose lines are found, added and dropped before anything is stored. */
@PageController
class PurchaseFormController {

    private static final String SAVE = "save";

    private final PurchaseOrders orders;
    private final PurchasePage page;
    private final PurchaseForm form;
    private final UuidGenerator ids;
    private final PageReaders readers;

    PurchaseFormController(
            PurchaseOrders orders, PurchasePage page, PurchaseForm form, UuidGenerator ids, PageReaders readers) {
        this.orders = orders;
        this.page = page;
        this.form = form;
        this.ids = ids;
        this.readers = readers;
    }

    @GetMapping(GoodsPaths.RECEIVING + "/new")
    @Allows(permission = "purchase_orders.manage")
    ModelAndView begin(Caller caller, Locale language) {
        var today = readers.of(caller, language).today();
        return form.show(null, OnceField.fresh(ids).with("orderDate", today), caller);
    }

    @PostMapping(GoodsPaths.RECEIVING)
    @Allows(permission = "purchase_orders.manage")
    ModelAndView create(HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var reader = readers.of(caller, language);
        var typed = PageForm.sent(request.getParameterMap());
        if (!typed.value("act").equals(SAVE)) {
            return form.edited(null, typed, caller, reader);
        }
        var bound = bind(request, caller);
        var details = bound.value().over(null, caller, bound.problems());
        if (!bound.value().items().present()) {
            bound.problems().add(Violation.at("items", "field.required").said("purchase.lines.none", List.of()));
        }
        bound.problems()
                .addMissing(atNames(orders.unknown(caller.store(), bound.value().references())));
        if (!bound.problems().isEmpty()) {
            return form.show(null, faulty(request, bound.problems().faults(), reader), caller);
        }
        var sound = Objects.requireNonNull(details);
        var ordered = Objects.requireNonNull(bound.value().ordered());
        var order = orders.createOnce(
                caller.store(), actor, caller.currency(), OnceField.id(request.getParameterMap(), ids), sound, ordered);
        return PageRedirect.to(PurchasePage.path(order.id()) + "?said=purchases.drafted");
    }

    @GetMapping(GoodsPaths.PURCHASE + "/edit")
    @Allows(permission = "purchase_orders.manage")
    ModelAndView edit(@PathVariable("order") UUID id, Caller caller, Locale language) {
        var order = page.find(caller, id);
        return order.status() == PurchaseOrderStatus.DRAFT
                ? form.show(order, PurchaseForm.stored(order, readers.of(caller, language)), caller)
                : PageRedirect.to(PurchasePage.path(id) + "?said=purchases.moved");
    }

    @PostMapping(GoodsPaths.PURCHASE)
    @Allows(permission = "purchase_orders.manage")
    ModelAndView change(
            @PathVariable("order") UUID id, HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var before = page.find(caller, id);
        var reader = readers.of(caller, language);
        var typed = PageForm.sent(request.getParameterMap());
        if (!typed.value("act").equals(SAVE)) {
            return form.edited(before, typed, caller, reader);
        }
        var stored = PurchaseForm.stored(before, reader).values();
        var bound = FormBinder.bind(PurchaseOrderRequest.class, request.getParameterMap(), caller.currency(), stored);
        var draft = bound.value();
        draft.over(before.details(), caller, bound.problems());
        if (PurchaseLine.of(typed).isEmpty()) {
            bound.problems().add(Violation.at("items", "field.required").said("purchase.lines.none", List.of()));
        }
        bound.problems()
                .addMissing(atNames(
                        orders.unknown(caller.store(), draft.references().beside(before))));
        if (!bound.problems().isEmpty()) {
            return form.show(before, faulty(request, bound.problems().faults(), reader), caller);
        }
        return changed(before, draft, request, caller, actor, reader);
    }

    private ModelAndView changed(
            PurchaseOrder before,
            PurchaseOrderRequest draft,
            HttpServletRequest request,
            Caller caller,
            Actor actor,
            PageReader reader) {
        var command = new ChangePurchaseOrder(
                before.id(),
                caller.currency(),
                present -> PatchMerge.sound(draft.over(present, caller, new Violations())),
                draft.ordered(),
                null,
                null);
        return switch (orders.change(caller.store(), actor, command)) {
            case ChangePurchaseOrder.Result.Changed _ ->
                PageRedirect.to(PurchasePage.path(before.id()) + "?said=purchases.saved");
            case ChangePurchaseOrder.Result.NoSuchOrder _ -> throw RequestRejected.notFound();
            case Refusal refusal -> form.show(before, faulty(request, refusal.violations(), reader), caller);
        };
    }

    private static Bound<PurchaseOrderRequest> bind(HttpServletRequest request, Caller caller) {
        return FormBinder.bind(PurchaseOrderRequest.class, request.getParameterMap(), caller.currency());
    }

    /** A product that is gone is said where its pieces are typed, since its id is not seen. */
    private static List<Violation> atNames(List<Violation> violations) {
        return violations.stream()
                .map(each -> each.field() == null
                        ? each
                        : new Violation(
                                each.field().replace(".storeProductId", ".quantity"),
                                each.code(),
                                each.text(),
                                each.arguments(),
                                each.more()))
                .toList();
    }

    private static PageForm faulty(HttpServletRequest request, List<Violation> violations, PageReader reader) {
        return reader.refused(request.getParameterMap(), violations);
    }
}
