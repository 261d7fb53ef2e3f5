package iq.sendy.printing.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import iq.sendy.platform.codes.QrCode;
import java.util.Map;

/** A code of black and white modules, in the middle of its width. Modules are whole dots of a printer with 8 dots a millimetre. */
final class CodeBlock extends Block {

    private static final float DOT = 72f / DotPen.PER_INCH;

    /** Around a QR code, in modules; the paper is light beyond it. */
    private static final int MARGIN = 2;

    /** What is lost in adding up widths is no dot. */
    private static final float HAIR = 0.01f;

    private final BitMatrix modules;
    private final int dots;
    private final float height;

    private CodeBlock(BitMatrix modules, int dots, float height) {
        this.modules = modules;
        this.dots = dots;
        this.height = height;
    }

    static CodeBlock qr(String content, int dots) {
        var modules = QrCode.of(content, MARGIN).modules();
        return new CodeBlock(modules, dots, modules.getHeight() * dots * DOT);
    }

    static CodeBlock bars(String content, int dots, float height) {
        return new CodeBlock(
                new Code128Writer().encode(content, BarcodeFormat.CODE_128, 1, 1, Map.of(EncodeHintType.MARGIN, 20)),
                dots,
                height);
    }

    @Override
    float height(float width, float scale) {
        var shrunk = modules.getHeight() == 1 ? 1 : module(width, scale) / (float) dots;
        return height / scale * shrunk;
    }

    /** How many dots a module is: whole ones, fewer only where the paper is too narrow, and as many however a sheet shrinks. */
    private int module(float width, float scale) {
        var fitting = (int) (width * scale / (modules.getWidth() * DOT) + HAIR);
        return Math.clamp(fitting, 1, dots);
    }

    @Override
    void draw(Pen pen, float x, float y, float width) {
        var dot = DOT / pen.scale();
        var wide = module(width, pen.scale()) * dot;
        var high = height(width, pen.scale()) / modules.getHeight();
        // On the printer's grid, or each edge would be half a dot of grey.
        var left = Math.round((x + (width - modules.getWidth() * wide) / 2) / dot) * dot;
        for (var row = 0; row < modules.getHeight(); row++) {
            for (var from = 0; from < modules.getWidth(); from++) {
                var to = from;
                while (to < modules.getWidth() && modules.get(to, row)) {
                    to++;
                }
                if (to > from) {
                    pen.fill(left + from * wide, y + row * high, (to - from) * wide, high);
                    from = to;
                }
            }
        }
    }
}
