package iq.sendy.dashboard.money;

import iq.sendy.dashboard.AskFirst;
import iq.sendy.dashboard.OnceField;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.PatchMerge;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReader;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import iq.sendy.pricing.ChangeDiscountCode;
import iq.sendy.pricing.CreateDiscountCode;
import iq.sendy.pricing.DiscountCode;
import iq.sendy.pricing.DiscountCodeInput;
import iq.sendy.pricing.DiscountCodes;
import iq.sendy.pricing.DiscountType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Discount codes: their list, and forms to make and change one. */
@PageController
class DiscountCodePages {

    private static final String PATH = MoneyPaths.DISCOUNTS;
    private static final String VIEW = "discounts.view";
    private static final String MANAGE = "discounts.manage";
    private static final String READ = "discounts:read";
    private static final String WRITE = "discounts:write";

    private final DiscountCodes codes;
    private final UuidGenerator ids;
    private final PageReaders readers;

    DiscountCodePages(DiscountCodes codes, UuidGenerator ids, PageReaders readers) {
        this.codes = codes;
        this.ids = ids;
        this.readers = readers;
    }

    /**
     * A code in its list.
     *
     * @param says what it does
     */
    record DiscountCodeRow(DiscountCode code, String says, RuleLook look) {}

    @GetMapping(PATH)
    @Allows(permission = VIEW, scope = READ)
    ModelAndView list(Paging paging, Caller caller, Locale language) {
        var reader = readers.of(caller, language);
        var page = codes.list(caller.store(), MoneyPages.rows(paging));
        var rows = page.items().stream().map(code -> row(code, reader)).toList();
        var model = MoneyPages.list(page, rows, paging, PATH);
        model.put("mayManage", mayManage(caller));
        model.put("tabs", DiscountRulePages.tabs(PATH, reader));
        return new ModelAndView("dashboard/money/codes", model);
    }

    private static boolean mayManage(Caller caller) {
        return caller.missing(MANAGE, WRITE) == null;
    }

    private static DiscountCodeRow row(DiscountCode code, PageReader reader) {
        var details = code.details();
        var most = details.maxUses();
        var look = RuleLook.of(details.active(), details.startsAt(), details.expiresAt(), reader.now());
        var usedUp = look.tone().equals("good") && most != null && code.usedCount() >= most;
        return new DiscountCodeRow(code, DiscountWords.of(details, reader), usedUp ? RuleLook.usedUp() : look);
    }

    @GetMapping(PATH + "/new")
    @Allows(permission = MANAGE, scope = WRITE)
    ModelAndView begin(Caller caller, Locale language) {
        var form = OnceField.fresh(ids)
                .with("discountType", DiscountType.PERCENTAGE)
                .with("isActive", true);
        return form(null, form, caller, readers.of(caller, language));
    }

    @PostMapping(PATH)
    @Allows(permission = MANAGE, scope = WRITE)
    ModelAndView create(HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var reader = readers.of(caller, language);
        var sent = new MoneyForm(request.getParameterMap());
        var bound = sent.bind(DiscountCodeInput.class, caller.currency());
        var details = bound.value().over(null, caller, bound.problems());
        if (!bound.problems().isEmpty()) {
            return form(null, MoneyPages.faulty(sent, bound.problems(), reader), caller, reader);
        }
        var command = new CreateDiscountCode(caller.currency(), PatchMerge.sound(details));
        var id = OnceField.id(request.getParameterMap(), ids);
        return switch (codes.createOnce(caller.store(), actor, id, command)) {
            case CreateDiscountCode.Result.Created _ -> PageRedirect.to(PATH + "?said=discounts.made");
            case CreateDiscountCode.Result.WordTaken taken ->
                form(null, reader.refused(sent.parameters(), taken.violations()), caller, reader);
        };
    }

    /** For whoever may not change it, what it does. */
    @GetMapping(PATH + "/{id}")
    @Allows(permission = VIEW, scope = READ)
    ModelAndView open(@PathVariable UUID id, Caller caller, Locale language) {
        var reader = readers.of(caller, language);
        var code = find(id, caller);
        return form(code, stored(code, reader), caller, reader);
    }

    @PostMapping(PATH + "/{id}")
    @Allows(permission = MANAGE, scope = WRITE)
    ModelAndView change(
            @PathVariable UUID id, HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var reader = readers.of(caller, language);
        var before = find(id, caller);
        var typed = new MoneyForm(request.getParameterMap());
        var bound = typed.bind(DiscountCodeInput.class, caller.currency());
        var input = bound.value();
        input.over(before.details(), caller, bound.problems());
        if (!bound.problems().isEmpty()) {
            return form(before, MoneyPages.faulty(typed, bound.problems(), reader), caller, reader);
        }
        return switch (codes.change(caller.store(), actor, command(before, input, caller))) {
            case ChangeDiscountCode.Result.Changed _ -> PageRedirect.to(PATH + "?said=discounts.saved");
            case ChangeDiscountCode.Result.WordTaken taken ->
                form(before, reader.refused(typed.parameters(), taken.violations()), caller, reader);
            case ChangeDiscountCode.Result.NoSuchCode _ -> throw RequestRejected.notFound();
        };
    }

    private static ChangeDiscountCode command(DiscountCode code, DiscountCodeInput input, Caller caller) {
        return new ChangeDiscountCode(
                code.id(),
                caller.currency(),
                present -> PatchMerge.sound(input.over(present, caller, new Violations())));
    }

    @PostMapping(PATH + "/{id}/switch")
    @Allows(permission = MANAGE, scope = WRITE)
    ModelAndView turn(@PathVariable UUID id, HttpServletRequest request, Caller caller, Actor actor) {
        var code = find(id, caller);
        var on = MoneyPages.isOn(request);
        if (code.details().active() != on) {
            var input = MoneyPages.switching(request)
                    .bind(DiscountCodeInput.class, caller.currency())
                    .value();
            codes.change(caller.store(), actor, command(code, input, caller));
        }
        return PageRedirect.to(PATH + "?said=discounts." + (on ? "on" : "off"));
    }

    @PostMapping(PATH + "/{id}/delete")
    @Allows(permission = MANAGE, scope = WRITE)
    ModelAndView delete(
            @PathVariable UUID id, HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        if (!AskFirst.sure(request.getParameterMap())) {
            var name = find(id, caller).details().code();
            return AskFirst.deletion("discounts", name, PATH + "/" + id, readers.of(caller, language))
                    .page();
        }
        codes.delete(caller.store(), actor, id);
        return PageRedirect.to(PATH + "?said=discounts.deleted");
    }

    private DiscountCode find(UUID id, Caller caller) {
        return codes.find(caller.store(), id).orElseThrow(RequestRejected::notFound);
    }

    private static ModelAndView form(@Nullable DiscountCode code, PageForm form, Caller caller, PageReader reader) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("code", code);
        model.put("row", code == null ? null : row(code, reader));
        model.put("mayManage", mayManage(caller));
        model.put("types", MoneyPages.choices("discounts.type", DiscountType.values(), reader));
        return MoneyPages.form("dashboard/money/code", form, model);
    }

    private static PageForm stored(DiscountCode code, PageReader reader) {
        var details = code.details();
        return PageForm.ofStored()
                .with("code", details.code())
                .with("discountType", details.discount().type())
                .with("discountValue", DiscountWords.typed(details.discount(), reader))
                .with("minOrderValue", reader.typed(details.minOrderValue()))
                .with("maxUses", details.maxUses())
                .with("perUserLimit", details.perUserLimit())
                .with("startsAt", MoneyForm.first(details.startsAt(), reader.zone()))
                .with("expiresAt", MoneyForm.last(details.expiresAt(), reader.zone()))
                .with("isActive", details.active())
                .with("notes", details.notes());
    }
}
