package iq.sendy.printing.paper;

import java.util.List;

/** Blocks one below the other, with a frame around them where one is wanted. */
final class StackBlock extends Block {

    private static final float LINE = 1.2f;
    private static final float INSIDE = 5;

    private final List<Block> blocks;
    private final boolean framed;

    StackBlock(List<Block> blocks, boolean framed) {
        this.blocks = List.copyOf(blocks);
        this.framed = framed;
    }

    private float inset() {
        return framed ? INSIDE : 0;
    }

    @Override
    float height(float width, float scale) {
        var height = 2 * inset();
        for (var block : blocks) {
            height += block.height(width - 2 * inset(), scale);
        }
        return height;
    }

    @Override
    void draw(Pen pen, float x, float y, float width) {
        var at = y + inset();
        for (var block : blocks) {
            block.draw(pen, x + inset(), at, width - 2 * inset());
            at += block.height(width - 2 * inset(), pen.scale());
        }
        if (framed) {
            var height = at + inset() - y;
            pen.fill(x, y, width, LINE);
            pen.fill(x, y + height - LINE, width, LINE);
            pen.fill(x, y, LINE, height);
            pen.fill(x + width - LINE, y, LINE, height);
        }
    }
}
