package iq.sendy.shop;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.media.Pictures;
import iq.sendy.storefront.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A shop's name as a picture: what messengers show of a shop without pictures, and a phone's home screen of any. */
@Scenario
class NamePicturesTest {

    private static final Pattern PREVIEW = Pattern.compile("og:image\" content=\"https?://[^/]+(/media/[^\"]+)\"");

    @Autowired
    Api api;

    private static long inked(BufferedImage picture, int ink) {
        var dots = 0L;
        for (var y = 0; y < picture.getHeight(); y++) {
            for (var x = 0; x < picture.getWidth(); x++) {
                dots += (picture.getRGB(x, y) & 0xFFFFFF) == ink ? 1 : 0;
            }
        }
        return dots;
    }

    private String preview(Front front) {
        var page = RawRequest.get(api.base()).opens(front.page()).text();
        var found = PREVIEW.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        assertThat(page).contains("og:image:width\" content=\"1200\"", "og:image:height\" content=\"630\"");
        return found.group(1);
    }

    private BufferedImage seen(String path) throws IOException {
        var reply = well(api.get(path));
        assertThat(reply.header("Content-Type")).isEqualTo("image/png");
        assertThat(reply.header("Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
        if (Boolean.getBoolean("pictures")) {
            var kept = Path.of("target/pages/names", path.substring(path.lastIndexOf('/') + 1));
            Files.createDirectories(kept.getParent());
            Files.write(kept, reply.bytes());
        }
        return Pictures.read(reply.bytes());
    }

    @Test
    void a_shop_without_pictures_is_previewed_by_its_name_in_every_script() throws IOException {
        for (var name :
                List.of("متجر الورد", "گوڵی هەولێر و دیاری", "Flora", "A shop with a rather long name, as some have")) {
            var picture = seen(preview(Front.opens(api, name)));
            assertThat(picture.getWidth()).isEqualTo(1_200);
            assertThat(picture.getHeight()).isEqualTo(630);
            assertThat(picture.getRGB(5, 5) & 0xFFFFFF).isEqualTo(Theme.UNCHOSEN.page());
            assertThat(inked(picture, Theme.UNCHOSEN.accent())).as(name).isBetween(5_000L, 200_000L);
        }
    }

    @Test
    void a_manifest_names_icons_with_the_first_letter() throws IOException {
        var front = Front.opens(api, "زهرة");
        var icons = Api.object(RawRequest.get(api.base())
                        .opens(front.page() + "/manifest.webmanifest")
                        .text())
                .get("icons");
        assertThat(icons).hasSize(2);
        for (var icon : icons) {
            var picture = seen(icon.get("src").stringValue());
            assertThat(picture.getWidth() + "x" + picture.getHeight())
                    .isEqualTo(icon.get("sizes").stringValue());
            assertThat(picture.getRGB(2, 2) & 0xFFFFFF).isEqualTo(Theme.UNCHOSEN.accent());
            assertThat(inked(picture, Theme.UNCHOSEN.page())).isPositive();
        }
    }

    @Test
    void of_a_former_name_the_present_one_is_shown_and_of_a_closed_shop_nothing() {
        var front = Front.opens(api, "Flora");
        var path = preview(front);
        var former = well(api.get(path.replaceFirst("[0-9a-f]{16}\\.png", "0123456789abcdef.png")));
        assertThat(former.header("Cache-Control")).isEqualTo("max-age=3600, public");
        assertThat(former.bytes()).isEqualTo(well(api.get(path)).bytes());
        for (var wrong : List.of(
                path.replace("-card-", "-64-"),
                path.replace("fashion-", "nothing-"),
                path.replaceFirst("/media/[^/]+", "/media/" + "00000000-0000-0000-0000-000000000000"))) {
            assertThat(api.get(wrong).status()).as(wrong).isEqualTo(404);
        }

        front.closes();
        assertThat(api.get(path).status()).isEqualTo(404);
    }
}
