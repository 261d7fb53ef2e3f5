package iq.sendy.dashboard.goods;

import iq.sendy.catalog.ProductView;
import iq.sendy.platform.pages.PageForm;
import org.jspecify.annotations.Nullable;

/**
 * Product as a line of a list.
 *
 * @param picture a small one; null where there is none
 * @param form that of the price alone
 * @param available null where nobody counts
 * @param low whether so few are left that more should be bought
 */
record ProductRow(
        ProductView product,
        @Nullable String picture,
        PageForm form,
        @Nullable Long available,
        boolean low) {}
