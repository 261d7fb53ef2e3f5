package iq.sendy.platform.codes;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import iq.sendy.kernel.Bytes;
import java.util.Map;

/** QR code of a text: square modules, dark or light, with a light margin around them. */
public final class QrCode {

    /** The margin that the standard asks for, in modules; on paper of our own less will do. */
    public static final int QUIET = 4;

    /** How wide a picture for printing is at least, in pixels: 8 cm at 300 dpi. */
    private static final int PRINTED = 945;

    private final BitMatrix modules;

    private QrCode(BitMatrix modules) {
        this.modules = modules;
    }

    /** The code of a text that fits into one, which up to 2,331 bytes do. */
    public static QrCode of(String text, int margin) {
        try {
            var hints = Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, margin);
            return new QrCode(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 1, 1, hints));
        } catch (WriterException impossible) {
            throw new IllegalArgumentException("Too long for a QR code", impossible);
        }
    }

    /** Its modules with the margin; true is dark. */
    public BitMatrix modules() {
        return modules;
    }

    /** As a drawing of any size: each run of dark modules is a stroke. */
    public String svg() {
        var size = modules.getWidth();
        var strokes = new StringBuilder();
        for (var row = 0; row < size; row++) {
            for (var from = 0; from < size; from++) {
                var to = from;
                while (to < size && modules.get(to, row)) {
                    to++;
                }
                if (to > from) {
                    strokes.append('M')
                            .append(from)
                            .append(' ')
                            .append(row)
                            .append(".5h")
                            .append(to - from);
                    from = to;
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + " " + size
                + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + size + "v" + size
                + "H0z\"/><path stroke=\"#000\" d=\"" + strokes + "\"/></svg>";
    }

    /** As a picture that prints sharply: a module is a whole number of pixels. */
    public Bytes png() {
        return MonoPng.of(modules, Math.ceilDiv(PRINTED, modules.getWidth()));
    }
}
