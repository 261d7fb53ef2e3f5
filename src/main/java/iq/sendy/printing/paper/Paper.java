package iq.sendy.printing.paper;

import iq.sendy.platform.compute.ComputeBound;
import iq.sendy.platform.tenancy.OutsideTransaction;
import java.util.ArrayList;
import java.util.List;

/**
 * A strip that is as long as what stands on it, or a sheet of one size whose content shrinks until it fits. Blocks are made
 * by the paper they are for and added in their order.
 */
public final class Paper {

    private static final float MILLIMETRE = 72 / 25.4f;

    /** Viewers show no page that is longer than 200 inches; a longer strip goes on upon the next one. */
    private static final float LONGEST = 14_000;

    private static final float SHRINKING = 0.95f;
    private static final float SMALLEST = 0.2f;
    private static final float HAIR = 0.6f;

    /** Printers of strips leave so much white on each side. */
    private static final float BESIDE_THE_HEAD = 4 * MILLIMETRE;

    private final Direction direction;
    private final float width;
    private final float height;
    private final float margin;
    private final List<Block> blocks = new ArrayList<>();

    /** A block with its share of a row's width. */
    public record Cell(Block block, float share) {}

    private Paper(Direction direction, float width, float height, float margin) {
        this.direction = direction;
        this.width = width * MILLIMETRE;
        this.height = height * MILLIMETRE;
        this.margin = margin * MILLIMETRE;
    }

    /** A strip; measures in millimetres. */
    public static Paper strip(Direction direction, float width, float margin) {
        return new Paper(direction, width, 0, margin);
    }

    /** A sheet; measures in millimetres. */
    public static Paper sheet(Direction direction, float width, float height, float margin) {
        return new Paper(direction, width, height, margin);
    }

    public Paper add(Block block) {
        blocks.add(block);
        return this;
    }

    public Block text(String text, Style style) {
        return new TextBlock(text, style, direction);
    }

    public Block row(Cell... cells) {
        return new RowBlock(List.of(cells), direction);
    }

    /** A label where lines begin, and its value where they end. */
    public Block pair(String label, String value, Style style) {
        return row(new Cell(text(label, style), 2), new Cell(text(value, style.atEnd()), 3));
    }

    public Block stack(List<Block> parts) {
        return new StackBlock(parts, false);
    }

    public Block framed(List<Block> parts) {
        return new StackBlock(parts, true);
    }

    /** So many millimetres of nothing. */
    public Block space(float millimetres) {
        return new SpaceBlock(millimetres * MILLIMETRE, 0);
    }

    /** A line across, with room around it. */
    public Block rule() {
        return new SpaceBlock(3 * MILLIMETRE, HAIR);
    }

    /** A QR code whose modules are so many dots of a printer with 8 dots a millimetre. */
    public Block qr(String content, int dots) {
        return CodeBlock.qr(content, dots);
    }

    /** A Code 128, its narrowest bar so many dots wide, its height in millimetres. */
    public Block bars(String content, int dots, float high) {
        return CodeBlock.bars(content, dots, high * MILLIMETRE);
    }

    /** The finished file. */
    @ComputeBound
    public byte[] pdf(String title) {
        return pdf(title, List.of(this));
    }

    /** One file of several papers, each from a page of its own on. */
    @ComputeBound
    public static byte[] pdf(String title, List<Paper> papers) {
        OutsideTransaction.require("Drawing paper");
        var file = new PdfFile(title);
        for (var paper : papers) {
            if (paper.height > 0) {
                paper.sheet(file);
            } else {
                paper.strip(file);
            }
        }
        return file.bytes();
    }

    /**
     * The paper in the dots of a thermal printer, black and white, as PNG: a sheet whole; of a strip what the head of such a
     * printer reaches, in one piece and whole bytes wide.
     */
    @ComputeBound
    public byte[] png() {
        OutsideTransaction.require("Drawing paper");
        var all = new StackBlock(blocks, false);
        if (height > 0) {
            var picture = new DotPicture(DotPen.dots(width), DotPen.dots(height));
            var scale = scale(all);
            draw(all, new DotPen(picture, scale, 0, 0));
            return picture.png(DotPen.PER_INCH);
        }
        var inner = width - 2 * margin;
        var bytes = (DotPen.dots(width - 2 * BESIDE_THE_HEAD) + 7) / 8;
        var picture = new DotPicture(bytes * 8, DotPen.dots(all.height(inner, 1)) + 1);
        all.draw(new DotPen(picture, 1, BESIDE_THE_HEAD, margin), margin, margin, inner);
        return picture.png(DotPen.PER_INCH);
    }

    private void sheet(PdfFile file) {
        var all = new StackBlock(blocks, false);
        var pen = file.pen(height, scale(all));
        draw(all, pen);
        file.page(width, height, pen);
    }

    /** How small it must get for all to fit on the sheet. */
    private float scale(StackBlock all) {
        var scale = 1f;
        while (scale > SMALLEST && all.height((width - 2 * margin) / scale, scale) > (height - 2 * margin) / scale) {
            scale *= SHRINKING;
        }
        return scale;
    }

    private void draw(StackBlock all, Pen pen) {
        var scale = pen.scale();
        all.draw(pen, margin / scale, margin / scale, (width - 2 * margin) / scale);
    }

    private void strip(PdfFile file) {
        var inner = width - 2 * margin;
        var pages = new ArrayList<StackBlock>();
        var page = new ArrayList<Block>();
        var used = 0f;
        for (var block : blocks) {
            var high = block.height(inner, 1);
            if (used + high > LONGEST && !page.isEmpty()) {
                pages.add(new StackBlock(page, false));
                page.clear();
                used = 0;
            }
            page.add(block);
            used += high;
        }
        pages.add(new StackBlock(page, false));
        for (var each : pages) {
            var high = each.height(inner, 1) + 2 * margin;
            var pen = file.pen(high, 1);
            each.draw(pen, margin, margin, inner);
            file.page(width, high, pen);
        }
    }
}
