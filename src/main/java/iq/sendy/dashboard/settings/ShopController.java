package iq.sendy.dashboard.settings;

import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.FormBinder;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import iq.sendy.storefront.StorefrontFields;
import iq.sendy.storefront.StorefrontRequest;
import iq.sendy.storefront.Storefronts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The shop's editor: what it says of itself, its questions and its promises. */
@PageController
class ShopController {

    private final ShopPage page;
    private final Storefronts storefronts;
    private final StorefrontFields fields;
    private final PageReaders readers;

    ShopController(ShopPage page, Storefronts storefronts, StorefrontFields fields, PageReaders readers) {
        this.page = page;
        this.storefronts = storefronts;
        this.fields = fields;
        this.readers = readers;
    }

    @GetMapping(SettingsPaths.SHOP)
    @Allows(permission = "storefront.view", scope = "storefront:read")
    ModelAndView face(Caller caller, Locale language) {
        return show(ShopSection.FACE, caller, language);
    }

    @GetMapping(SettingsPaths.SHOP + "/questions")
    @Allows(permission = "storefront.view", scope = "storefront:read")
    ModelAndView questions(Caller caller, Locale language) {
        return show(ShopSection.QUESTIONS, caller, language);
    }

    @GetMapping(SettingsPaths.SHOP + "/policies")
    @Allows(permission = "storefront.view", scope = "storefront:read")
    ModelAndView policies(Caller caller, Locale language) {
        return show(ShopSection.POLICIES, caller, language);
    }

    @PostMapping(SettingsPaths.SHOP)
    @Allows(permission = "storefront.manage", scope = "storefront:write")
    ModelAndView saveFace(HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        return save(ShopSection.FACE, request, caller, actor, language);
    }

    @PostMapping(SettingsPaths.SHOP + "/questions")
    @Allows(permission = "storefront.manage", scope = "storefront:write")
    ModelAndView saveQuestions(HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        return save(ShopSection.QUESTIONS, request, caller, actor, language);
    }

    @PostMapping(SettingsPaths.SHOP + "/policies")
    @Allows(permission = "storefront.manage", scope = "storefront:write")
    ModelAndView savePolicies(HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        return save(ShopSection.POLICIES, request, caller, actor, language);
    }

    private ModelAndView show(ShopSection section, Caller caller, Locale language) {
        var shop = page.find(caller);
        var reader = readers.of(caller, language);
        var model = page.model(shop, section.path(), caller, reader);
        model.put("form", section.form(shop.face(), reader));
        return new ModelAndView(view(section), model);
    }

    private ModelAndView save(
            ShopSection section, HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var all = request.getParameterMap();
        var sent = section == ShopSection.QUESTIONS ? FaqRows.close(all) : all;
        var reader = readers.of(caller, language);
        var shop = page.find(caller);
        var stored = section.form(shop.face(), reader);
        var bound = FormBinder.bind(StorefrontRequest.class, sent, caller.currency(), stored.values());
        var read = fields.read(bound.value(), bound.problems());
        if (!bound.problems().isEmpty()) {
            var model = page.model(shop, section.path(), caller, reader);
            model.put("rows", FaqRows.shown(FaqRows.sent(sent)));
            var faults = bound.problems().faults();
            return section == ShopSection.FACE
                    ? faceAgain(model, stored, reader.refused(sent, faults))
                    : SettingsForms.wrong(view(section), model, sent, faults, reader);
        }
        storefronts.change(
                caller.store(),
                actor,
                caller.currency(),
                (before, token) -> bound.value().over(before, read, token));
        return PageRedirect.to(section.path() + "?said=shopfront.saved");
    }

    /** It has several forms: what one of them did not send is as it is stored. */
    private static ModelAndView faceAgain(Map<String, Object> model, PageForm stored, PageForm sent) {
        var form = stored;
        for (var field : sent.values().entrySet()) {
            form = form.with(field.getKey(), String.join("", field.getValue()));
        }
        model.put("form", form.withFaults(sent.faults()));
        return new ModelAndView(view(ShopSection.FACE), model, HttpStatus.BAD_REQUEST);
    }

    private static String view(ShopSection section) {
        return "dashboard/settings/shop-" + section.word();
    }
}
