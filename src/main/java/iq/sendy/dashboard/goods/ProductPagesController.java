package iq.sendy.dashboard.goods;

import iq.sendy.catalog.ProductFilter;
import iq.sendy.catalog.ProductRequest;
import iq.sendy.catalog.ProductView;
import iq.sendy.catalog.Products;
import iq.sendy.catalog.SaveProduct;
import iq.sendy.catalog.StockedProduct;
import iq.sendy.dashboard.DashboardPaths;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.FormBinder;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One product: added, changed, priced, archived and brought back. */
@PageController
class ProductPagesController {

    private final Products products;
    private final ProductPage page;
    private final PageReaders readers;

    ProductPagesController(Products products, ProductPage page, PageReaders readers) {
        this.products = products;
        this.page = page;
        this.readers = readers;
    }

    @GetMapping(GoodsPaths.PRODUCTS + "/new")
    @Allows(permission = "products.manage")
    ModelAndView begin(Caller caller) {
        return page.fresh(PageForm.empty().with("isActive", true), caller);
    }

    @PostMapping(GoodsPaths.PRODUCTS)
    @Allows(permission = "products.manage")
    ModelAndView add(HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var sent = request.getParameterMap();
        var reader = readers.of(caller, language);
        var bound = FormBinder.bind(ProductRequest.class, sent, caller.currency());
        var draft = bound.value();
        draft.sku().neverLeftOut("sku", bound.problems());
        draft.name().neverLeftOut("name", bound.problems());
        var sku = draft.sku().value();
        if (sku != null && !bound.problems().has("sku")) {
            var known = known(sku, caller);
            if (known.filter(product -> wasThis(product, draft)).isPresent()) {
                return PageRedirect.to(ProductPage.path(known.get().id()) + "?said=products.created");
            }
            if (known.isPresent()
                    || !products.knownSkus(caller.store(), List.of(sku)).isEmpty()) {
                bound.problems().add("sku", "product.sku_taken");
            }
        }
        if (!bound.problems().isEmpty()) {
            return page.fresh(reader.refused(sent, bound.problems().faults()), caller);
        }
        return switch (products.save(caller.store(), actor, ProductForms.command(draft, caller.currency()))) {
            case SaveProduct.Result.Saved(var saved, var _) ->
                PageRedirect.to(ProductPage.path(saved.product().id()) + "?said=products.created");
            case SaveProduct.Result.NoSuchProduct _ -> throw RequestRejected.notFound();
            case Refusal refusal -> page.fresh(reader.refused(sent, refusal.violations()), caller);
        };
    }

    private Optional<ProductView> known(String sku, Caller caller) {
        return products.list(caller.store(), new ProductFilter(null, null, null, sku), Paging.first()).items().stream()
                .map(StockedProduct::product)
                .findFirst();
    }

    /** Whether it is what was just added: a button that was tapped twice adds nothing, and says the same. */
    private static boolean wasThis(ProductView product, ProductRequest draft) {
        return product.sequence() == 1
                && product.name().equals(draft.name().value())
                && Objects.equals(product.price(), draft.price().value());
    }

    @GetMapping(GoodsPaths.PRODUCT)
    @Allows(permission = "products.view")
    ModelAndView show(@PathVariable("product") UUID id, Caller caller, Locale language) {
        return page.show(page.find(caller, id), caller, readers.of(caller, language));
    }

    @PostMapping(GoodsPaths.PRODUCT)
    @Allows(permission = "products.manage")
    ModelAndView change(
            @PathVariable("product") UUID id, HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var sent = request.getParameterMap();
        var reader = readers.of(caller, language);
        var before = page.find(caller, id);
        var bound = FormBinder.bind(ProductRequest.class, sent, caller.currency());
        if (!bound.problems().isEmpty()) {
            return page.show(before, reader.refused(sent, bound.problems().faults()), caller);
        }
        return switch (products.change(
                caller.store(), actor, id, ProductForms.command(bound.value(), caller.currency()))) {
            case SaveProduct.Result.Saved _ -> PageRedirect.to(ProductPage.path(id) + "?said=products.saved");
            case SaveProduct.Result.NoSuchProduct _ -> throw RequestRejected.notFound();
            case Refusal refusal -> page.show(before, reader.refused(sent, refusal.violations()), caller);
        };
    }

    /** From the list, which it leads back to. */
    @PostMapping(GoodsPaths.PRODUCT + "/price")
    @Allows(permission = "products.manage")
    ModelAndView price(
            @PathVariable("product") UUID id,
            @RequestParam(name = "back", defaultValue = GoodsPaths.PRODUCTS) String back,
            HttpServletRequest request,
            Caller caller,
            Actor actor,
            Locale language) {
        var sent = request.getParameterMap();
        var reader = readers.of(caller, language);
        var product = page.find(caller, id).product();
        var list = DashboardPaths.ours(back);
        var bound = ProductForms.priceOnly(sent, caller.currency());
        if (!bound.problems().isEmpty()) {
            return priceAgain(product, reader.refused(sent, bound.problems().faults()), list);
        }
        return switch (products.change(caller.store(), actor, id, bound.value().command(caller.currency()))) {
            case SaveProduct.Result.Saved _ -> PageRedirect.to(GoodsPaths.saying(list, "products.priced"));
            case SaveProduct.Result.NoSuchProduct _ -> throw RequestRejected.notFound();
            case Refusal refusal -> priceAgain(product, reader.refused(sent, refusal.violations()), list);
        };
    }

    private static ModelAndView priceAgain(ProductView product, PageForm form, String back) {
        return new ModelAndView(
                "dashboard/goods/price",
                Map.of("product", product, "form", form, "back", back),
                HttpStatus.BAD_REQUEST);
    }

    @PostMapping(GoodsPaths.PRODUCT + "/archive")
    @Allows(permission = "products.manage")
    ModelAndView archive(@PathVariable("product") UUID id, Caller caller, Actor actor) {
        if (products.archive(caller.store(), actor, id).isEmpty()) {
            throw RequestRejected.notFound();
        }
        return PageRedirect.to(GoodsPaths.PRODUCTS + "?archived=" + id);
    }

    @PostMapping(GoodsPaths.PRODUCT + "/restore")
    @Allows(permission = "products.manage")
    ModelAndView restore(@PathVariable("product") UUID id, Caller caller, Actor actor) {
        var product = page.find(caller, id).product();
        if (product.archived()) {
            products.save(
                    caller.store(),
                    actor,
                    ProductForms.back(product, caller.currency()).command(caller.currency()));
        }
        return PageRedirect.to(ProductPage.path(id) + "?said=products.restored");
    }
}
