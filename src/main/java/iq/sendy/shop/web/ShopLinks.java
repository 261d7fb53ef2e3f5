package iq.sendy.shop.web;

import iq.sendy.shop.ShopFilter;
import iq.sendy.shop.ShopSort;
import iq.sendy.storefront.SkuSegment;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * Links of a shop's pages, as they are reached now: below the shop's slug, or under its own host. Each is a path with the
 * language that the visitor has chosen.
 *
 * @param origin what stands before a path in a whole address, such as {@code https://sendy.example}
 * @param base what stands before each path; empty under the shop's own host
 * @param language the one that was asked for where it is not the shop's own
 */
public record ShopLinks(
        String origin, String base, @Nullable String language) {

    public String home() {
        return to(base.isEmpty() ? "/" : "");
    }

    public String category(UUID category) {
        return to("/c/" + category);
    }

    public String search() {
        return to("/search");
    }

    /** The results of a search, as they were sorted. */
    public String search(ShopFilter filter) {
        return sorted(with(search(), "q", filter.q() == null ? "" : filter.q()), filter.sort());
    }

    /** The same page in another order. */
    public String sorted(String link, ShopSort sort) {
        return sort == ShopSort.NEWEST ? link : with(link, "sort", sort.toString());
    }

    /** The page that follows. */
    public String onward(String link, String cursor) {
        return with(link, "cursor", cursor);
    }

    public String product(String sku) {
        return to("/p/" + SkuSegment.of(sku));
    }

    public String cart() {
        return to("/cart");
    }

    public String checkout() {
        return to("/checkout");
    }

    public String order(String publicId) {
        return to("/orders/" + UriUtils.encodePathSegment(publicId, StandardCharsets.UTF_8));
    }

    public String thanks(String publicId) {
        return to("/orders/" + UriUtils.encodePathSegment(publicId, StandardCharsets.UTF_8) + "/thanks");
    }

    public String account() {
        return to("/account");
    }

    public String manifest() {
        return to("/manifest.webmanifest");
    }

    /** The whole address of a path of this host, as messengers and search engines need it. */
    public String absolute(String path) {
        return origin + path;
    }

    /** A path of the shop that begins with a slash, with the language behind it. */
    public String to(String path) {
        var link = base + path;
        return language == null ? link : with(link, "lang", language);
    }

    /** A link with one thing more to say. */
    static String with(String link, String name, String value) {
        return link + (link.indexOf('?') < 0 ? '?' : '&') + name + '=' + UriUtils.encode(value, StandardCharsets.UTF_8);
    }
}
