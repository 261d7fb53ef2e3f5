package iq.sendy.printing.paper;

/** Nothing, of some height; or a line across in the middle of it. */
final class SpaceBlock extends Block {

    private final float height;
    private final float line;

    SpaceBlock(float height, float line) {
        this.height = height;
        this.line = line;
    }

    @Override
    float height(float width, float scale) {
        return height;
    }

    @Override
    void draw(Pen pen, float x, float y, float width) {
        if (line > 0) {
            pen.fill(x, y + (height - line) / 2, width, line);
        }
    }
}
