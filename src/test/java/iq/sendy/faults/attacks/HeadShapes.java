package iq.sendy.faults.attacks;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Heads: odd languages, many and large headers, cookies nobody can read, credentials that are none. */
final class HeadShapes {

    private HeadShapes() {}

    static List<Shape> all() {
        return List.of(
                head("eleven languages", "Accept-Language: a0,a1,a2,a3,a4,a5,a6,a7,a8,a9,aa\r\n"),
                head("a language of 5,000 letters", "Accept-Language: " + "a".repeat(5_000) + ";q=abc\r\n"),
                head(
                        "many headers",
                        IntStream.range(0, 500)
                                .mapToObj(i -> "X-" + i + ": " + i + "\r\n")
                                .collect(Collectors.joining())),
                head("a header of 64 KiB", "X-Large: " + "a".repeat(64 << 10) + "\r\n"),
                head("a cookie nobody can read", "Cookie: \"=;;=\u0001" + ";a".repeat(3_000) + "\r\n"),
                head("a key that was made up", "X-API-Key: " + "k".repeat(7_000) + "\r\n"),
                head("a token that was made up", "Authorization: Bearer " + "ey.".repeat(2_000) + "\r\n"),
                Shape.anonymous("a path of dots", RawRequest.get("/" + "%2e%2e%2f".repeat(800), "")));
    }

    private static Shape head(String name, String headers) {
        return Shape.anonymous(name, RawRequest.get("/api/v1/store/orders", headers));
    }
}
