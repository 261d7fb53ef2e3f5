package iq.sendy.dashboard.goods;

import iq.sendy.dashboard.AskFirst;
import iq.sendy.dashboard.OnceField;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.FormBinder;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReader;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import iq.sendy.purchasing.DeleteSupplier;
import iq.sendy.purchasing.Supplier;
import iq.sendy.purchasing.Supplier.SupplierDetails;
import iq.sendy.purchasing.SupplierRequest;
import iq.sendy.purchasing.Suppliers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Whom the shop buys from, and what it owes them. */
@PageController
class SupplierPagesController {

    private static final int ROWS = 50;
    private static final String ONE = GoodsPaths.SUPPLIERS + "/{supplier}";

    private final Suppliers suppliers;
    private final UuidGenerator ids;
    private final PageReaders readers;

    SupplierPagesController(Suppliers suppliers, UuidGenerator ids, PageReaders readers) {
        this.suppliers = suppliers;
        this.ids = ids;
        this.readers = readers;
    }

    @GetMapping(GoodsPaths.SUPPLIERS)
    @Allows(permission = "suppliers.view")
    ModelAndView list(HttpServletRequest request, Paging paging, Caller caller) {
        var q = ProductSearchForm.text(request::getParameter, "q");
        var page = suppliers.list(
                caller.store(), q.isEmpty() ? null : q, new Paging(1, ROWS, paging.cursor(), paging.seal()));
        var model = new HashMap<String, @Nullable Object>();
        model.put("q", q);
        model.put("rows", page.items());
        model.put("mayChange", mayChange(caller));
        model.put("newest", paging.cursor() == null ? null : from(q, null));
        model.put("older", page.nextCursor() == null ? null : from(q, page.nextCursor()));
        return new ModelAndView("dashboard/goods/suppliers", model);
    }

    private static String from(String q, @Nullable String cursor) {
        var address = UriComponentsBuilder.fromPath(GoodsPaths.SUPPLIERS);
        ProductSearchForm.add(address, "q", q);
        ProductSearchForm.add(address, "cursor", cursor == null ? "" : cursor);
        return address.encode().build().toUriString();
    }

    private static boolean mayChange(Caller caller) {
        return caller.missing("suppliers.manage", "purchasing:write") == null;
    }

    @GetMapping(GoodsPaths.SUPPLIERS + "/new")
    @Allows(permission = "suppliers.manage")
    ModelAndView begin(Caller caller) {
        return page(null, OnceField.fresh(ids), caller);
    }

    @PostMapping(GoodsPaths.SUPPLIERS)
    @Allows(permission = "suppliers.manage")
    ModelAndView add(HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var sent = request.getParameterMap();
        var reader = readers.of(caller, language);
        var bound = bind(sent, caller);
        bound.value().fullName().neverLeftOut("fullName", bound.problems());
        if (!bound.problems().isEmpty()) {
            return page(null, reader.refused(sent, bound.problems().faults()), caller);
        }
        suppliers.createOnce(
                caller.store(), actor, OnceField.id(sent, ids), bound.value().fresh());
        return PageRedirect.to(GoodsPaths.SUPPLIERS + "?said=suppliers.added");
    }

    @GetMapping(ONE)
    @Allows(permission = "suppliers.view")
    ModelAndView show(@PathVariable("supplier") UUID id, Caller caller, Locale language) {
        var supplier = find(caller, id);
        return page(supplier, form(supplier.details(), readers.of(caller, language)), caller);
    }

    @PostMapping(ONE)
    @Allows(permission = "suppliers.manage")
    ModelAndView change(
            @PathVariable("supplier") UUID id,
            HttpServletRequest request,
            Caller caller,
            Actor actor,
            Locale language) {
        var sent = request.getParameterMap();
        var reader = readers.of(caller, language);
        var supplier = find(caller, id);
        var bound = bind(sent, caller);
        if (!bound.problems().isEmpty()) {
            return page(supplier, reader.refused(sent, bound.problems().faults()), caller);
        }
        if (suppliers.change(caller.store(), actor, id, bound.value()::over).isEmpty()) {
            throw RequestRejected.notFound();
        }
        return PageRedirect.to(GoodsPaths.SUPPLIERS + "/" + id + "?said=suppliers.saved");
    }

    @PostMapping(ONE + "/delete")
    @Allows(permission = "suppliers.manage")
    ModelAndView delete(
            @PathVariable("supplier") UUID id,
            HttpServletRequest request,
            Caller caller,
            Actor actor,
            Locale language) {
        if (!AskFirst.sure(request.getParameterMap())) {
            var name = find(caller, id).details().fullName();
            return AskFirst.deletion("supplier", name, GoodsPaths.SUPPLIERS + "/" + id, readers.of(caller, language))
                    .page();
        }
        return switch (suppliers.delete(caller.store(), actor, new DeleteSupplier(id))) {
            case DeleteSupplier.Result.Deleted _ -> PageRedirect.to(GoodsPaths.SUPPLIERS + "?said=suppliers.deleted");
            case DeleteSupplier.Result.NoSuchSupplier _ -> throw RequestRejected.notFound();
            case DeleteSupplier.Result.NotEven _ ->
                PageRedirect.to(GoodsPaths.SUPPLIERS + "/" + id + "?said=suppliers.owed");
        };
    }

    private Supplier find(Caller caller, UUID id) {
        return suppliers.find(caller.store(), id).orElseThrow(RequestRejected::notFound);
    }

    private static PageForm form(SupplierDetails details, PageReader reader) {
        var phone = details.phone();
        return PageForm.ofStored()
                .with("fullName", details.fullName())
                .with("phone", phone == null ? null : reader.phone(phone))
                .with("email", details.email())
                .with("company", details.company())
                .with("address", details.address())
                .with("notes", details.notes());
    }

    private static Bound<SupplierRequest> bind(Map<String, String[]> sent, Caller caller) {
        return FormBinder.bind(SupplierRequest.class, sent, caller.currency());
    }

    private static ModelAndView page(@Nullable Supplier supplier, PageForm form, Caller caller) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("supplier", supplier);
        model.put("form", form);
        model.put("mayChange", mayChange(caller));
        return new ModelAndView(
                "dashboard/goods/supplier", model, form.isFaulty() ? HttpStatus.BAD_REQUEST : HttpStatus.OK);
    }
}
