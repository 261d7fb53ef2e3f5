package iq.sendy.printing.paper;

/**
 * How a text looks.
 *
 * @param size in points
 * @param mostLines what is longer ends in an ellipsis
 */
public record Style(float size, boolean bold, Align align, int mostLines) {

    public static Style of(float size) {
        return new Style(size, false, Align.START, Integer.MAX_VALUE);
    }

    public Style strong() {
        return new Style(size, true, align, mostLines);
    }

    public Style centred() {
        return new Style(size, bold, Align.CENTRE, mostLines);
    }

    public Style atEnd() {
        return new Style(size, bold, Align.END, mostLines);
    }

    public Style lines(int most) {
        return new Style(size, bold, align, most);
    }
}
