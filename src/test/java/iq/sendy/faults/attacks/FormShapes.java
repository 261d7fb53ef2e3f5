package iq.sendy.faults.attacks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Forms: where nobody asks for one, without end, and with parts and names that are none. */
final class FormShapes {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String IMPORT = "/catalog/products/import";
    private static final String FILE = "Content-Disposition: form-data; name=\"file\"; filename=\"";
    private static final byte[] PIECE = "a".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
    /** What is sent of a form that is not refused; its length promises no more, so that the sending ends. */
    private static final int MIB = 40;

    private FormShapes() {}

    static List<Shape> all() {
        return List.of(
                Shape.anonymous("a form that is put", RawRequest.pours("PUT", "/x", FORM, PIECE, MIB)),
                Shape.anonymous("a form that is patched", RawRequest.pours("PATCH", "/x", FORM, PIECE, MIB)),
                Shape.anonymous(
                        "a form that is deleted", RawRequest.pours("DELETE", "/api/v1/store/orders", FORM, PIECE, MIB)),
                Shape.anonymous("a broken form", form("a=%")),
                Shape.anonymous(
                        "a form of many names",
                        form(IntStream.range(0, 100_000)
                                .mapToObj(i -> "k" + i + "=1")
                                .collect(Collectors.joining("&")))),
                parts("many parts", (RawRequest.boundary() + "\r\n" + FILE + "\"\r\n\r\nx\r\n").repeat(60_000)),
                parts("a part's head without end", RawRequest.boundary() + "\r\nX: " + "a".repeat(5_000_000)),
                parts(
                        "a broken file name",
                        RawRequest.boundary() + "\r\n" + FILE + "=?UTF-8?B?A?=\"\r\n\r\nsku,name\nM,x\r\n"
                                + RawRequest.boundary() + "--\r\n"),
                parts(
                        "a part without end",
                        RawRequest.boundary() + "\r\n" + FILE + "a.csv\"\r\n\r\n" + "\r\n--bound".repeat(1_000_000)));
    }

    private static RawRequest form(String body) {
        return RawRequest.typed("PUT", "/nope", "", FORM, body.getBytes(StandardCharsets.US_ASCII));
    }

    private static Shape parts(String name, String body) {
        var bytes = body.getBytes(StandardCharsets.US_ASCII);
        return new Shape(name, account -> RawRequest.form(account, IMPORT, bytes));
    }
}
