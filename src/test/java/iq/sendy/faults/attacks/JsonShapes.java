package iq.sendy.faults.attacks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Bodies of JSON that are small to send and large to hold, to read or to answer. */
final class JsonShapes {

    private static final int BODY = (1 << 20) - 100;
    private static final int BULK = (10 << 20) - 100;

    private JsonShapes() {}

    static List<Shape> all() {
        var braces = bulk("{},");
        var brackets = bulk("[],");
        var emptyLines = emptyLines();
        return List.of(
                signIn("braces in a sign-in", "{\"x\":[" + "{},".repeat(BODY / 3) + "{}]}"),
                signIn("brackets without end", "{\"x\":" + "[".repeat(BODY)),
                signIn(
                        "names without end",
                        IntStream.range(0, 70_000)
                                .mapToObj(i -> "\"k" + i + "\":1")
                                .collect(Collectors.joining(",", "{", "}"))),
                signIn("one name again and again", "{" + "\"a\":1,".repeat(BODY / 6) + "\"b\":1}"),
                signIn("an exponent beyond counting", "{\"x\":1e2147483648}"),
                signIn("a number of a million digits", "{\"x\":" + "9".repeat(BODY - 10) + "}"),
                new Shape("braces in a bulk", account -> RawRequest.post(account, "/orders/bulk", braces)),
                new Shape("brackets in a bulk", account -> RawRequest.post(account, "/orders/bulk", brackets)),
                new Shape("rows of empty lines", account -> RawRequest.post(account, "/orders/bulk", emptyLines)),
                new Shape(
                        "rows of empty lines, kept",
                        account -> RawRequest.postOnce(account, "/orders/bulk", emptyLines)),
                new Shape(
                        "a bulk short of its end",
                        account ->
                                RawRequest.post(account, "/orders/bulk", braces).at(Pace.STOPS_SHORT)));
    }

    private static Shape signIn(String name, String body) {
        return Shape.anonymous(name, RawRequest.json("POST", "/api/v1/auth/login", "", body));
    }

    private static byte[] bulk(String row) {
        return ("{\"orders\":[" + row.repeat(BULK / row.length()) + "{}]}").getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] emptyLines() {
        var row = "{\"items\":[" + "{},".repeat(199) + "{}]}";
        return ("{\"orders\":[" + (row + ",").repeat(499) + row + "]}").getBytes(StandardCharsets.US_ASCII);
    }
}
