package iq.sendy.shop.web;

import iq.sendy.kernel.StoreId;
import org.jspecify.annotations.Nullable;

/** Key of a kept page: all that it depends on; what else a request says makes no other one. */
record PageKey(
        StoreId store,
        KeptPage kind,
        String below,
        @Nullable String query,
        String language,
        String address) {

    static PageKey of(ShopVisit visit, ImpersonalRequest asked) {
        var links = visit.links();
        var language = asked.language();
        return new PageKey(
                visit.shop().store().id(),
                asked.kind(),
                visit.below(),
                asked.getQueryString(),
                language == null ? visit.page().language().tag() : language,
                links.origin() + links.base());
    }

    /** The memory that what a visitor wrote takes in it. */
    int weight() {
        return 2 * (below.length() + (query == null ? 0 : query.length()));
    }
}
