package iq.sendy.media;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.awt.Color;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Pictures as shops upload them and visitors see them. */
@Scenario
public class ImagesTest {

    private static final String PATH = "/uploads/images";

    @Autowired
    Api api;

    @Autowired
    World.Backstage backstage;

    @Autowired
    Images images;

    @Autowired
    Pipeline pipeline;

    @Autowired
    TransactionTemplate transaction;

    Shop shop;
    Api key;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        key = api.withKey(shop.mints("catalog:write"));
    }

    private static byte[] form(String part, byte[] file) {
        return Pictures.joined(
                Pictures.text("--xyz\r\nContent-Disposition: form-data; name=\"" + part
                        + "\"; filename=\"../../evil.svg\"\r\nContent-Type: image/svg+xml\r\n\r\n"),
                file,
                Pictures.text("\r\n--xyz--\r\n"));
    }

    private static Api.Reply sends(Api client, String door, byte[] form) {
        return client.withHeader("Content-Type", "multipart/form-data; boundary=xyz")
                .send("POST", door + PATH, BodyPublishers.ofByteArray(form), false);
    }

    private Api.Reply uploads(byte[] file) {
        return sends(key, Api.KEYS, form("file", file));
    }

    /** The address without scheme and host, as it is asked from this server. */
    private static String path(Api.Reply uploaded) {
        return uploaded.data("url").replaceFirst("^https?://[^/]+", "");
    }

    private static String width(Api.Reply reply) {
        return Integer.toString(Pictures.read(well(reply).bytes()).getWidth());
    }

    @Test
    void the_colours_of_a_wide_screen_are_seen_on_every_other() {
        var screenshot = Pictures.with(
                Pictures.filled(32, 32, 0xFFE62828), "iCCP", Profiles.packed(Profiles.displayP3WithGamma()));

        var seen = Pictures.read(well(api.get(path(well(uploads(screenshot))))).bytes());

        var colour = new Color(seen.getRGB(16, 16));
        assertThat(colour.getRed()).isBetween(248, 255);
        assertThat(colour.getGreen()).isLessThan(5);
        assertThat(colour.getBlue()).isBetween(2, 10);
    }

    @Test
    void an_upload_is_a_picture_of_a_product_also_where_the_public_address_is_not_https() {
        var url = well(uploads(Pictures.png(20, 20))).data("url");
        assertThat(url).startsWith("http://");

        var product = Api.object().put("sku", "P").put("name", "p");
        product.putArray("imageUrls")
                .add(url)
                .add("https://my_shop.example/1.jpg")
                .add(url.replace("//", "//x."));

        var refused = key.post(Api.KEYS + "/catalog/products", product);
        assertThat(refused.faults()).containsExactly("imageUrls[2] field.invalid");
        product.withArray("imageUrls").remove(2);
        well(key.post(Api.KEYS + "/catalog/products", product));
    }

    @Test
    void what_is_uploaded_at_either_door_is_seen_by_everybody() {
        for (var uploaded : List.of(
                uploads(Pictures.jpeg(700, 350)),
                sends(shop.owner(), Api.STAFF, form("file", Pictures.jpeg(700, 350))))) {
            well(uploaded);
            assertThat(uploaded.data("width")).isEqualTo("700");
            assertThat(uploaded.data("height")).isEqualTo("350");
            assertThat(path(uploaded)).matches("/media/" + uploadsOf() + "/[0-9a-f]{32}\\.jpg");

            var seen = well(api.get(path(uploaded)));
            assertThat(seen.header("Content-Type")).isEqualTo("image/jpeg");
            assertThat(seen.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(seen.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
            assertThat(seen.headers()).doesNotContainKeys("set-cookie", "ratelimit-limit");
            assertThat(Pictures.read(seen.bytes()).getHeight()).isEqualTo(350);
        }
    }

    private String uploadsOf() {
        return well(shop.owner().get("/api/v1/auth/me")).data("store.id");
    }

    @Test
    void a_page_asks_for_the_width_it_shows() {
        var path = path(well(uploads(Pictures.jpeg(700, 350))));

        assertThat(width(api.get(path + "?w=1"))).isEqualTo("180");
        assertThat(width(api.get(path + "?w=180"))).isEqualTo("180");
        assertThat(width(api.get(path + "?w=181"))).isEqualTo("360");
        assertThat(width(api.get(path + "?W=181"))).isEqualTo("360");
        assertThat(width(api.get(path + "?w=641"))).isEqualTo("700");
        for (var whole : List.of("", "?w=", "?w=9999", "?w=0", "?w=-1", "?w=abc", "?w=99999999999", "?w=١٦٠")) {
            assertThat(width(api.get(path + URI.create(whole).toASCIIString())))
                    .as(whole)
                    .isEqualTo("700");
        }
    }

    @Test
    void who_has_it_already_is_not_sent_it_again() {
        var path = path(well(uploads(Pictures.glass(700, 350))));
        var seen = well(api.get(path + "?w=360"));
        assertThat(seen.header("Content-Type")).isEqualTo("image/png");

        for (var tags : List.of(seen.header("ETag"), "\"x\", " + seen.header("ETag"))) {
            var again = api.withHeader("If-None-Match", tags).get(path + "?w=300");
            assertThat(again.status()).isEqualTo(304);
            assertThat(again.bytes()).isEmpty();
        }
        assertThat(width(api.withHeader("If-None-Match", seen.header("ETag")).get(path)))
                .isEqualTo("700");
        var head = api.send("HEAD", path, BodyPublishers.noBody(), false);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.bytes()).isEmpty();
        assertThat(head.header("Content-Length"))
                .isEqualTo(Integer.toString(well(api.get(path)).bytes().length));
    }

    /** What a page is told of these addresses, asked as the owner of the pictures. */
    private List<SizedImage> sizes(List<String> urls) {
        var store = new StoreId(UUID.fromString(uploadsOf()));
        return CurrentTenant.in(
                store,
                () -> transaction.execute(
                        _ -> pipeline.ask(images.sizes(store, urls)).answer()));
    }

    @Test
    void a_page_is_told_how_large_a_picture_is_and_what_it_is_kept_in() {
        var url = well(uploads(Pictures.jpeg(1_700, 850))).data("url");
        var small = well(uploads(Pictures.glass(90, 30))).data("url");
        var path = url.replaceFirst("^https?://[^/]+", "");

        var sizes = sizes(List.of(url, small, url + "?w=180"));

        assertThat(sizes).extracting(SizedImage::url).containsExactlyInAnyOrder(url, small, url + "?w=180");
        var large = sizes.stream()
                .filter(each -> each.url().equals(url))
                .findFirst()
                .orElseThrow()
                .sizes();
        assertThat(large.width()).isEqualTo(1_700);
        assertThat(large.height()).isEqualTo(850);
        assertThat(large.srcset().split(", ", -1))
                .containsExactly(Stream.of(180, 360, 540, 720, 1_080, 1_600)
                        .map(width -> path + "?w=" + width + " " + width + "w")
                        .toArray(String[]::new));
        assertThat(sizes)
                .extracting(SizedImage::sizes)
                .filteredOn(each -> each.width() == 90)
                .singleElement()
                .satisfies(only -> assertThat(only.srcset()).endsWith(".png?w=90 90w"));
        for (var named : large.srcset().split(", ", -1)) {
            assertThat(well(api.get(named.substring(0, named.indexOf(' ')))).bytes())
                    .isNotEmpty();
        }
    }

    @Test
    void nothing_is_known_of_pictures_that_lie_elsewhere() {
        var url = well(uploads(Pictures.jpeg(70, 35))).data("url");
        var others = well(sends(Shop.opens(api).owner(), Api.STAFF, form("file", Pictures.jpeg(70, 35))))
                .data("url");

        assertThat(sizes(List.of(
                        others,
                        others.replaceFirst("media/[^/]+", "media/" + uploadsOf()),
                        url.replace(".jpg", ".png"),
                        url.replace("//", "//x."),
                        url + "x",
                        url.replaceFirst("[0-9a-f]{32}", "0".repeat(32)),
                        "https://example.com/1.jpg",
                        "")))
                .isEmpty();
        assertThat(sizes(List.of())).isEmpty();
    }

    @Test
    void unknown_malformed_and_another_stores_are_one_answer() {
        var path = path(well(uploads(Pictures.jpeg(70, 35))));
        var name = path.substring(path.lastIndexOf('/') + 1);
        var other = well(Shop.opens(api).owner().get("/api/v1/auth/me")).data("store.id");
        var bodies = new HashSet<String>();
        for (var wrong : List.of(
                "/media/" + other + "/" + name,
                "/media/00000000-0000-0000-0000-000000000000/" + name,
                path.replace(".jpg", ".png"),
                path.replace(".jpg", ".svg"),
                path.replace(".jpg", ""),
                path.replaceFirst("[0-9a-f]{32}", "0".repeat(32)),
                path.replaceFirst("[0-9a-f]{32}", "x"),
                "/media/x/" + name)) {
            var reply = api.get(wrong);
            assertThat(reply.status()).as(wrong).isEqualTo(404);
            bodies.add(reply.text());
        }
        assertThat(bodies).hasSize(1);
    }

    @Test
    void one_key_uploads_once() {
        var once = key.withHeader("Idempotency-Key", "upload-1");
        var first = well(sends(once, Api.KEYS, form("file", Pictures.jpeg(200, 100))));
        var second = sends(once, Api.KEYS, form("file", Pictures.jpeg(200, 100)));

        assertThat(second.bytes()).isEqualTo(first.bytes());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(sends(once, Api.KEYS, form("file", Pictures.jpeg(201, 100))).status())
                .isEqualTo(422);
        var broken = key.withHeader("Idempotency-Key", "upload-2");
        assertThat(sends(broken, Api.KEYS, form("file", Pictures.text("<svg/>")))
                        .status())
                .isEqualTo(400);
        well(sends(broken, Api.KEYS, form("file", Pictures.jpeg(200, 100))));
        assertThat(backstage
                        .jdbc()
                        .sql("select count(*) from media.image where store_id = ?::uuid")
                        .param(uploadsOf())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void ten_mebibytes_are_taken_and_one_byte_more_is_not() {
        // What hangs behind the end of a picture is not looked at, but it counts.
        var picture = Pictures.jpeg(200, 100);

        well(uploads(Arrays.copyOf(picture, 10 << 20)));
        var more = uploads(Arrays.copyOf(picture, (10 << 20) + 1));
        assertThat(more.status()).isEqualTo(413);
        assertThat(more.faults()).containsExactly("body.too_large");
        assertThat(uploads(Arrays.copyOf(picture, 11 << 20)).status()).isEqualTo(413);
    }

    @Test
    void what_is_no_picture_is_told_so() {
        for (var file : List.of(
                Pictures.text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
                Pictures.text("%PDF-1.7"),
                Pictures.pngOf(60_000, 60_000, 1_000),
                Arrays.copyOf(Pictures.jpeg(200, 100), 300))) {
            var refused = uploads(file);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.faults()).containsExactly("file file.unreadable");
        }
        assertThat(uploads(new byte[0]).faults()).containsExactly("file field.required");
        assertThat(sends(key, Api.KEYS, form("picture", Pictures.jpeg(9, 9))).faults())
                .containsExactly("file field.required");
        assertThat(key.post(Api.KEYS + PATH, Api.object()).status()).isEqualTo(415);
        assertThat(sends(key, Api.KEYS, Pictures.text("--xyz\r\nrubbish")).status())
                .isEqualTo(400);
        assertThat(sends(api.withKey(shop.mints("catalog:read")), Api.KEYS, form("file", Pictures.jpeg(9, 9)))
                        .status())
                .isEqualTo(403);
    }
}
