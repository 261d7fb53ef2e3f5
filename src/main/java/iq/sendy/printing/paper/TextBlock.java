package iq.sendy.printing.paper;

import java.util.List;

final class TextBlock extends Block {

    /** Arabic reaches further down and up than Latin letters do. */
    private static final float LINE_HEIGHT = 1.45f;

    private static final float BASELINE = 1.08f;

    private final String text;
    private final Style style;
    private final Direction direction;
    private float wrappedFor = -1;
    private List<TextLine> lines = List.of();

    TextBlock(String text, Style style, Direction direction) {
        this.text = Printable.text(text);
        this.style = style;
        this.direction = direction;
    }

    private List<TextLine> lines(float width) {
        if (wrappedFor != width) {
            lines = LineWrapping.lines(text, style.bold(), direction, width / style.size(), style.mostLines()).stream()
                    .map(line -> Shaper.line(line, style.bold(), direction))
                    .toList();
            wrappedFor = width;
        }
        return lines;
    }

    @Override
    float height(float width, float scale) {
        return text.isBlank() ? 0 : lines(width).size() * style.size() * LINE_HEIGHT;
    }

    @Override
    void draw(Pen pen, float x, float y, float width) {
        if (text.isBlank()) {
            return;
        }
        var baseline = y + style.size() * BASELINE;
        for (var line : lines(width)) {
            var free = width - line.width() * style.size();
            pen.text(line, style.size(), x + free * before(), baseline);
            baseline += style.size() * LINE_HEIGHT;
        }
    }

    /** Which part of what is free stands left of the text. */
    private float before() {
        return switch (style.align()) {
            case CENTRE -> 0.5f;
            case START -> direction == Direction.RIGHT_TO_LEFT ? 1 : 0;
            case END -> direction == Direction.RIGHT_TO_LEFT ? 0 : 1;
        };
    }
}
