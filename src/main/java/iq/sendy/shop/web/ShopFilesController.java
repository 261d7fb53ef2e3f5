package iq.sendy.shop.web;

import iq.sendy.kernel.Digits;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.PublicController;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.url.PublicUrl;
import iq.sendy.shop.ShopMap;
import iq.sendy.shop.ShopWindow;
import iq.sendy.storefront.OpenStorefront;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** What machines read beside a shop's pages: its map, what they shall leave alone, and what a phone's home screen needs. */
@PublicController(value = ShopArea.HOME, counted = false)
class ShopFilesController {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final MediaType MANIFEST = MediaType.valueOf("application/manifest+json");

    /** One visitor's pages, and lists of which there are too many. */
    private static final List<String> LEFT_ALONE = List.of("/cart", "/checkout", "/orders/", "/account", "/search");

    static final String EVERYBODY = "User-agent: *\n";
    private static final int LONGEST_SHORT_NAME = 24;
    private static final int COLOUR_DIGITS = 6;
    private static final int MOST_PARTS = 1_000;
    private static final int MOST_DIGITS = 4;

    private final ShopWindow window;
    private final PublicUrl publicUrl;
    private final JsonMapper json;

    ShopFilesController(ShopWindow window, PublicUrl publicUrl, JsonMapper json) {
        this.window = window;
        this.publicUrl = publicUrl;
        this.json = json;
    }

    /** Of a shop with more products than one map may have the map of its parts. */
    @GetMapping("/sitemap.xml")
    @Describes("The addresses of a shop, for search engines")
    ResponseEntity<byte[]> map(
            OpenStorefront shop, @RequestParam(value = "part", required = false) @Nullable String part) {
        var links = links(shop);
        var wanted = part == null ? 1 : number(part);
        var found = window.map(shop, wanted);
        if (part == null && found.parts() > 1) {
            var parts = Sitemap.ofParts();
            for (var each = 1; each <= Math.min(found.parts(), MOST_PARTS); each++) {
                parts.add(links.absolute(links.to("/sitemap.xml?part=" + each)), null);
            }
            return xml(parts);
        }
        if (wanted > found.parts()) {
            throw RequestRejected.notFound();
        }
        return xml(pages(links, found, wanted == 1));
    }

    private static Sitemap pages(ShopLinks links, ShopMap found, boolean first) {
        var pages = Sitemap.ofPages();
        if (first) {
            pages.add(links.absolute(links.home()), null);
            found.categories().forEach(category -> pages.add(links.absolute(links.category(category)), null));
        }
        found.products()
                .forEach(product -> pages.add(links.absolute(links.product(product.sku())), product.updatedAt()));
        return pages;
    }

    private static int number(String part) {
        var digits = Digits.toAscii(part);
        if (!Digits.only(digits, MOST_DIGITS) || Integer.parseInt(digits) < 1) {
            throw RequestRejected.notFound();
        }
        return Integer.parseInt(digits);
    }

    /** Asked of a shop's own host; of the platform's, crawlers ask at the root. */
    @GetMapping("/robots.txt")
    @Describes("What search engines shall leave alone under a shop's own host")
    ResponseEntity<String> ofShop(OpenStorefront shop) {
        var links = links(shop);
        return text(EVERYBODY + disallowed("") + "Sitemap: " + links.absolute(links.to("/sitemap.xml")) + "\n");
    }

    /** The lines that say so. */
    static String disallowed(String below) {
        var lines = new StringBuilder();
        LEFT_ALONE.forEach(
                path -> lines.append("Disallow: ").append(below).append(path).append('\n'));
        return lines.toString();
    }

    @GetMapping("/manifest.webmanifest")
    @Describes("What a phone's home screen needs of a shop")
    ResponseEntity<byte[]> manifest(OpenStorefront shop, ShopLinks links) {
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("name", shop.store().name());
        manifest.put("short_name", PlainLine.cut(shop.store().name(), LONGEST_SHORT_NAME));
        manifest.put("start_url", links.home());
        // What starts the shop must lie in it, and the address of a shop's home has no slash at its end.
        manifest.put("scope", links.base().isEmpty() ? "/" : links.base());
        manifest.put("display", "minimal-ui");
        manifest.put("lang", shop.settings().language());
        manifest.put("dir", shop.settings().language().equals("en") ? "ltr" : "rtl");
        manifest.put("theme_color", colour(shop.face().theme().accent()));
        manifest.put("background_color", colour(shop.face().theme().page()));
        manifest.put(
                "icons",
                NamePictureController.ICONS.stream()
                        .map(side -> icon(shop, side))
                        .toList());
        return ResponseEntity.ok().contentType(MANIFEST).body(json.writeValueAsBytes(manifest));
    }

    /** The letter stands in the middle, so a phone may cut what shape it likes out of it. */
    private static Map<String, String> icon(OpenStorefront shop, int side) {
        return Map.of(
                "src",
                NamePictureController.icon(shop, side),
                "sizes",
                side + "x" + side,
                "type",
                "image/png",
                "purpose",
                "any maskable");
    }

    private static String colour(int rgb) {
        return "#" + HexFormat.of().toHexDigits(rgb, COLOUR_DIGITS);
    }

    /** Whole addresses under the one host that the shop is to be known by. */
    private ShopLinks links(OpenStorefront shop) {
        return shop.domain()
                .map(domain -> new ShopLinks("https://" + domain, "", null))
                .orElseGet(() -> new ShopLinks(
                        publicUrl.of(""), ShopEntrance.PAGES + shop.store().slug(), null));
    }

    private static ResponseEntity<byte[]> xml(Sitemap map) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(map.bytes());
    }

    private static ResponseEntity<String> text(String lines) {
        return ResponseEntity.ok().contentType(TEXT).body(lines);
    }
}
