package iq.sendy.dashboard.settings;

import iq.sendy.dashboard.AskFirst;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.FormBinder;
import iq.sendy.platform.body.Prepared;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import iq.sendy.storefront.DomainLookup;
import iq.sendy.storefront.PublishStorefront;
import iq.sendy.storefront.StorefrontDomains;
import iq.sendy.storefront.StorefrontFields;
import iq.sendy.storefront.StorefrontRequest;
import iq.sendy.storefront.StorefrontTemplates;
import iq.sendy.storefront.StorefrontView;
import iq.sendy.storefront.Storefronts;
import iq.sendy.storefront.VerifyDomain;
import iq.sendy.stores.ChangeSlug;
import iq.sendy.stores.Slugs;
import iq.sendy.stores.Stores;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Whether the shop is open, how it looks, and under which addresses it is found. */
@PageController
class ShopAddressController {

    private static final String VIEW = "dashboard/settings/shop-address";
    private static final String DOMAIN = SettingsPaths.SHOP + "/domain";

    private final ShopPage page;
    private final Storefronts storefronts;
    private final StorefrontFields fields;
    private final StorefrontDomains domains;
    private final StorefrontTemplates templates;
    private final Stores stores;
    private final Slugs slugs;
    private final PageReaders readers;

    ShopAddressController(
            ShopPage page,
            Storefronts storefronts,
            StorefrontFields fields,
            StorefrontDomains domains,
            StorefrontTemplates templates,
            Stores stores,
            Slugs slugs,
            PageReaders readers) {
        this.page = page;
        this.storefronts = storefronts;
        this.fields = fields;
        this.domains = domains;
        this.templates = templates;
        this.stores = stores;
        this.slugs = slugs;
        this.readers = readers;
    }

    @GetMapping(ShopPage.ADDRESS)
    @Allows(permission = "storefront.view", scope = "storefront:read")
    ModelAndView show(Caller caller, Locale language) {
        var shop = page.find(caller);
        var model = model(shop, caller, language);
        model.put("form", stored(shop));
        return new ModelAndView(VIEW, model);
    }

    /** Who taps twice finds it open and hears the same. */
    @PostMapping(SettingsPaths.SHOP + "/publish")
    @Allows(permission = "storefront.manage", scope = "storefront:write")
    ModelAndView publish(Caller caller, Actor actor) {
        return switch (storefronts.publish(caller.store(), actor)) {
            case PublishStorefront.Result.Published _ ->
                PageRedirect.to(SettingsPaths.SHOP + "?said=shopfront.published");
            case PublishStorefront.Result.NoSlug _ -> PageRedirect.to(ShopPage.ADDRESS + "?said=shopfront.noSlug");
        };
    }

    @PostMapping(SettingsPaths.SHOP + "/close")
    @Allows(permission = "storefront.manage", scope = "storefront:write")
    ModelAndView close(HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        if (!AskFirst.sure(request.getParameterMap())) {
            var reader = readers.of(caller, language);
            return new AskFirst(
                            reader.say("shopfront.close.ask"),
                            reader.say("shopfront.close.why"),
                            reader.say("shopfront.close"),
                            SettingsPaths.SHOP + "/close",
                            SettingsPaths.SHOP,
                            Map.of())
                    .page();
        }
        storefronts.close(caller.store(), actor);
        return PageRedirect.to(SettingsPaths.SHOP + "?said=shopfront.closed");
    }

    @PostMapping(SettingsPaths.SHOP + "/template")
    @Allows(permission = "storefront.manage", scope = "storefront:write")
    ModelAndView dress(
            @RequestParam(name = "template", defaultValue = "") String template, Caller caller, Actor actor) {
        templates.apply(caller.store(), actor, template).orElseThrow(RequestRejected::notFound);
        return PageRedirect.to(SettingsPaths.SHOP + "?said=shopfront.dressed");
    }

    @PostMapping(SettingsPaths.SHOP + "/slug")
    @Allows(permission = "storefront.manage", scope = "storefront:write")
    ModelAndView move(
            @RequestParam(name = "slug", defaultValue = "") String typed,
            HttpServletRequest request,
            Caller caller,
            Actor actor,
            Locale language) {
        var sent = request.getParameterMap();
        var slug = typed.strip();
        var fault = slug.isEmpty()
                ? violation("field.required")
                : stores.slugViolation(slug).stream().toList();
        if (!fault.isEmpty()) {
            return wrong(fault, sent, caller, language);
        }
        if (!AskFirst.sure(sent)) {
            var reader = readers.of(caller, language);
            return new AskFirst(
                            reader.say("shopfront.slug.ask", slug),
                            reader.say("shopfront.slug.why"),
                            reader.say("shopfront.slug.move"),
                            SettingsPaths.SHOP + "/slug",
                            ShopPage.ADDRESS,
                            AskFirst.fields(sent))
                    .page();
        }
        return switch (slugs.change(caller.store(), actor, new ChangeSlug(slug))) {
            case ChangeSlug.Result.Changed _ -> PageRedirect.to(ShopPage.ADDRESS + "?said=shopfront.moved");
            case Refusal refusal -> refused(refusal, sent, caller, language);
        };
    }

    private static List<Violation> violation(String code) {
        return List.of(Violation.at("slug", code));
    }

    @PostMapping(DOMAIN)
    @Allows(permission = "storefront.manage", scope = "storefront:write")
    ModelAndView name(HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var sent = request.getParameterMap();
        var bound = FormBinder.bind(StorefrontRequest.class, sent, caller.currency());
        var read = fields.read(bound.value(), bound.problems());
        if (!bound.problems().isEmpty()) {
            return wrong(bound.problems().faults(), sent, caller, language);
        }
        storefronts.change(
                caller.store(),
                actor,
                caller.currency(),
                (before, token) -> bound.value().over(before, read, token));
        return PageRedirect.to(ShopPage.ADDRESS + "?said=shopfront.saved");
    }

    @PostMapping(DOMAIN + "/verify")
    @Allows(permission = "storefront.manage", scope = "storefront:write")
    ModelAndView verify(
            @Prepared(by = DomainLookup.class) VerifyDomain evidence,
            HttpServletRequest request,
            Caller caller,
            Actor actor,
            Locale language) {
        return switch (domains.verify(caller.store(), actor, evidence)) {
            case VerifyDomain.Result.Verified _ -> PageRedirect.to(ShopPage.ADDRESS + "?said=shopfront.verified");
            case Refusal refusal -> refused(refusal, request.getParameterMap(), caller, language);
        };
    }

    private ModelAndView wrong(List<Violation> faults, Map<String, String[]> sent, Caller caller, Locale language) {
        var shop = page.find(caller);
        var model = model(shop, caller, language);
        return SettingsForms.wrong(VIEW, model, over(shop, sent), faults, readers.of(caller, language));
    }

    private ModelAndView refused(Refusal refusal, Map<String, String[]> sent, Caller caller, Locale language) {
        var shop = page.find(caller);
        var model = model(shop, caller, language);
        return SettingsForms.refused(VIEW, model, over(shop, sent), refusal, readers.of(caller, language));
    }

    /** What was sent over what is stored: each form of this page sends its own field alone. */
    private static Map<String, String[]> over(StorefrontView shop, Map<String, String[]> sent) {
        var fields = new HashMap<String, String[]>();
        stored(shop).values().forEach((name, values) -> fields.put(name, values.toArray(String[]::new)));
        fields.putAll(sent);
        return fields;
    }

    private static PageForm stored(StorefrontView shop) {
        var domain = shop.face().domain();
        return PageForm.empty().with("slug", shop.slug()).with("customDomain", domain == null ? null : domain.name());
    }

    private Map<String, Object> model(StorefrontView shop, Caller caller, Locale language) {
        return page.model(shop, ShopPage.ADDRESS, caller, readers.of(caller, language));
    }
}
