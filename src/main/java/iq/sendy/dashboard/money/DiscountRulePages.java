package iq.sendy.dashboard.money;

import iq.sendy.catalog.Categories;
import iq.sendy.catalog.CategoryView;
import iq.sendy.dashboard.AskFirst;
import iq.sendy.dashboard.OnceField;
import iq.sendy.dashboard.PageChoice;
import iq.sendy.dashboard.PageTab;
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
import iq.sendy.pricing.Channel;
import iq.sendy.pricing.DiscountRule;
import iq.sendy.pricing.DiscountRuleInput;
import iq.sendy.pricing.DiscountRules;
import iq.sendy.pricing.DiscountType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Automatic discounts: their list, and forms to make and change one. */
@PageController
class DiscountRulePages {

    private static final String PATH = MoneyPaths.RULES;
    private static final String VIEW = "discounts.view";
    private static final String MANAGE = "discounts.manage";
    private static final String READ = "discounts:read";
    private static final String WRITE = "discounts:write";

    private final DiscountRules rules;
    private final Categories categories;
    private final UuidGenerator ids;
    private final PageReaders readers;

    DiscountRulePages(DiscountRules rules, Categories categories, UuidGenerator ids, PageReaders readers) {
        this.rules = rules;
        this.categories = categories;
        this.ids = ids;
        this.readers = readers;
    }

    /**
     * A rule in its list.
     *
     * @param says what it does
     */
    record DiscountRuleRow(DiscountRule rule, String says, RuleLook look) {}

    /** Codes and rules, of which one is open. */
    static List<PageTab> tabs(String here, PageReader reader) {
        return List.of(
                new PageTab(
                        MoneyPaths.DISCOUNTS, reader.say("discounts.codes"), null, here.equals(MoneyPaths.DISCOUNTS)),
                new PageTab(PATH, reader.say("discounts.rules"), null, here.equals(PATH)));
    }

    @GetMapping(PATH)
    @Allows(permission = VIEW, scope = READ)
    ModelAndView list(Paging paging, Caller caller, Locale language) {
        var reader = readers.of(caller, language);
        var page = rules.list(caller.store(), MoneyPages.rows(paging));
        var names = names(caller);
        var rows = page.items().stream().map(rule -> row(rule, names, reader)).toList();
        var model = MoneyPages.list(page, rows, paging, PATH);
        model.put("mayManage", mayManage(caller));
        model.put("tabs", tabs(PATH, reader));
        return new ModelAndView("dashboard/money/rules", model);
    }

    private static boolean mayManage(Caller caller) {
        return caller.missing(MANAGE, WRITE) == null;
    }

    private static DiscountRuleRow row(DiscountRule rule, Map<UUID, String> names, PageReader reader) {
        var details = rule.details();
        var category = details.categoryId() == null
                ? null
                : names.getOrDefault(details.categoryId(), reader.say("discounts.category.gone"));
        return new DiscountRuleRow(
                rule,
                DiscountWords.of(details, category, reader),
                RuleLook.of(details.active(), details.startsAt(), details.expiresAt(), reader.now()));
    }

    private Map<UUID, String> names(Caller caller) {
        return categories.all(caller.store()).stream().collect(Collectors.toMap(CategoryView::id, CategoryView::name));
    }

    @GetMapping(PATH + "/new")
    @Allows(permission = MANAGE, scope = WRITE)
    ModelAndView begin(Caller caller, Locale language) {
        var form = OnceField.fresh(ids)
                .with("discountType", DiscountType.PERCENTAGE)
                .with("priority", 0)
                .with("isActive", true);
        return form(null, form, caller, readers.of(caller, language));
    }

    @PostMapping(PATH)
    @Allows(permission = MANAGE, scope = WRITE)
    ModelAndView create(HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var reader = readers.of(caller, language);
        var sent = new MoneyForm(request.getParameterMap());
        var bound = sent.bind(DiscountRuleInput.class, caller.currency());
        var details = bound.value().over(null, caller, bound.problems());
        bound.value().check(caller, categories, bound.problems());
        if (!bound.problems().isEmpty()) {
            return form(null, MoneyPages.faulty(sent, bound.problems(), reader), caller, reader);
        }
        var id = OnceField.id(request.getParameterMap(), ids);
        rules.createOnce(caller.store(), actor, caller.currency(), id, PatchMerge.sound(details));
        return PageRedirect.to(PATH + "?said=discounts.made");
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
        var typed = new MoneyForm(request.getParameterMap());
        var bound = typed.bind(DiscountRuleInput.class, caller.currency(), stored(before, reader));
        var input = bound.value();
        input.over(before.details(), caller, bound.problems());
        input.check(caller, categories, bound.problems());
        if (!bound.problems().isEmpty()) {
            return form(before, MoneyPages.faulty(typed, bound.problems(), reader), caller, reader);
        }
        change(id, input, caller, actor);
        return PageRedirect.to(PATH + "?said=discounts.saved");
    }

    private void change(UUID id, DiscountRuleInput input, Caller caller, Actor actor) {
        var changed = rules.change(
                caller.store(),
                actor,
                caller.currency(),
                id,
                present -> PatchMerge.sound(input.over(present, caller, new Violations())));
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
                            .bind(DiscountRuleInput.class, caller.currency())
                            .value(),
                    caller,
                    actor);
        }
        return PageRedirect.to(PATH + "?said=discounts." + (on ? "on" : "off"));
    }

    @PostMapping(PATH + "/{id}/delete")
    @Allows(permission = MANAGE, scope = WRITE)
    ModelAndView delete(
            @PathVariable UUID id, HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        if (!AskFirst.sure(request.getParameterMap())) {
            var name = find(id, caller).details().name();
            return AskFirst.deletion("discounts", name, PATH + "/" + id, readers.of(caller, language))
                    .page();
        }
        rules.delete(caller.store(), actor, id);
        return PageRedirect.to(PATH + "?said=discounts.deleted");
    }

    private DiscountRule find(UUID id, Caller caller) {
        return rules.find(caller.store(), id).orElseThrow(RequestRejected::notFound);
    }

    private ModelAndView form(@Nullable DiscountRule rule, PageForm form, Caller caller, PageReader reader) {
        var model = new HashMap<String, @Nullable Object>();
        var names = names(caller);
        model.put("rule", rule);
        model.put("row", rule == null ? null : row(rule, names, reader));
        model.put("mayManage", mayManage(caller));
        model.put("types", MoneyPages.choices("discounts.type", DiscountType.values(), reader));
        model.put("channels", MoneyPages.choices("discounts.channel", Channel.values(), reader));
        model.put("categories", choices(names, rule, form, reader));
        return MoneyPages.form("dashboard/money/rule", form, model);
    }

    /** With the chosen one also where it is gone: a browser would choose the first in its place, which is all products. */
    private static List<PageChoice> choices(
            Map<UUID, String> names, @Nullable DiscountRule rule, PageForm form, PageReader reader) {
        var words = new HashMap<String, String>();
        names.forEach((id, name) -> words.put(id.toString(), name));
        var kept = rule == null ? null : rule.details().categoryId();
        Stream.of(kept == null ? "" : kept.toString(), form.value("categoryId"))
                .filter(id -> !id.isEmpty())
                .forEach(id -> words.putIfAbsent(id, reader.say("discounts.category.gone")));
        return words.entrySet().stream()
                .map(each -> new PageChoice(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(PageChoice::word))
                .toList();
    }

    private static PageForm stored(DiscountRule rule, PageReader reader) {
        var details = rule.details();
        return PageForm.ofStored()
                .with("name", details.name())
                .with("discountType", details.discount().type())
                .with("discountValue", DiscountWords.typed(details.discount(), reader))
                .with("categoryId", details.categoryId())
                .withAll("channels", details.channels())
                .with("priority", details.priority())
                .with("startsAt", MoneyForm.first(details.startsAt(), reader.zone()))
                .with("expiresAt", MoneyForm.last(details.expiresAt(), reader.zone()))
                .with("isActive", details.active());
    }
}
