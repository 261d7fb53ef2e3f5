package iq.sendy.shop.web;

import static iq.sendy.Goods.well;

import iq.sendy.Api;
import iq.sendy.Chromium;
import iq.sendy.Shop;
import iq.sendy.storefront.Theme;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import tools.jackson.databind.node.ObjectNode;

/** A shop of a niche that is open: named, set up, with goods and pictures of them. */
final class ShopStage {

    private static final int LOW = 2;
    private static final int MANY = 50;

    private final Shop shop;
    private final Api key;
    private final String slug;

    private ShopStage(Shop shop, Api key, String slug) {
        this.shop = shop;
        this.key = key;
        this.slug = slug;
    }

    /**
     * Opens one with so many products: the second is reduced, the third nearly gone, the fourth sold out. All have the same
     * picture, unless people want to look at them.
     */
    static ShopStage opens(Api api, Theme theme, int products) {
        var shop = Shop.named(api, ShopWares.of(theme).name());
        var key = api.withKey(shop.mints(
                "catalog:read",
                "catalog:write",
                "storefront:read",
                "storefront:write",
                "settings:write",
                "shipping:write"));
        well(key.post(
                Api.KEYS + "/settings",
                Api.object()
                        .put("currencyCode", "IQD")
                        .put("defaultDeliveryFee", 5_000)
                        .put("askForPrice", true)));
        var near = Api.object().put("name", "بغداد").put("ruleType", "FlatRate").put("cost", 3_000);
        near.putArray("provinceCodes").add("BG");
        well(key.post(Api.KEYS + "/shipping/rules", near));
        hang(key, theme, products);
        face(key, theme);
        var slug = well(key.post(Api.KEYS + "/storefront/publish")).data("slug");
        return new ShopStage(shop, key, slug);
    }

    String path() {
        return "/s/" + slug;
    }

    String slug() {
        return slug;
    }

    Api key() {
        return key;
    }

    Shop shop() {
        return shop;
    }

    void closes() {
        well(key.delete(Api.KEYS + "/storefront/publish"));
    }

    /** Makes a product or changes it. */
    void saves(ObjectNode product) {
        well(key.post(Api.KEYS + "/catalog/products", product));
    }

    /** Puts a picture of its own above the goods, and sells something in as many more categories as a large shop has. */
    void grows(int categories) {
        var banner = uploads(key, Theme.FLOWERS, "c02050");
        well(key.put(Api.KEYS + "/storefront", Api.object().put("bannerImageUrl", banner)));
        for (var i = 0; i < categories; i++) {
            saves(Api.object()
                    .put("sku", "G-" + i)
                    .put("name", "هدية " + i)
                    .put("price", 25_000)
                    .put("categoryId", categories(key, "هدايا المناسبات " + i)));
        }
    }

    private static void hang(Api key, Theme theme, int products) {
        var pictures = new HashMap<String, String>();
        var categories = new HashMap<String, String>();
        var wares = ShopWares.of(theme).wares();
        // The newest is shown first.
        for (var i = products - 1; i >= 0; i--) {
            var ware = wares.get(i % wares.size());
            var colour = Chromium.PICTURES ? ware.colour() : wares.getFirst().colour();
            var picture = pictures.computeIfAbsent(colour, one -> uploads(key, theme, one));
            var category = categories.computeIfAbsent(ware.category(), name -> categories(key, name));
            var product = Api.object()
                    .put("sku", "W-" + i)
                    .put("name", ware.name())
                    .put("description", ware.description())
                    .put("price", ware.price())
                    .put("categoryId", category)
                    .put("trackInventory", true)
                    .put("initialQuantity", quantity(i));
            if (i == 1) {
                product.put("compareAtPrice", ware.price() * 5 / 4);
            }
            product.putArray("imageUrls").add(picture).add(picture);
            well(key.post(Api.KEYS + "/catalog/products", product));
        }
    }

    private static int quantity(int index) {
        return switch (index) {
            case 2 -> LOW;
            case 3 -> 0;
            default -> MANY;
        };
    }

    private static String categories(Api key, String name) {
        return well(key.post(Api.KEYS + "/categories", Api.object().put("name", name)))
                .data("id");
    }

    private static void face(Api key, Theme theme) {
        well(key.post(Api.KEYS + "/storefront/templates/" + theme + "/apply"));
        var face = Api.object()
                .put("description", ShopWares.of(theme).line())
                .put("contactPhone", "07701234567")
                .put("deliveryPromise", "بغداد خلال 24 ساعة");
        face.putObject("socialLinks").put("instagram", "https://www.instagram.com/shop.iq");
        face.putObject("policies").put("returns", "الاستبدال خلال ثلاثة أيام إذا كان المنتج بحالته.");
        face.putArray("faqs")
                .addObject()
                .put("question", "هل أدفع مقدماً؟")
                .put("answer", "لا، تدفع للمندوب عند الاستلام.");
        well(key.put(Api.KEYS + "/storefront", face));
    }

    private static String uploads(Api key, Theme theme, String colour) {
        var form = new ByteArrayOutputStream();
        form.writeBytes("""
                --xyz\r
                Content-Disposition: form-data; name="file"; filename="ware.jpg"\r
                Content-Type: image/jpeg\r
                \r
                """.getBytes(StandardCharsets.UTF_8));
        form.writeBytes(ShopWares.picture(theme, colour));
        form.writeBytes("\r\n--xyz--\r\n".getBytes(StandardCharsets.UTF_8));
        return well(key.withHeader("Content-Type", "multipart/form-data; boundary=xyz")
                        .send(
                                "POST",
                                Api.KEYS + "/uploads/images",
                                BodyPublishers.ofByteArray(form.toByteArray()),
                                false))
                .data("url");
    }
}
