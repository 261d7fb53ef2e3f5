package iq.sendy.dashboard.goods;

import iq.sendy.catalog.ProductPictures;
import iq.sendy.catalog.SaveProduct;
import iq.sendy.dashboard.PictureUpload;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Upload;
import iq.sendy.platform.pages.PageReader;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Pictures of a product: uploaded, put first and taken off. */
@PageController
class ProductPictureController {

    private static final int MOST = 20;

    private final ProductPictures pictures;
    private final PictureUpload uploads;
    private final ProductPage page;
    private final PageReaders readers;

    ProductPictureController(ProductPictures pictures, PictureUpload uploads, ProductPage page, PageReaders readers) {
        this.pictures = pictures;
        this.uploads = uploads;
        this.page = page;
        this.readers = readers;
    }

    @PostMapping(GoodsPaths.PRODUCT + "/picture")
    @Allows(permission = "products.manage")
    @Upload(most = PictureUpload.MOST_OF_FORM)
    ModelAndView upload(
            @PathVariable("product") UUID id, HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var reader = readers.of(caller, language);
        if (page.find(caller, id).product().imageUrls().size() >= MOST) {
            return full(id, caller, reader);
        }
        return switch (uploads.take(request, "product " + id, caller, actor)) {
            case PictureUpload.FileTaken.Stored(var url, var _) -> {
                var kept = changed(id, present -> with(present, url), caller, actor);
                yield kept.contains(url) ? shown(id, "products.picture.added") : full(id, caller, reader);
            }
            case PictureUpload.FileTaken.Refused(var status, var why) -> refused(id, status, why, caller, reader);
        };
    }

    private static List<String> with(List<String> present, String url) {
        if (present.contains(url) || present.size() >= MOST) {
            return present;
        }
        var more = new ArrayList<>(present);
        more.add(url);
        return more;
    }

    @PostMapping(GoodsPaths.PRODUCT + "/pictures")
    @Allows(permission = "products.manage")
    ModelAndView sort(
            @PathVariable("product") UUID id,
            @RequestParam(name = "picture", defaultValue = "") String picture,
            @RequestParam(name = "act", defaultValue = "") String act,
            Caller caller,
            Actor actor) {
        var first = act.equals("first");
        changed(id, present -> sorted(present, picture, first), caller, actor);
        return shown(id, first ? "products.picture.moved" : "products.picture.removed");
    }

    private static List<String> sorted(List<String> present, String picture, boolean first) {
        var urls = new ArrayList<>(present);
        if (urls.remove(picture) && first) {
            urls.addFirst(picture);
        }
        return urls;
    }

    /** The pictures as they are after the change, which is given those that others left. */
    private List<String> changed(UUID product, UnaryOperator<List<String>> merge, Caller caller, Actor actor) {
        return switch (pictures.change(caller.store(), actor, product, caller.currency(), merge)) {
            case SaveProduct.Result.Saved(var saved, var _) -> saved.product().imageUrls();
            case SaveProduct.Result.NoSuchProduct _ -> throw RequestRejected.notFound();
            case Refusal refusal ->
                throw new RequestRejected(HttpStatus.valueOf(refusal.declared().status()), refusal.violations());
        };
    }

    private static ModelAndView shown(UUID product, String said) {
        return PageRedirect.to(ProductPage.path(product) + "?said=" + said);
    }

    private ModelAndView full(UUID product, Caller caller, PageReader reader) {
        var why = Violation.at("file", "field.out_of_range").said("product.pictures.full", List.of());
        return refused(product, HttpStatus.BAD_REQUEST, why, caller, reader);
    }

    private ModelAndView refused(UUID id, HttpStatus status, Violation why, Caller caller, PageReader reader) {
        var answer = page.show(page.find(caller, id), caller, reader);
        answer.addObject("pictureFault", reader.fault(why));
        answer.setStatus(status);
        return answer;
    }
}
