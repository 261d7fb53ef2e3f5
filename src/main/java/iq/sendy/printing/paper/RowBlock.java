package iq.sendy.printing.paper;

import java.util.List;

/** Blocks side by side, each with its share of the width; the first one stands where lines begin. */
final class RowBlock extends Block {

    private static final float BETWEEN = 4;

    private final List<Paper.Cell> cells;
    private final Direction direction;
    private final float shares;

    RowBlock(List<Paper.Cell> cells, Direction direction) {
        this.cells = List.copyOf(cells);
        this.direction = direction;
        this.shares = (float) cells.stream().mapToDouble(Paper.Cell::share).sum();
    }

    private float width(Paper.Cell cell, float width) {
        return (width - BETWEEN * (cells.size() - 1)) * cell.share() / shares;
    }

    @Override
    float height(float width, float scale) {
        var height = 0f;
        for (var cell : cells) {
            height = Math.max(height, cell.block().height(width(cell, width), scale));
        }
        return height;
    }

    @Override
    void draw(Pen pen, float x, float y, float width) {
        var at = x;
        for (var cell : direction == Direction.RIGHT_TO_LEFT ? cells.reversed() : cells) {
            var own = width(cell, width);
            cell.block().draw(pen, at, y, own);
            at += own + BETWEEN;
        }
    }
}
