package iq.sendy.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iq.sendy.kernel.Bytes;
import iq.sendy.media.model.PictureHead;
import iq.sendy.media.model.UnreadablePicture;
import iq.sendy.platform.compute.ComputePool;
import iq.sendy.platform.compute.CpuDeadline;
import iq.sendy.platform.limits.CpuBudget;
import java.awt.Color;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes out of a file, whatever went in. */
class ImageReencoderTest {

    private static final List<String> SAMPLES = List.of(
            "gps-rotated.jpg", "gray-progressive.jpg", "cmyk.jpg", "lossy.webp", "lossless.webp", "rotated.webp");

    private static final ComputePool COMPUTE = new ComputePool(new CpuBudget(Clock.systemUTC(), false, 1));

    private final ImageReencoder imageReencoder = new ImageReencoder(COMPUTE);

    @AfterAll
    static void end() {
        COMPUTE.close();
    }

    private ReencodeResult.Reencoded good(byte[] file) {
        return switch (imageReencoder.reencode(Bytes.of(file))) {
            case ReencodeResult.Reencoded encoded -> encoded;
            case ReencodeResult.Unreadable(var why) -> throw new AssertionError(why);
            case ReencodeResult.TooBusy _ -> throw new AssertionError("busy");
        };
    }

    private String refusal(byte[] file) {
        return imageReencoder.reencode(Bytes.of(file)) instanceof ReencodeResult.Unreadable(var why) ? why : "taken";
    }

    @ParameterizedTest
    @CsvSource({
        "gps-rotated.jpg, JPG, 300, 400",
        "gray-progressive.jpg, JPG, 400, 300",
        "cmyk.jpg, JPG, 400, 300",
        "lossy.webp, JPG, 400, 300",
        "alpha.webp, PNG, 400, 300",
        "lossless.webp, PNG, 200, 150",
        "rotated.webp, JPG, 300, 400"
    })
    void pictures_of_other_programs_are_drawn_anew(String name, ImageType type, int width, int height) {
        var drawn = good(Pictures.stored(name));

        assertThat(drawn.type()).isEqualTo(type);
        var widest = drawn.sizes().getFirst();
        assertThat(widest.width()).isEqualTo(width);
        assertThat(widest.height()).isEqualTo(height);
        var picture = Pictures.read(widest.body().toArray());
        assertThat(picture.getWidth()).isEqualTo(width);
        if (!name.startsWith("gray") && type == ImageType.JPG) {
            var upright = height < width;
            var red = upright ? picture.getRGB(380, 20) : picture.getRGB(280, 380);
            assertThat(new Color(red).getRed()).as("red grows with x").isGreaterThan(180);
            var green = upright ? picture.getRGB(20, 280) : picture.getRGB(20, 20);
            assertThat(new Color(green).getGreen()).as("green grows with y").isGreaterThan(180);
        }
    }

    @Test
    void a_picture_taken_sideways_stands_upright_and_says_no_longer_where_it_was_taken() {
        var before = Pictures.stored("gps-rotated.jpg");
        assertThat(new String(before, StandardCharsets.ISO_8859_1)).contains("SECRETCAMERA", "Exif");

        for (var size : good(before).sizes()) {
            assertThat(new String(size.body().toArray(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("SECRETCAMERA", "Exif");
        }
        var picture = Pictures.read(good(before).sizes().getFirst().body().toArray());
        assertThat(new Color(picture.getRGB(250, 50)).getRed()).isGreaterThan(200);
        assertThat(new Color(picture.getRGB(250, 50)).getBlue()).isLessThan(40);
    }

    @Test
    void it_is_kept_in_web_sizes_and_none_is_larger_than_what_came() {
        assertThat(good(Pictures.jpeg(1_700, 850)).sizes())
                .extracting(Rendition::width)
                .containsExactly(1_700, 1_600, 1_080, 720, 540, 360, 180);
        assertThat(good(Pictures.jpeg(640, 480)).sizes())
                .extracting(Rendition::width)
                .containsExactly(640, 540, 360, 180);
        assertThat(good(Pictures.png(1, 1)).sizes())
                .extracting(Rendition::width)
                .containsExactly(1);
        var large = good(Pictures.png(5_000, 2_500)).sizes().getFirst();
        assertThat(large.width()).isEqualTo(2_560);
        assertThat(large.height()).isEqualTo(1_280);
        assertThat(good(Pictures.png(30_000, 3)).sizes().getFirst().height()).isEqualTo(1);
    }

    @Test
    void only_what_lets_something_shine_through_stays_a_png() {
        assertThat(good(Pictures.glass(50, 50)).type()).isEqualTo(ImageType.PNG);
        assertThat(good(Pictures.screenshot(50, 50)).type()).isEqualTo(ImageType.JPG);
        assertThat(good(Pictures.png(50, 50)).type()).isEqualTo(ImageType.JPG);
    }

    @Test
    void what_is_no_picture_is_refused() {
        var others = List.of(
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
                "<!doctype html><script>alert(1)</script>",
                "%PDF-1.7\n1 0 obj",
                "GIF89a\1\0\1\0\0\0\0;",
                "BM\0\0\0\0",
                "PK\3\4",
                "RIFF\4\0\0\0WAVE",
                "RIFF\4\0\0\0WEBP",
                "\u00FF\u00D8\u00FF",
                "\u00FF\u00D8\u00FF\u00D9",
                "\u0089PNG\r\n\u001A\n",
                "x");
        for (var other : others) {
            assertThat(refusal(Pictures.text(other))).as(other).isNotEqualTo("taken");
        }
        assertThat(refusal(new byte[0])).isNotEqualTo("taken");
        assertThat(refusal(Pictures.stored("animated.webp"))).isEqualTo("It moves");
    }

    @Test
    void size_is_judged_by_the_header_before_anything_is_unpacked() {
        assertThat(refusal(Pictures.pngOf(8_000, 5_001, 1_000))).isEqualTo("It has more than 40 megapixels");
        assertThat(refusal(Pictures.pngOf(Integer.MAX_VALUE, Integer.MAX_VALUE, 1_000)))
                .isEqualTo("It has more than 40 megapixels");
        assertThat(refusal(Pictures.pngOf(0, 10, 1_000))).isEqualTo("It has no size");
        assertThat(refusal(Pictures.pngOf(-1, 10, 1_000))).isNotEqualTo("taken");
        // Far more pixels behind the header than it names: the rest is not unpacked.
        good(Pictures.pngOf(10, 10, 50_000_000));
        var jpeg = Pictures.jpeg(10, 10);
        for (var at = 0; at < jpeg.length - 9; at++) {
            if ((jpeg[at] & 0xFF) == 0xFF && (jpeg[at + 1] & 0xFF) == 0xC0) {
                Arrays.fill(jpeg, at + 5, at + 9, (byte) 0xFF);
            }
        }
        assertThat(refusal(jpeg)).isEqualTo("It has more than 40 megapixels");
    }

    @Tag("proofs")
    @Test
    void forty_megapixels_are_taken() {
        assertThat(good(Pictures.pngOf(8_000, 5_000, 8_001 * 3 * 5_000))
                        .sizes()
                        .getFirst()
                        .width())
                .isEqualTo(2_560);
    }

    /** Its decoder would take the end of the file for zeros, and an exception for each. */
    @Test
    void a_picture_of_a_few_bytes_that_says_it_is_large_is_refused_unread() {
        for (var side : List.of(500, 2_000, 6_000)) {
            assertThat(refusal(Pictures.starvedWebp(side, 0))).isEqualTo("It has more pixels than its bytes can hold");
        }
    }

    @Test
    void a_picture_that_ends_before_its_pixels_is_given_up() {
        var threads = ManagementFactory.getThreadMXBean();
        var began = threads.getCurrentThreadCpuTime();
        assertThat(refusal(Pictures.starvedWebp(2_000, 900))).isEqualTo("Its pixels are broken");
        assertThat(refusal(Pictures.starvedWebp(4_000, 8_000))).isEqualTo("Its pixels are broken");
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - began)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void a_blank_page_in_black_and_white_is_taken() {
        good(Pictures.blankPage(2_480, 3_508));
    }

    /** A decoder is stopped by the time of its thread, wherever it is in the file. */
    @Test
    void every_decoder_ends_with_its_deadline() throws Exception {
        for (var name : SAMPLES) {
            var file = Pictures.stored(name);
            var head = PictureHead.of(file);
            assertThatThrownBy(() -> PictureDecoder.decode(file, head, CpuDeadline.in(Duration.ZERO)))
                    .as(name)
                    .isInstanceOf(UnreadablePicture.class);
        }
        var png = Pictures.png(2_000, 2_000);
        assertThatThrownBy(() -> PictureDecoder.decode(png, PictureHead.of(png), CpuDeadline.in(Duration.ZERO)))
                .isInstanceOf(UnreadablePicture.class);
    }

    @Test
    void sixteen_bits_a_channel_become_eight() {
        for (var bands = 1; bands <= 4; bands++) {
            var sizes = good(Pictures.deepPng(bands, 300, 200)).sizes();
            assertThat(sizes.getFirst().width()).isEqualTo(300);
            var picture = Pictures.read(sizes.getFirst().body().toArray());
            // Half of it is white and half of it black, in whatever way it is written.
            assertThat(new Color(picture.getRGB(10, 100)).getGreen())
                    .as(bands + " bands")
                    .isGreaterThan(250);
            assertThat(new Color(picture.getRGB(290, 100)).getGreen())
                    .as(bands + " bands")
                    .isLessThan(5);
        }
    }

    @Test
    void a_picture_that_could_never_fit_into_memory_is_refused() {
        var small = new ImageReencoder(COMPUTE, 20 << 20);

        assertThat(small.reencode(Bytes.of(Pictures.jpeg(3_000, 2_000))))
                .isEqualTo(new ReencodeResult.Unreadable("It needs more memory than there is for pictures"));
        assertThat(small.reencode(Bytes.of(Pictures.jpeg(1_000, 1_000)))).isInstanceOf(ReencodeResult.Reencoded.class);
    }

    @Test
    void a_file_of_two_kinds_ends_as_pixels() {
        for (var hung : List.of("<script>alert(1)</script>", "PK\3\4 archive", "%PDF-1.7")) {
            for (var picture : List.of(
                    Pictures.jpeg(40, 40),
                    Pictures.png(40, 40),
                    Pictures.glass(40, 40),
                    Pictures.stored("lossy.webp"))) {
                var both = Pictures.joined(picture, Pictures.text(hung));
                assertThat(new String(good(both).sizes().getFirst().body().toArray(), StandardCharsets.ISO_8859_1))
                        .doesNotContain(hung);
            }
        }
        var said = Pictures.with(Pictures.glass(40, 40), "tEXt", Pictures.text("Comment\0<script>alert(1)</script>"));
        assertThat(new String(good(said).sizes().getFirst().body().toArray(), StandardCharsets.ISO_8859_1))
                .doesNotContain("script");
    }

    @Tag("proofs")
    @Test
    void a_file_that_is_cut_off_anywhere_is_refused() {
        for (var sample : SAMPLES) {
            var whole = Pictures.stored(sample);
            for (var i = 0; i < 40; i++) {
                var length = (int) ((long) whole.length * i / 40);
                assertThat(refusal(Arrays.copyOf(whole, length)))
                        .as(sample + " of " + length)
                        .isNotEqualTo("taken");
            }
        }
        var png = Pictures.png(300, 300);
        for (var length = 0; length < png.length; length += 7) {
            assertThat(refusal(Arrays.copyOf(png, length))).isNotEqualTo("taken");
        }
    }

    /** A seed that fails is reproduced by its number. */
    @Tag("proofs")
    @Test
    void damage_is_either_survived_or_refused() {
        for (var seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var file = seed % 4 == 0
                    ? Pictures.glass(60, 60)
                    : Pictures.stored(SAMPLES.get(seed % SAMPLES.size())).clone();
            for (var i = 0; i < 1 + random.nextInt(20); i++) {
                file[random.nextInt(file.length)] = (byte) random.nextInt(256);
            }
            assertThat(imageReencoder.reencode(Bytes.of(file)))
                    .as("seed " + seed)
                    .isNotInstanceOf(ReencodeResult.TooBusy.class);
        }
    }
}
