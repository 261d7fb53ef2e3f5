package iq.sendy.dashboard.goods;

import iq.sendy.catalog.ProductView;
import iq.sendy.catalog.Products;
import iq.sendy.catalog.SaveProduct;
import iq.sendy.dashboard.PictureUpload;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.Upload;
import iq.sendy.platform.pages.PageReader;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Pictures of a product: uploaded, put first and taken off. */
@PageController
class ProductPictureController {

    private static final int MOST = 20;

    private final Products products;
    private final PictureUpload uploads;
    private final ProductPage page;
    private final PageReaders readers;

    ProductPictureController(Products products, PictureUpload uploads, ProductPage page, PageReaders readers) {
        this.products = products;
        this.uploads = uploads;
        this.page = page;
        this.readers = readers;
    }

    @PostMapping(GoodsPaths.PRODUCT + "/picture")
    @Allows(permission = "products.manage")
    @Upload(most = PictureUpload.MOST_OF_FORM)
    ModelAndView upload(
            @PathVariable("product") UUID id, HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var product = page.find(caller, id).product();
        var reader = readers.of(caller, language);
        if (product.imageUrls().size() >= MOST) {
            return refused(
                    id,
                    HttpStatus.BAD_REQUEST,
                    Violation.at("file", "field.out_of_range").said("product.pictures.full", List.of()),
                    caller,
                    reader);
        }
        return switch (uploads.take(request, "product " + id, caller, actor)) {
            case PictureUpload.PictureTaken.Stored(var url, var _) -> {
                var urls = new LinkedHashSet<>(product.imageUrls());
                urls.add(url);
                yield kept(product, List.copyOf(urls), "products.picture.added", caller, actor);
            }
            case PictureUpload.PictureTaken.Refused(var status, var why) -> refused(id, status, why, caller, reader);
        };
    }

    @PostMapping(GoodsPaths.PRODUCT + "/pictures")
    @Allows(permission = "products.manage")
    ModelAndView sort(
            @PathVariable("product") UUID id,
            @RequestParam(name = "picture", defaultValue = "") String picture,
            @RequestParam(name = "act", defaultValue = "") String act,
            Caller caller,
            Actor actor) {
        var product = page.find(caller, id).product();
        var urls = new ArrayList<>(product.imageUrls());
        var there = urls.remove(picture);
        var said = "products.picture.removed";
        if (act.equals("first")) {
            said = "products.picture.moved";
            if (there) {
                urls.addFirst(picture);
            }
        }
        return kept(product, urls, said, caller, actor);
    }

    private ModelAndView kept(ProductView product, List<String> urls, String said, Caller caller, Actor actor) {
        var command = ProductForms.nothing(caller.currency()).command(Patch.of(urls), caller.currency());
        return switch (products.change(caller.store(), actor, product.id(), command)) {
            case SaveProduct.Result.Saved _ -> PageRedirect.to(ProductPage.path(product.id()) + "?said=" + said);
            case SaveProduct.Result.NoSuchProduct _ -> throw RequestRejected.notFound();
            case Refusal refusal ->
                throw new RequestRejected(HttpStatus.valueOf(refusal.declared().status()), refusal.violations());
        };
    }

    private ModelAndView refused(UUID id, HttpStatus status, Violation why, Caller caller, PageReader reader) {
        var answer = page.show(page.find(caller, id), caller, reader);
        answer.addObject("pictureFault", reader.fault(why));
        answer.setStatus(status);
        return answer;
    }
}
