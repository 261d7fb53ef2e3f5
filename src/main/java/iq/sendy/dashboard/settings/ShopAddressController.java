package iq.sendy.dashboard.settings;

import iq.sendy.dashboard.AskFirst;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import iq.sendy.storefront.PublishStorefront;
import iq.sendy.storefront.StorefrontTemplates;
import iq.sendy.storefront.Storefronts;
import iq.sendy.stores.ChangeSlug;
import iq.sendy.stores.Slugs;
import iq.sendy.stores.Stores;
import jakarta.servlet.http.HttpServletRequest;
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

    private final ShopAddressPage page;
    private final Storefronts storefronts;
    private final StorefrontTemplates templates;
    private final Stores stores;
    private final Slugs slugs;
    private final PageReaders readers;

    ShopAddressController(
            ShopAddressPage page,
            Storefronts storefronts,
            StorefrontTemplates templates,
            Stores stores,
            Slugs slugs,
            PageReaders readers) {
        this.page = page;
        this.storefronts = storefronts;
        this.templates = templates;
        this.stores = stores;
        this.slugs = slugs;
        this.readers = readers;
    }

    @GetMapping(ShopPage.ADDRESS)
    @Allows(permission = "storefront.view", scope = "storefront:read")
    ModelAndView show(Caller caller, Locale language) {
        return page.show(caller, language);
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
        return templates
                .apply(caller.store(), actor, template)
                .map(_ -> PageRedirect.to(SettingsPaths.SHOP + "?said=shopfront.dressed"))
                .orElseThrow(RequestRejected::notFound);
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
            return page.wrong(fault, sent, caller, language);
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
            case Refusal refusal -> page.refused(refusal, sent, caller, language);
        };
    }

    private static List<Violation> violation(String code) {
        return List.of(Violation.at("slug", code));
    }
}
