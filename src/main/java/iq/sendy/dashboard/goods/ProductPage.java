package iq.sendy.dashboard.goods;

import iq.sendy.catalog.Products;
import iq.sendy.catalog.StockedProduct;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReader;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of one product: its form, its pictures, its stock, and how it looks in the shop. */
@Component
class ProductPage {

    private final Products products;
    private final CategoryTree categories;
    private final ProductPicturePaths pictures;

    ProductPage(Products products, CategoryTree categories, ProductPicturePaths pictures) {
        this.products = products;
        this.categories = categories;
        this.pictures = pictures;
    }

    /** The product that a path names, or 404. */
    StockedProduct find(Caller caller, UUID product) {
        return products.find(caller.store(), product).orElseThrow(RequestRejected::notFound);
    }

    static String path(UUID product) {
        return GoodsPaths.PRODUCTS + "/" + product;
    }

    /** The form of one that is not there yet. */
    ModelAndView fresh(PageForm form, Caller caller) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("form", form);
        model.put("product", null);
        model.put("categories", categories.choices(caller.store()));
        model.put("mayChange", true);
        return page(model, form);
    }

    ModelAndView show(StockedProduct stocked, PageForm form, Caller caller) {
        var product = stocked.product();
        var model = new HashMap<String, @Nullable Object>();
        model.put("form", form);
        model.put("product", product);
        model.put("available", stocked.available());
        model.put("picture", pictures.large(caller.store(), product));
        model.put("pictures", pictures.all(caller.store(), product));
        model.put("categories", categories.choices(caller.store()));
        model.put("mayChange", ProductListController.mayChange(caller));
        var mayStock = caller.missing("inventory.view", "catalog:read") == null && !product.archived();
        model.put("stockPath", mayStock ? GoodsPaths.STOCK + "/" + product.id() : null);
        return page(model, form);
    }

    ModelAndView show(StockedProduct stocked, Caller caller, PageReader reader) {
        return show(stocked, ProductForms.form(stocked.product(), reader), caller);
    }

    private static ModelAndView page(Map<String, @Nullable Object> model, PageForm form) {
        return new ModelAndView(
                "dashboard/goods/product", model, form.isFaulty() ? HttpStatus.BAD_REQUEST : HttpStatus.OK);
    }
}
