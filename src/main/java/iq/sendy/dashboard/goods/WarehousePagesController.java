package iq.sendy.dashboard.goods;

import iq.sendy.dashboard.AskFirst;
import iq.sendy.dashboard.OnceField;
import iq.sendy.inventory.DeleteWarehouse;
import iq.sendy.inventory.SaveWarehouse;
import iq.sendy.inventory.WarehouseView;
import iq.sendy.inventory.Warehouses;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.FormBinder;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The places where pieces are. */
@PageController
class WarehousePagesController {

    private static final String ONE = GoodsPaths.WAREHOUSES + "/{warehouse}";

    private final Warehouses warehouses;
    private final UuidGenerator ids;
    private final PageReaders readers;

    WarehousePagesController(Warehouses warehouses, UuidGenerator ids, PageReaders readers) {
        this.warehouses = warehouses;
        this.ids = ids;
        this.readers = readers;
    }

    /** A warehouse as its form sends it, by the rules of the API's body. */
    record WarehouseDraft(
            @Required @Text(Text.NAME) Patch<String> name,
            @Text(Text.ADDRESS) Patch<String> address,
            Patch<Boolean> isDefault) {

        static PageForm form(WarehouseView warehouse) {
            return PageForm.ofStored()
                    .with("name", warehouse.name())
                    .with("address", warehouse.address())
                    .with("isDefault", warehouse.isDefault());
        }

        SaveWarehouse command() {
            return new SaveWarehouse(name, address, isDefault);
        }
    }

    @GetMapping(GoodsPaths.WAREHOUSES)
    @Allows(permission = "inventory.view")
    ModelAndView list(Caller caller) {
        return page(null, OnceField.fresh(ids), caller);
    }

    @PostMapping(GoodsPaths.WAREHOUSES)
    @Allows(permission = "inventory.manage")
    ModelAndView add(HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var sent = request.getParameterMap();
        var reader = readers.of(caller, language);
        var bound = bind(sent, caller);
        bound.value().name().neverLeftOut("name", bound.problems());
        if (!bound.problems().isEmpty()) {
            return page(null, reader.refused(sent, bound.problems().faults()), caller);
        }
        warehouses.addOnce(
                caller.store(), actor, OnceField.id(sent, ids), bound.value().command());
        return said("warehouses.added");
    }

    @GetMapping(ONE)
    @Allows(permission = "inventory.manage")
    ModelAndView show(@PathVariable("warehouse") UUID id, Caller caller) {
        var warehouse = find(caller, id);
        return page(warehouse, WarehouseDraft.form(warehouse), caller);
    }

    @PostMapping(ONE)
    @Allows(permission = "inventory.manage")
    ModelAndView change(
            @PathVariable("warehouse") UUID id,
            HttpServletRequest request,
            Caller caller,
            Actor actor,
            Locale language) {
        var sent = request.getParameterMap();
        var reader = readers.of(caller, language);
        var warehouse = find(caller, id);
        var bound = bind(sent, caller);
        if (!bound.problems().isEmpty()) {
            return page(warehouse, reader.refused(sent, bound.problems().faults()), caller);
        }
        return switch (warehouses.change(
                caller.store(), actor, id, bound.value().command())) {
            case SaveWarehouse.Result.Saved _ -> said("warehouses.saved");
            case SaveWarehouse.Result.NoSuchWarehouse _ -> throw RequestRejected.notFound();
            case SaveWarehouse.Result.DefaultNeeded _ ->
                page(
                        warehouse,
                        reader.refused(
                                sent,
                                List.of(Violation.at("isDefault", "field.invalid")
                                        .said("warehouse.default.needed", List.of()))),
                        caller);
        };
    }

    @PostMapping(ONE + "/delete")
    @Allows(permission = "inventory.manage")
    ModelAndView delete(
            @PathVariable("warehouse") UUID id,
            HttpServletRequest request,
            Caller caller,
            Actor actor,
            Locale language) {
        if (!AskFirst.sure(request.getParameterMap())) {
            var name = find(caller, id).name();
            return AskFirst.deletion("warehouse", name, GoodsPaths.WAREHOUSES + "/" + id, readers.of(caller, language))
                    .page();
        }
        return switch (warehouses.delete(caller.store(), actor, new DeleteWarehouse(id))) {
            // Tapped twice it is gone, which is what was wanted.
            case DeleteWarehouse.Result.Deleted _, DeleteWarehouse.Result.NoSuchWarehouse _ ->
                said("warehouses.deleted");
            case DeleteWarehouse.Result.InUse _ -> said("warehouses.used");
        };
    }

    private WarehouseView find(Caller caller, UUID id) {
        return warehouses.find(caller.store(), id).orElseThrow(RequestRejected::notFound);
    }

    private List<WarehouseView> all(Caller caller) {
        return warehouses
                .list(caller.store(), new Paging(1, Paging.MOST, null, UnaryOperator.identity()))
                .items();
    }

    private static Bound<WarehouseDraft> bind(Map<String, String[]> sent, Caller caller) {
        var bound = FormBinder.bind(WarehouseDraft.class, sent, caller.currency());
        bound.value().name().neverCleared("name", bound.problems());
        return bound;
    }

    private static ModelAndView said(String what) {
        return PageRedirect.to(GoodsPaths.WAREHOUSES + "?said=" + what);
    }

    private ModelAndView page(@Nullable WarehouseView warehouse, PageForm form, Caller caller) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("warehouse", warehouse);
        model.put("form", form);
        model.put("rows", all(caller));
        model.put("mayChange", caller.missing("inventory.manage", "catalog:write") == null);
        return new ModelAndView(
                "dashboard/goods/warehouses", model, form.isFaulty() ? HttpStatus.BAD_REQUEST : HttpStatus.OK);
    }
}
