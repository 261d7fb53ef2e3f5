package iq.sendy.dashboard.settings;

import iq.sendy.catalog.PackageSize;
import iq.sendy.catalog.PackageSizes;
import iq.sendy.dashboard.AskFirst;
import iq.sendy.dashboard.OnceField;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.FormBinder;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** What parcels are packed in. */
@PageController
class PackagePagesController {

    private static final String VIEW = "dashboard/settings/package";
    private static final String NEW = SettingsPaths.PACKAGES + "/new";
    private static final String ONE = SettingsPaths.PACKAGES + "/{size}";

    private final PackageSizes sizes;
    private final UuidGenerator ids;
    private final PageReaders readers;

    PackagePagesController(PackageSizes sizes, UuidGenerator ids, PageReaders readers) {
        this.sizes = sizes;
        this.ids = ids;
        this.readers = readers;
    }

    @GetMapping(SettingsPaths.PACKAGES)
    @Allows(permission = "package_sizes.view", scope = "catalog:read")
    ModelAndView list(Caller caller, Paging paging) {
        var found = sizes.list(caller.store(), paging);
        var model = new HashMap<String, Object>(Map.of(
                "sizes", found.items(), "manages", caller.missing("package_sizes.manage", "catalog:write") == null));
        model.put("older", Pages.older(SettingsPaths.PACKAGES, found));
        model.put("newest", Pages.newest(SettingsPaths.PACKAGES, paging));
        return new ModelAndView("dashboard/settings/packages", model);
    }

    @GetMapping(NEW)
    @Allows(permission = "package_sizes.manage", scope = "catalog:write")
    ModelAndView begin() {
        return new ModelAndView(VIEW, Map.of("form", OnceField.fresh(ids), "action", NEW));
    }

    @PostMapping(NEW)
    @Allows(permission = "package_sizes.manage", scope = "catalog:write")
    ModelAndView add(HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var sent = request.getParameterMap();
        var bound = FormBinder.bind(PackageDraft.class, sent, caller.currency()).complete();
        if (!bound.problems().isEmpty()) {
            return SettingsForms.wrong(
                    VIEW, Map.of("action", NEW), sent, bound.problems().faults(), readers.of(caller, language));
        }
        sizes.addOnce(
                caller.store(), actor, OnceField.id(sent, ids), bound.value().command());
        return PageRedirect.to(SettingsPaths.PACKAGES + "?said=packages.saved");
    }

    @GetMapping(ONE)
    @Allows(permission = "package_sizes.manage", scope = "catalog:write")
    ModelAndView show(@PathVariable("size") UUID id, Caller caller) {
        var size = find(caller, id);
        return new ModelAndView(VIEW, Map.of("form", form(size), "action", path(id), "size", size));
    }

    @PostMapping(ONE)
    @Allows(permission = "package_sizes.manage", scope = "catalog:write")
    ModelAndView change(
            @PathVariable("size") UUID id, HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var sent = request.getParameterMap();
        var size = find(caller, id);
        var bound = FormBinder.bind(PackageDraft.class, sent, caller.currency());
        if (!bound.problems().isEmpty()) {
            return SettingsForms.wrong(
                    VIEW,
                    Map.of("action", path(id), "size", size),
                    sent,
                    bound.problems().faults(),
                    readers.of(caller, language));
        }
        return sizes.change(caller.store(), actor, id, bound.value().command())
                .map(_ -> PageRedirect.to(SettingsPaths.PACKAGES + "?said=packages.saved"))
                .orElseThrow(RequestRejected::notFound);
    }

    /** One that is gone already is gone. */
    @PostMapping(ONE + "/delete")
    @Allows(permission = "package_sizes.manage", scope = "catalog:write")
    ModelAndView delete(
            @PathVariable("size") UUID id, HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        if (!AskFirst.sure(request.getParameterMap())) {
            return AskFirst.deletion("packages", find(caller, id).name(), path(id), readers.of(caller, language))
                    .page();
        }
        sizes.delete(caller.store(), actor, id);
        return PageRedirect.to(SettingsPaths.PACKAGES + "?said=packages.deleted");
    }

    private PackageSize find(Caller caller, UUID id) {
        return sizes.find(caller.store(), id).orElseThrow(RequestRejected::notFound);
    }

    private static String path(UUID size) {
        return SettingsPaths.PACKAGES + "/" + size;
    }

    private static PageForm form(PackageSize size) {
        return PageForm.ofStored()
                .with("name", size.name())
                .with("lengthCm", size.lengthCm())
                .with("widthCm", size.widthCm())
                .with("heightCm", size.heightCm())
                .with("maxWeightGrams", size.maxWeightGrams())
                .with("isDefault", size.isDefault());
    }
}
