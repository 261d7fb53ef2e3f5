package iq.sendy.catalog;

import iq.sendy.kernel.Digits;
import iq.sendy.kernel.InputText;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a number that a person wrote into a sheet. Thousands are written {@code 25,000} and {@code 25.000} alike, and nobody
 * has three decimals of anything that is sold here: so three digits behind a point are thousands wherever there can be no
 * fraction, and where there can be one they are refused instead of guessed.
 */
final class SheetNumber {

    private static final Pattern GROUPED =
            Pattern.compile("([1-9][0-9]{0,2}(?:([,.])[0-9]{3}(?:\\2[0-9]{3})*))(?:(?!\\2)[,.]([0-9]+))?");

    private SheetNumber() {}

    /**
     * The number with a point before its decimals and nothing between thousands; what is no number comes back as it is.
     *
     * @param decimals how many a number of this kind may have
     * @return empty when it may mean two things
     */
    static Optional<String> plain(String cell, int decimals) {
        if (InputText.beyondWord(cell)) {
            return Optional.of(cell);
        }
        var digits = Digits.toAscii(cell).replace('\u066B', '.');
        var grouped = GROUPED.matcher(digits.replace('\u066C', ',').replace('\u060C', ','));
        if (!grouped.matches()) {
            return Optional.of(digits);
        }
        var whole = grouped.group(1);
        var fraction = grouped.group(3);
        var oneGroup = whole.indexOf('.') >= 0 && whole.indexOf('.') == whole.lastIndexOf('.');
        if (decimals > 0 && oneGroup && fraction == null) {
            return Optional.empty();
        }
        var plain = whole.replace(",", "").replace(".", "");
        return Optional.of(fraction == null ? plain : plain + "." + fraction);
    }
}
