package iq.sendy.shop;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.media.Pictures;
import iq.sendy.storefront.Theme;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What messengers show of a link. */
@Scenario
class PreviewCardTest {

    private static final Color BLUE = new Color(0x1133AA);

    @Autowired
    Api api;

    Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
    }

    /** The path of what was uploaded. */
    private String uploads(byte[] file) {
        var form = Pictures.joined(
                Pictures.text("--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n"),
                file,
                Pictures.text("\r\n--xyz--\r\n"));
        return well(shop.owner()
                        .withHeader("Content-Type", "multipart/form-data; boundary=xyz")
                        .send("POST", Api.STAFF + "/uploads/images", BodyPublishers.ofByteArray(form), false))
                .data("url")
                .replaceFirst("^https?://[^/]+", "");
    }

    private static String card(String upload, Theme theme) {
        return upload.replaceFirst("/([0-9a-f]{32})\\.(jpg|png)$", "/cards/" + theme + "-$1.jpg");
    }

    private BufferedImage seen(String path) {
        return Pictures.read(well(api.get(path)).bytes());
    }

    private static void assertAt(BufferedImage picture, int x, int y, Color expected) {
        var seen = new Color(picture.getRGB(x, y));
        assertThat(seen.getRed()).isCloseTo(expected.getRed(), offset(6));
        assertThat(seen.getGreen()).isCloseTo(expected.getGreen(), offset(6));
        assertThat(seen.getBlue()).isCloseTo(expected.getBlue(), offset(6));
    }

    @Test
    void a_product_stands_whole_on_the_colour_of_its_page() {
        var upload = uploads(Pictures.filled(700, 700, 0xFF1133AA));
        for (var theme : Theme.values()) {
            var reply = well(api.get(card(upload, theme)));
            assertThat(reply.header("Content-Type")).isEqualTo("image/jpeg");
            assertThat(reply.header("Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
            assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(reply.headers()).doesNotContainKeys("set-cookie", "ratelimit-limit");
            var picture = Pictures.read(reply.bytes());
            assertThat(picture.getWidth()).isEqualTo(1_200);
            assertThat(picture.getHeight()).isEqualTo(630);
            assertAt(picture, 20, 20, new Color(theme.page()));
            assertAt(picture, 600, 315, BLUE);
            assertAt(picture, 600, 60, BLUE);
        }
    }

    @Test
    void what_shines_through_shows_the_page_and_a_wide_picture_has_no_bands() {
        var glass = seen(card(
                uploads(Pictures.encoded(new BufferedImage(300, 300, BufferedImage.TYPE_INT_ARGB), "png")),
                Theme.FLOWERS));
        assertAt(glass, 600, 315, new Color(Theme.FLOWERS.page()));
        var wide = seen(card(uploads(Pictures.filled(1_600, 800, 0xFF1133AA)), Theme.FLOWERS));
        for (var x : List.of(3, 600, 1_196)) {
            assertAt(wide, x, 3, BLUE);
        }
        assertThat(seen(card(uploads(Pictures.png(1, 2_000)), Theme.KIDS)).getHeight())
                .isEqualTo(630);
    }

    @Test
    void the_busiest_picture_is_light_enough_for_a_messenger() {
        var noise = new BufferedImage(1_280, 700, BufferedImage.TYPE_INT_RGB);
        var random = new Random(1);
        for (var y = 0; y < noise.getHeight(); y++) {
            for (var x = 0; x < noise.getWidth(); x++) {
                noise.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        var upload = uploads(Pictures.encoded(noise, "png"));
        assertThat(well(api.get(card(upload, Theme.FOOD))).bytes().length).isLessThanOrEqualTo(250 << 10);
    }

    @Test
    void unknown_malformed_and_another_stores_are_one_answer() {
        var path = card(uploads(Pictures.png(20, 20)), Theme.HOME);
        var other = well(Shop.opens(api).owner().get("/api/v1/auth/me")).data("store.id");
        var bodies = new HashSet<String>();
        for (var wrong : List.of(
                path.replaceFirst("/media/[^/]+", "/media/" + other),
                path.replaceFirst("/media/[^/]+", "/media/x"),
                path.replaceFirst("/media/[^/]+", "/media/00000000-0000-0000-0000-000000000000"),
                path.replace("home-", "garden-"),
                path.replace("home-", "HOME-"),
                path.replace("home-", ""),
                path.replaceFirst("home-.*", "home-.jpg"),
                path.replaceFirst("home-.*", "home-jpg"),
                path.replaceFirst("[0-9a-f]{32}", "0".repeat(32)),
                path.replace(".jpg", ".png"),
                path.replace(".jpg", ""))) {
            var reply = api.get(wrong);
            assertThat(reply.status()).as(wrong).isEqualTo(404);
            bodies.add(reply.text());
        }
        assertThat(bodies).hasSize(1);
        well(api.get(path));
    }

    @Test
    void a_card_has_the_colours_of_the_stylesheet() throws IOException {
        for (var theme : Theme.values()) {
            assertThat(Files.readString(Path.of("src/main/resources/static/theme-" + theme + ".css")))
                    .contains(String.format(Locale.ROOT, "--page: #%06x", theme.page()))
                    .contains(String.format(Locale.ROOT, "--accent: #%06x", theme.accent()));
        }
    }
}
