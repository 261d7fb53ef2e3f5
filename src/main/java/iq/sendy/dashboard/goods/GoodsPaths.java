package iq.sendy.dashboard.goods;

import iq.sendy.dashboard.DashboardPaths;

/** Where the pages of this room are. */
final class GoodsPaths {

    static final String PRODUCTS = DashboardPaths.HOME + "/products";
    static final String STOCK = DashboardPaths.HOME + "/stock";
    static final String WAREHOUSES = STOCK + "/warehouses";
    static final String CATEGORIES = PRODUCTS + "/categories";
    static final String SUPPLIERS = DashboardPaths.HOME + "/suppliers";
    static final String RECEIVING = DashboardPaths.HOME + "/receiving";
    static final String PURCHASE = RECEIVING + "/{order}";
    static final String IMPORT = PRODUCTS + "/import";
    static final String PRODUCT = PRODUCTS + "/{product}";

    private GoodsPaths() {}

    /** A page that says what was just done. */
    static String saying(String path, String said) {
        return path + (path.indexOf('?') < 0 ? "?" : "&") + "said=" + said;
    }
}
