package iq.sendy.shop.web;

import iq.sendy.kernel.Currency;
import iq.sendy.shop.ShopPicture;
import iq.sendy.shop.ShopProduct;
import iq.sendy.storefront.OpenStorefront;
import iq.sendy.storefront.ShopContact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Structured data: what a page is about, in the words of schema.org. */
final class SchemaData {

    private static final String VOCABULARY = "https://schema.org";
    private static final int LONGEST_DESCRIPTION = 500;

    private SchemaData() {}

    /** A step of the way to a page. */
    record Crumb(String name, String url) {}

    static Map<String, Object> shop(OpenStorefront shop, String url, @Nullable PreviewPicture picture) {
        var face = shop.face();
        var data = of("OnlineStore");
        data.put("name", shop.store().name());
        data.put("url", url);
        put(data, "description", PlainLine.of(face.description(), LONGEST_DESCRIPTION));
        put(data, "image", picture == null ? null : picture.url());
        put(
                data,
                "telephone",
                face.contactPhone() == null ? null : "+" + face.contactPhone().value());
        put(data, "email", face.contactEmail());
        var profiles =
                face.contact().profiles().stream().map(ShopContact.Profile::url).toList();
        put(data, "sameAs", profiles.isEmpty() ? null : profiles);
        data.put("areaServed", "IQ");
        return data;
    }

    /** An offer is made of it only where it costs something: nobody is told that what has no price is free. */
    static Map<String, Object> product(ShopProduct product, Currency currency, String url) {
        var data = of("Product");
        data.put("name", product.name());
        data.put("sku", product.sku());
        put(data, "description", PlainLine.of(product.description(), LONGEST_DESCRIPTION));
        var pictures = product.pictures().stream().map(ShopPicture::url).toList();
        put(data, "image", pictures.isEmpty() ? null : pictures);
        var price = product.price();
        if (price != null && price > 0) {
            var offer = new LinkedHashMap<String, Object>();
            offer.put("@type", "Offer");
            offer.put("url", url);
            offer.put("price", currency.onWire(price).toPlainString());
            offer.put("priceCurrency", currency.toString());
            offer.put("availability", VOCABULARY + (product.available() ? "/InStock" : "/OutOfStock"));
            data.put("offers", offer);
        }
        return data;
    }

    static Map<String, Object> way(List<Crumb> crumbs) {
        var steps = new ArrayList<Map<String, Object>>();
        for (var crumb : crumbs) {
            var step = new LinkedHashMap<String, Object>();
            step.put("@type", "ListItem");
            step.put("position", steps.size() + 1);
            step.put("name", crumb.name());
            step.put("item", crumb.url());
            steps.add(step);
        }
        var data = of("BreadcrumbList");
        data.put("itemListElement", steps);
        return data;
    }

    private static Map<String, Object> of(String type) {
        var data = new LinkedHashMap<String, Object>();
        data.put("@context", VOCABULARY);
        data.put("@type", type);
        return data;
    }

    private static void put(Map<String, Object> data, String name, @Nullable Object value) {
        if (value != null) {
            data.put(name, value);
        }
    }
}
