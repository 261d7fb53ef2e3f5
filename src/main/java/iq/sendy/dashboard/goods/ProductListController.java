package iq.sendy.dashboard.goods;

import iq.sendy.catalog.ProductView;
import iq.sendy.catalog.Products;
import iq.sendy.catalog.StockedProduct;
import iq.sendy.kernel.Uuids;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.pages.PageReader;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.stores.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of products, where prices are changed without leaving it. */
@PageController
class ProductListController {

    private static final int ROWS = 50;

    private final Products products;
    private final CategoryTree categories;
    private final ProductPicturePaths pictures;
    private final Settings storeSettings;
    private final PageReaders readers;

    ProductListController(
            Products products,
            CategoryTree categories,
            ProductPicturePaths pictures,
            Settings storeSettings,
            PageReaders readers) {
        this.products = products;
        this.categories = categories;
        this.pictures = pictures;
        this.storeSettings = storeSettings;
        this.readers = readers;
    }

    @GetMapping(GoodsPaths.PRODUCTS)
    @Allows(permission = "products.view")
    ModelAndView list(
            @RequestParam(name = "archived", defaultValue = "") String archived,
            HttpServletRequest request,
            Paging paging,
            Caller caller,
            Locale language) {
        var search = ProductSearchForm.of(request::getParameter);
        var reader = readers.of(caller, language);
        var few = storeSettings.of(caller.store()).lowStockThreshold();
        var page = products.list(caller.store(), search.filter(), new Paging(1, ROWS, paging.cursor(), paging.seal()));
        var mayChange = mayChange(caller);
        var model = new HashMap<String, @Nullable Object>();
        model.put("search", search);
        model.put("rows", page.map(each -> row(each, few, caller, reader)).items());
        model.put("categories", categories.choices(caller.store()));
        model.put("mayChange", mayChange);
        model.put("maySort", caller.missing("categories.view", "catalog:read") == null);
        model.put("archived", mayChange ? justArchived(archived, caller) : null);
        model.put("here", search.from(paging.cursor() == null ? null : request.getParameter("cursor")));
        model.put("newest", paging.cursor() == null ? null : search.from(null));
        model.put("older", page.nextCursor() == null ? null : search.from(page.nextCursor()));
        return new ModelAndView("dashboard/goods/products", model);
    }

    static boolean mayChange(Caller caller) {
        return caller.missing("products.manage", "catalog:write") == null;
    }

    private ProductRow row(StockedProduct stocked, long few, Caller caller, PageReader reader) {
        var product = stocked.product();
        var available = stocked.available();
        return new ProductRow(
                product,
                pictures.small(caller.store(), product),
                ProductForms.priced(product, reader),
                available,
                available != null && available <= few);
    }

    /** What was archived a moment ago, to take it back; null where nothing was. */
    private @Nullable ProductView justArchived(String id, Caller caller) {
        return Uuids.parse(id)
                .flatMap(product -> products.find(caller.store(), product))
                .map(StockedProduct::product)
                .filter(ProductView::archived)
                .orElse(null);
    }
}
