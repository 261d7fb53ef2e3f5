package iq.sendy.dashboard.settings;

import iq.sendy.dashboard.AskFirst;
import iq.sendy.dashboard.PictureUpload;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.FormBinder;
import iq.sendy.platform.body.Upload;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import iq.sendy.storefront.StorefrontFields;
import iq.sendy.storefront.StorefrontRequest;
import iq.sendy.storefront.Storefronts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Cover and banner of a shop: uploaded and taken off. */
@PageController
class ShopPictureController {

    private static final String PICTURE = SettingsPaths.SHOP + "/pictures/{place}";

    /** The fields of the storefront that are pictures, by their word in the path. */
    private static final Map<String, String> FIELDS = Map.of("cover", "coverImageUrl", "banner", "bannerImageUrl");

    private final ShopPage page;
    private final PictureUpload uploads;
    private final Storefronts storefronts;
    private final StorefrontFields fields;
    private final PageReaders readers;

    ShopPictureController(
            ShopPage page,
            PictureUpload uploads,
            Storefronts storefronts,
            StorefrontFields fields,
            PageReaders readers) {
        this.page = page;
        this.uploads = uploads;
        this.storefronts = storefronts;
        this.fields = fields;
        this.readers = readers;
    }

    @PostMapping(PICTURE)
    @Allows(permission = "storefront.manage", scope = "storefront:write")
    @Upload(most = PictureUpload.MOST_OF_FORM)
    ModelAndView upload(
            @PathVariable("place") String place,
            HttpServletRequest request,
            Caller caller,
            Actor actor,
            Locale language) {
        var field = field(place);
        return switch (uploads.take(request, "shop " + field, caller, actor)) {
            case PictureUpload.FileTaken.Stored(var url, var _) -> keep(field, url, caller, actor);
            case PictureUpload.FileTaken.Refused(var status, var why) -> {
                var reader = readers.of(caller, language);
                var shop = page.find(caller);
                var model = page.model(shop, ShopSection.FACE.path(), caller, reader);
                model.put("form", ShopSection.FACE.form(shop.face(), reader));
                model.put("pictureFault", reader.fault(why));
                model.put("pictureFaultAt", place);
                yield new ModelAndView("dashboard/settings/shop-face", model, status);
            }
        };
    }

    @PostMapping(PICTURE + "/remove")
    @Allows(permission = "storefront.manage", scope = "storefront:write")
    ModelAndView remove(
            @PathVariable("place") String place,
            HttpServletRequest request,
            Caller caller,
            Actor actor,
            Locale language) {
        if (!AskFirst.sure(request.getParameterMap())) {
            field(place);
            var reader = readers.of(caller, language);
            return new AskFirst(
                            reader.say("shopfront.picture.remove.ask"),
                            reader.say("shopfront.picture.remove.why"),
                            reader.say("shopfront." + place + ".remove"),
                            SettingsPaths.SHOP + "/pictures/" + place + "/remove",
                            SettingsPaths.SHOP,
                            Map.of())
                    .page();
        }
        return keep(field(place), "", caller, actor);
    }

    private ModelAndView keep(String field, String url, Caller caller, Actor actor) {
        var change = FormBinder.bind(StorefrontRequest.class, Map.of(field, new String[] {url}), caller.currency());
        var read = fields.read(change.value(), change.problems());
        var valid = change.valid();
        storefronts.change(
                caller.store(), actor, caller.currency(), (before, token) -> valid.over(before, read, token));
        return PageRedirect.to(ShopSection.FACE.path() + "?said=shopfront.saved");
    }

    private static String field(String place) {
        var field = FIELDS.get(place);
        if (field == null) {
            throw RequestRejected.notFound();
        }
        return field;
    }
}
