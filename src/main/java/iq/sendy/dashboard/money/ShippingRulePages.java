package iq.sendy.dashboard.money;

import iq.sendy.dashboard.AskFirst;
import iq.sendy.dashboard.DashboardPaths;
import iq.sendy.dashboard.OnceField;
import iq.sendy.dashboard.PageChoice;
import iq.sendy.geography.Geography;
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
import iq.sendy.pricing.ShippingRule;
import iq.sendy.pricing.ShippingRuleInput;
import iq.sendy.pricing.ShippingRuleType;
import iq.sendy.pricing.ShippingRules;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** What delivery costs to whom: the rules in their list, and forms to make and change one. */
@PageController
class ShippingRulePages {

    private static final String PATH = DashboardPaths.SHIPPING;
    private static final String VIEW = "shipping.view";
    private static final String MANAGE = "shipping.manage";
    private static final String READ = "shipping:read";
    private static final String WRITE = "shipping:write";

    private final ShippingRules rules;
    private final Geography geography;
    private final UuidGenerator ids;
    private final PageReaders readers;

    ShippingRulePages(ShippingRules rules, Geography geography, UuidGenerator ids, PageReaders readers) {
        this.rules = rules;
        this.geography = geography;
        this.ids = ids;
        this.readers = readers;
    }

    /**
     * A rule in its list.
     *
     * @param says what it does
     */
    record ShippingRuleRow(ShippingRule rule, String says, RuleLook look) {}

    @GetMapping(PATH)
    @Allows(permission = VIEW, scope = READ)
    ModelAndView list(Paging paging, Caller caller, Locale language) {
        var reader = readers.of(caller, language);
        var page = rules.list(caller.store(), MoneyPages.rows(paging));
        var rows = page.items().stream().map(rule -> row(rule, reader)).toList();
        var model = MoneyPages.list(page, rows, paging, PATH);
        model.put("mayManage", mayManage(caller));
        return new ModelAndView("dashboard/money/shipping", model);
    }

    private static boolean mayManage(Caller caller) {
        return caller.missing(MANAGE, WRITE) == null;
    }

    private ShippingRuleRow row(ShippingRule rule, PageReader reader) {
        var details = rule.details();
        var provinces = details.provinceCodes().stream()
                .flatMap(code -> geography.province(code).stream())
                .map(province -> province.names().in(reader.language().getLanguage()))
                .toList();
        return new ShippingRuleRow(
                rule,
                ShippingWords.of(details, provinces, reader),
                RuleLook.of(details.active(), null, null, reader.now()));
    }

    @GetMapping(PATH + "/new")
    @Allows(permission = MANAGE, scope = WRITE)
    ModelAndView begin(Caller caller, Locale language) {
        var form = OnceField.fresh(ids)
                .with("ruleType", ShippingRuleType.FLAT_RATE)
                .with("priority", 0)
                .with("isActive", true);
        return form(null, form, caller, readers.of(caller, language));
    }

    @PostMapping(PATH)
    @Allows(permission = MANAGE, scope = WRITE)
    ModelAndView create(HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var reader = readers.of(caller, language);
        var sent = new MoneyForm(request.getParameterMap());
        var bound = sent.bind(ShippingRuleInput.class, caller.currency());
        var details = bound.value().over(null, geography, bound.problems());
        if (!bound.problems().isEmpty()) {
            return form(null, MoneyPages.faulty(sent, bound.problems(), reader), caller, reader);
        }
        var id = OnceField.id(request.getParameterMap(), ids);
        rules.createOnce(caller.store(), actor, caller.currency(), id, PatchMerge.sound(details));
        return PageRedirect.to(PATH + "?said=shipping.made");
    }

    /** For whoever may not change it, what it does. */
    @GetMapping(PATH + "/{id}")
    @Allows(permission = VIEW, scope = READ)
    ModelAndView open(@PathVariable UUID id, Caller caller, Locale language) {
        var reader = readers.of(caller, language);
        var rule = find(id, caller);
        return form(rule, stored(rule, reader), caller, reader);
    }

    @PostMapping(PATH + "/{id}")
    @Allows(permission = MANAGE, scope = WRITE)
    ModelAndView change(
            @PathVariable UUID id, HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var reader = readers.of(caller, language);
        var before = find(id, caller);
        var sent = new MoneyForm(request.getParameterMap());
        var bound = sent.bind(ShippingRuleInput.class, caller.currency(), stored(before, reader));
        var input = bound.value();
        input.over(before.details(), geography, bound.problems());
        if (!bound.problems().isEmpty()) {
            return form(before, MoneyPages.faulty(sent, bound.problems(), reader), caller, reader);
        }
        change(id, input, caller, actor);
        return PageRedirect.to(PATH + "?said=shipping.saved");
    }

    private void change(UUID id, ShippingRuleInput input, Caller caller, Actor actor) {
        var changed = rules.change(
                caller.store(),
                actor,
                caller.currency(),
                id,
                present -> PatchMerge.sound(input.over(present, geography, new Violations())));
        if (changed.isEmpty()) {
            throw RequestRejected.notFound();
        }
    }

    @PostMapping(PATH + "/{id}/switch")
    @Allows(permission = MANAGE, scope = WRITE)
    ModelAndView turn(@PathVariable UUID id, HttpServletRequest request, Caller caller, Actor actor) {
        var rule = find(id, caller);
        var on = MoneyPages.isOn(request);
        if (rule.details().active() != on) {
            change(
                    id,
                    MoneyPages.switching(request)
                            .bind(ShippingRuleInput.class, caller.currency())
                            .value(),
                    caller,
                    actor);
        }
        return PageRedirect.to(PATH + "?said=shipping." + (on ? "on" : "off"));
    }

    @PostMapping(PATH + "/{id}/delete")
    @Allows(permission = MANAGE, scope = WRITE)
    ModelAndView delete(
            @PathVariable UUID id, HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        if (!AskFirst.sure(request.getParameterMap())) {
            var name = find(id, caller).details().name();
            return AskFirst.deletion("shipping", name, PATH + "/" + id, readers.of(caller, language))
                    .page();
        }
        rules.delete(caller.store(), actor, id);
        return PageRedirect.to(PATH + "?said=shipping.deleted");
    }

    private ShippingRule find(UUID id, Caller caller) {
        return rules.find(caller.store(), id).orElseThrow(RequestRejected::notFound);
    }

    private ModelAndView form(@Nullable ShippingRule rule, PageForm form, Caller caller, PageReader reader) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("rule", rule);
        model.put("row", rule == null ? null : row(rule, reader));
        model.put("mayManage", mayManage(caller));
        model.put("types", MoneyPages.choices("shipping.type", ShippingRuleType.values(), reader));
        model.put("provinces", provinces(reader));
        return MoneyPages.form("dashboard/money/shipping-rule", form, model);
    }

    private List<PageChoice> provinces(PageReader reader) {
        return geography.provinces().stream()
                .map(province -> new PageChoice(
                        province.code(), province.names().in(reader.language().getLanguage())))
                .toList();
    }

    private static PageForm stored(ShippingRule rule, PageReader reader) {
        var details = rule.details();
        return PageForm.ofStored()
                .with("name", details.name())
                .with("ruleType", details.type())
                .with("cost", reader.typed(details.cost()))
                .with("minOrderValue", reader.typed(details.minOrderValue()))
                .with("maxOrderValue", reader.typed(details.maxOrderValue()))
                .with("minWeightGrams", details.minWeightGrams())
                .with("maxWeightGrams", details.maxWeightGrams())
                .with("costPerKg", reader.typed(details.costPerKg()))
                .withAll("provinceCodes", details.provinceCodes())
                .with("priority", details.priority())
                .with("isActive", details.active());
    }
}
