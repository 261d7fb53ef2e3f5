package iq.sendy.shop.web;

import iq.sendy.platform.pages.PageLanguage;
import iq.sendy.platform.url.PublicUrl;
import iq.sendy.shop.ShopCategory;
import iq.sendy.shop.ShopPicture;
import iq.sendy.shop.ShopProduct;
import iq.sendy.shop.web.SchemaData.Crumb;
import iq.sendy.storefront.OpenStorefront;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes the heads of a shop's pages out of what they show. */
@Component
class PageHeads {

    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_DESCRIPTION = 160;
    private static final String BETWEEN = " · ";

    private final PublicUrl publicUrl;
    private final PreviewPictures previews;
    private final MessageSource words;

    PageHeads(PublicUrl publicUrl, PreviewPictures previews, MessageSource words) {
        this.publicUrl = publicUrl;
        this.previews = previews;
        this.words = words;
    }

    /** A list of products: the first page of a shop, a category, what was searched for. */
    PageHead of(ShopVisit visit, ShopListing listing) {
        var category = listing.filter().categoryId();
        if (listing.searching() && !visit.below().isEmpty()) {
            return unlisted(visit, listing.title());
        }
        return category == null
                ? home(visit, listing)
                : category(visit, listing, Objects.requireNonNull(listing.title()));
    }

    private PageHead home(ShopVisit visit, ShopListing listing) {
        var shop = visit.shop();
        var face = shop.face();
        var seo = face.seo();
        var picture = picture(
                shop,
                Stream.of(
                                seo.imageUrl(),
                                face.coverImageUrl(),
                                face.bannerImageUrl(),
                                first(listing.products().items()))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
        return new PageHead(
                PlainLine.cut(
                        Objects.requireNonNullElse(seo.title(), shop.store().name()), LONGEST_TITLE),
                said(
                        visit,
                        Stream.of(seo.description(), face.description(), face.deliveryPromise())
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(null)),
                home(visit),
                alternates(visit),
                picture,
                listing.first(),
                "website",
                List.of(SchemaData.shop(shop, home(visit), picture)));
    }

    private PageHead category(ShopVisit visit, ShopListing listing, String name) {
        var links = canonical(visit);
        var url = links.absolute(
                links.category(Objects.requireNonNull(listing.filter().categoryId())));
        var shop = visit.shop();
        return new PageHead(
                titled(name, shop),
                said(visit, shop.face().description()),
                url,
                alternates(visit),
                picture(shop, first(listing.products().items())),
                listing.first(),
                "website",
                List.of(SchemaData.way(List.of(new Crumb(shop.store().name(), home(visit)), new Crumb(name, url)))));
    }

    PageHead of(ShopVisit visit, ShopProduct product, @Nullable ShopCategory category) {
        var shop = visit.shop();
        var links = canonical(visit);
        var url = links.absolute(links.product(product.sku()));
        var crumbs = new ArrayList<Crumb>();
        crumbs.add(new Crumb(shop.store().name(), home(visit)));
        if (category != null) {
            crumbs.add(new Crumb(category.name(), links.absolute(links.category(category.id()))));
        }
        crumbs.add(new Crumb(product.name(), url));
        return new PageHead(
                titled(product.name(), shop),
                PlainLine.of(offered(visit, product), LONGEST_DESCRIPTION),
                url,
                alternates(visit),
                picture(
                        shop,
                        product.pictures().stream()
                                .findFirst()
                                .map(ShopPicture::url)
                                .orElse(null)),
                true,
                "product",
                List.of(SchemaData.product(product, shop.settings().currency(), url), SchemaData.way(crumbs)));
    }

    /** A page that is one visitor's, or one of too many. */
    PageHead unlisted(ShopVisit visit, @Nullable String title) {
        var shop = visit.shop();
        return new PageHead(
                title == null ? PlainLine.cut(shop.store().name(), LONGEST_TITLE) : titled(title, shop),
                null,
                same(visit, visit.links().language()),
                List.of(),
                null,
                false,
                "website",
                List.of());
    }

    /** What it costs, and that it is paid for at the door, before what is said of it. */
    private String offered(ShopVisit visit, ShopProduct product) {
        var language = visit.page().language().locale();
        var price = product.price();
        var currency = visit.shop().settings().currency();
        var cost = price == null
                ? word("shop.onRequest", language)
                : word("shop.money." + currency, language, currency.shown(price));
        return Stream.of(cost, word("shop.cash", language), product.description())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(BETWEEN));
    }

    private @Nullable String said(ShopVisit visit, @Nullable String text) {
        return Optional.ofNullable(PlainLine.of(text, LONGEST_DESCRIPTION))
                .orElseGet(() -> word("shop.cash", visit.page().language().locale()));
    }

    private String word(String key, Locale language, Object... values) {
        return Objects.requireNonNull(words.getMessage(key, values, language));
    }

    /** With the shop's name behind it where there is room. */
    private static String titled(String title, OpenStorefront shop) {
        var whole = title + BETWEEN + shop.store().name();
        return whole.length() <= LONGEST_TITLE ? whole : PlainLine.cut(title, LONGEST_TITLE);
    }

    private PreviewPicture picture(OpenStorefront shop, @Nullable String url) {
        return previews.of(shop, url);
    }

    /** The picture that stands for a list of products; null where none has one. */
    static @Nullable String first(List<ShopProduct> products) {
        return products.stream()
                .flatMap(product -> product.pictures().stream().limit(1))
                .map(ShopPicture::url)
                .findFirst()
                .orElse(null);
    }

    /** Whole addresses under the one host and slug that the shop is to be known by. */
    private ShopLinks canonical(ShopVisit visit) {
        return links(visit, visit.links().language());
    }

    private ShopLinks links(ShopVisit visit, @Nullable String language) {
        var shop = visit.shop();
        return shop.domain()
                .map(domain -> new ShopLinks("https://" + domain, "", language))
                .orElseGet(() -> new ShopLinks(
                        publicUrl.of(""), ShopEntrance.PAGES + shop.store().slug(), language));
    }

    private String home(ShopVisit visit) {
        var links = canonical(visit);
        return links.absolute(links.home());
    }

    /** The same page, as it was asked for. */
    private String same(ShopVisit visit, @Nullable String language) {
        var links = links(visit, language);
        var below = visit.page().path().substring(visit.links().base().length());
        return links.absolute(below.isEmpty() || below.equals("/") ? links.home() : links.to(below));
    }

    private List<PageHead.Alternate> alternates(ShopVisit visit) {
        return Arrays.stream(PageLanguage.values())
                .map(language -> new PageHead.Alternate(
                        language, same(visit, language == visit.page().own() ? null : language.tag())))
                .toList();
    }
}
