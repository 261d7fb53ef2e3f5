package iq.sendy.faults.attacks;

import java.util.List;
import java.util.stream.Stream;

/** One shape, so many times at the same moment. */
public record Attack(String name, int times, Shape shape) {

    /** Those that stopped the process for everybody, or ended it. */
    public static Stream<Attack> all() {
        return Stream.of(
                of(2, "blanks in a phone"),
                of(8, "blanks in a search"),
                of(2, "blanks in a note"),
                of(2, "marks in a password"),
                of(2, "marks in a new password"),
                of(6, "a form that is put"),
                of(1, "a form that is deleted"),
                of(1, "a broken form"),
                of(1, "eleven languages"),
                of(2, "a WebP of 36 bytes"),
                of(60, "braces in a sign-in"),
                of(60, "a sign-in"),
                of(12, "a PNG of 20 megapixels"),
                of(50, "a receipt of 200 lines"),
                of(4, "braces in a bulk"),
                of(60, "a bulk short of its end"),
                of(2, "a PNG of 16 bits"),
                of(1, "a workbook with an exponent"),
                of(1, "a workbook with a far column"),
                of(1, "a workbook of two tables"),
                of(1, "rows of empty lines"),
                of(1, "rows of empty lines, kept"),
                of(1, "an exponent beyond counting"),
                of(1, "a broken file name"),
                of(2, "many parts"));
    }

    /** Every shape there is, once each. */
    public static List<Attack> onceEach() {
        return Shapes.all().stream()
                .map(shape -> new Attack(shape.name(), 1, shape))
                .toList();
    }

    private static Attack of(int times, String shape) {
        return new Attack(times + " times " + shape, times, Shapes.named(shape));
    }

    @Override
    public String toString() {
        return name;
    }
}
