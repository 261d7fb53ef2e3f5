package iq.sendy.dashboard.settings;

import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.storefront.StorefrontView;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of a shop's addresses, as it is stored and as a form was sent. */
@Component
class ShopAddressPage {

    private static final String VIEW = "dashboard/settings/shop-address";

    private final ShopPage page;
    private final PageReaders readers;

    ShopAddressPage(ShopPage page, PageReaders readers) {
        this.page = page;
        this.readers = readers;
    }

    ModelAndView show(Caller caller, Locale language) {
        var shop = page.find(caller);
        var model = model(shop, caller, language);
        model.put("form", stored(shop));
        return new ModelAndView(VIEW, model);
    }

    ModelAndView wrong(List<Violation> faults, Map<String, String[]> sent, Caller caller, Locale language) {
        var shop = page.find(caller);
        var model = model(shop, caller, language);
        return SettingsForms.wrong(VIEW, model, over(shop, sent), faults, readers.of(caller, language));
    }

    ModelAndView refused(Refusal refusal, Map<String, String[]> sent, Caller caller, Locale language) {
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
        return PageForm.ofStored()
                .with("slug", shop.slug())
                .with("customDomain", domain == null ? null : domain.name());
    }

    private Map<String, Object> model(StorefrontView shop, Caller caller, Locale language) {
        return page.model(shop, ShopPage.ADDRESS, caller, readers.of(caller, language));
    }
}
