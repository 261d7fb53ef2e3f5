package iq.sendy.dashboard.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A figure of some days beside the same of the days before.
 *
 * @param name behind {@code figures.} of its word
 * @param kind of its value
 * @param value null where there is none, which {@code figures.NAME.none} explains
 * @param moreIs what it means that it grew: {@code good}, {@code bad}, or {@code info} where it depends
 */
record Figure(
        String name,
        FigureKind kind,
        @Nullable Long value,
        @Nullable Long before,
        String moreIs) {

    private static final String MINUS = "\u2212";

    /** What a value is: whole things, minor units of the currency, or ten-thousandths. */
    enum FigureKind {
        COUNT,
        MONEY,
        RATE
    }

    /** How it has changed: in percent of what it was, and a rate in points; null where that says nothing. */
    public @Nullable FigureChange change() {
        if (value == null || before == null || (before == 0 && kind != FigureKind.RATE)) {
            return null;
        }
        var more = value - before;
        var size = shown(kind == FigureKind.RATE ? BigDecimal.valueOf(more, 2) : percent(more, Math.abs(before)));
        if (more == 0) {
            return new FigureChange("", "swap", size, "figures.same");
        }
        var points = kind == FigureKind.RATE ? ".points" : "";
        return more > 0
                ? new FigureChange(moreIs, "up", size, "figures.more" + points)
                : new FigureChange(opposite(), "down", size, "figures.less" + points);
    }

    private static BigDecimal percent(long more, long of) {
        return BigDecimal.valueOf(more)
                .movePointRight(2)
                .divide(BigDecimal.valueOf(of), Math.abs(more) < of ? 1 : 0, RoundingMode.HALF_UP);
    }

    private String opposite() {
        return switch (moreIs) {
            case "good" -> "bad";
            case "bad" -> "good";
            default -> moreIs;
        };
    }

    private static String shown(BigDecimal size) {
        return size.abs().stripTrailingZeros().toPlainString();
    }

    /** {@code 83.4%}. */
    public static String rate(long tenThousandths) {
        var percent = BigDecimal.valueOf(tenThousandths, 2).setScale(1, RoundingMode.HALF_UP);
        return (percent.signum() < 0 ? MINUS : "") + shown(percent) + "%";
    }

    /**
     * A change as a chip says it.
     *
     * @param word the key of the words, which {@code size} fills
     */
    record FigureChange(String tone, String icon, String size, String word) {}
}
