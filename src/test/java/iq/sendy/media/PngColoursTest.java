package iq.sendy.media;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.media.model.ColourConversion;
import iq.sendy.media.model.PictureHead;
import iq.sendy.media.model.UnreadablePicture;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** PNGs whose numbers are not those of sRGB, as iPhones and Macs write them. */
class PngColoursTest {

    private static ColourConversion colours(byte[] png) {
        try {
            return PictureHead.of(png).colours(png);
        } catch (UnreadablePicture unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static ColourConversion profiled(byte[] profile) {
        return colours(Pictures.with(Pictures.png(2, 2), "iCCP", Profiles.packed(profile)));
    }

    private static int[] converted(ColourConversion colours, int red, int green, int blue) {
        var pixel = new int[] {0x80 << 24 | red << 16 | green << 8 | blue};
        colours.apply(pixel);
        assertThat(pixel[0] >>> 24).isEqualTo(0x80);
        return new int[] {(pixel[0] >> 16) & 0xFF, (pixel[0] >> 8) & 0xFF, pixel[0] & 0xFF};
    }

    private static void near(int[] converted, int... wanted) {
        for (var i = 0; i < 3; i++) {
            assertThat(Math.abs(converted[i] - wanted[i]))
                    .as(Arrays.toString(converted) + " for " + Arrays.toString(wanted))
                    .isLessThanOrEqualTo(4);
        }
    }

    private static byte[] ints(int... values) {
        var bytes = ByteBuffer.allocate(4 * values.length);
        Arrays.stream(values).forEach(bytes::putInt);
        return bytes.array();
    }

    @Test
    void a_red_of_a_wide_screen_is_the_red_of_every_other() {
        near(converted(profiled(Profiles.displayP3WithGamma()), 230, 40, 40), 252, 0, 6);
        near(converted(profiled(Profiles.displayP3()), 230, 40, 40), 251, 0, 18);
        near(converted(profiled(Profiles.table()), 230, 40, 40), 251, 0, 18);
        near(converted(profiled(Profiles.displayP3()), 128, 128, 128), 128, 128, 128);
    }

    /** The engine of the JDK is the other opinion; in the dark its tables are coarser. */
    @Test
    void colours_are_those_of_a_colour_engine() {
        var random = new Random(7);
        for (var profile :
                List.of(Profiles.displayP3(), Profiles.displayP3WithGamma(), Profiles.adobe(), Profiles.table())) {
            var colours = profiled(profile);
            var engine = new ColorConvertOp(
                    new ICC_Profile[] {ICC_Profile.getInstance(profile), ICC_Profile.getInstance(ColorSpace.CS_sRGB)},
                    null);
            for (var i = 0; i < 500; i++) {
                var pixel =
                        IntStream.range(0, 3).map(_ -> 20 + random.nextInt(236)).toArray();
                near(converted(colours, pixel[0], pixel[1], pixel[2]), byEngine(engine, pixel));
            }
        }
    }

    private static int[] byEngine(ColorConvertOp engine, int... pixel) {
        var raster = raster();
        raster.setPixel(0, 0, pixel);
        return engine.filter(raster, raster()).getPixel(0, 0, (int[]) null);
    }

    private static WritableRaster raster() {
        return Raster.createInterleavedRaster(java.awt.image.DataBuffer.TYPE_BYTE, 1, 1, 3, null);
    }

    @Test
    void what_is_srgb_already_stays_as_it_is() {
        assertThat(profiled(Profiles.srgb()).changes()).isFalse();
        var plain = Pictures.png(2, 2);
        assertThat(colours(plain).changes()).isFalse();
        assertThat(colours(Pictures.with(plain, "gAMA", ints(45_455))).changes())
                .isFalse();
        var screen = ints(31_270, 32_900, 64_000, 33_000, 30_000, 60_000, 15_000, 6_000);
        assertThat(colours(Pictures.with(Pictures.with(plain, "gAMA", ints(45_455)), "cHRM", screen))
                        .changes())
                .isFalse();
        assertThat(colours(Pictures.with(Pictures.with(plain, "gAMA", ints(100_000)), "sRGB", new byte[1]))
                        .changes())
                .isFalse();
    }

    @Test
    void a_gamma_and_primaries_say_what_a_profile_does() {
        var plain = Pictures.png(2, 2);
        near(converted(colours(Pictures.with(plain, "gAMA", ints(100_000))), 55, 55, 55), 128, 128, 128);
        near(converted(profiled(Profiles.grey()), 55, 55, 55), 128, 128, 128);
        var wide = ints(31_270, 32_900, 68_000, 32_000, 26_500, 69_000, 15_000, 6_000);
        var both = Pictures.with(Pictures.with(plain, "gAMA", ints(45_455)), "cHRM", wide);
        near(converted(colours(both), 230, 40, 40), 252, 0, 6);
        near(converted(colours(Pictures.with(plain, "cICP", new byte[] {12, 13, 0, 1})), 230, 40, 40), 251, 0, 18);
    }

    @Test
    void a_profile_that_is_broken_or_swells_says_nothing() {
        var bomb = new byte[50_000_000];
        var whole = Profiles.displayP3();
        System.arraycopy(whole, 0, bomb, 0, whole.length);

        assertThat(profiled(bomb).changes()).isFalse();
        for (var length = 0; length < whole.length; length += 5) {
            assertThat(profiled(Arrays.copyOf(whole, length))).isNotNull();
        }
        var packed = Profiles.packed(whole);
        for (var length = 0; length < packed.length; length += 5) {
            var png = Pictures.with(Pictures.png(2, 2), "iCCP", Arrays.copyOf(packed, length));
            assertThat(colours(png).changes()).isFalse();
        }
        for (var places : new int[][] {new int[8], {1, 1, 1, 1, 1, 1, 1, 1}}) {
            var png = Pictures.with(Pictures.png(2, 2), "gAMA", ints(30_000));
            assertThat(colours(Pictures.with(png, "cHRM", ints(places))).changes())
                    .isFalse();
        }
    }

    /** A seed that fails is reproduced by its number. */
    @Test
    void any_byte_of_a_profile_may_be_wrong() {
        for (var seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            var profile = random.nextBoolean() ? Profiles.displayP3() : Profiles.adobe();
            for (var i = 0; i < 1 + random.nextInt(5); i++) {
                profile[128 + random.nextInt(profile.length - 128)] = (byte) random.nextInt(256);
            }
            var pixel = new int[] {0x80123456};
            profiled(profile).apply(pixel);
            assertThat(pixel[0] >>> 24).as("seed " + seed).isEqualTo(0x80);
        }
    }
}
