package iq.sendy.faults.attacks;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Whoever takes their time: with the head, with the body, with the answer. */
final class SlowShapes {

    private static final String TRICKLE = "a=" + "b".repeat(300);

    private SlowShapes() {}

    static List<Shape> all() {
        return List.of(
                Shape.anonymous("says nothing", RawRequest.bytes("")),
                Shape.anonymous(
                        "a slow head",
                        RawRequest.get("/docs", "X-Slow: " + "a".repeat(300) + "\r\n")
                                .at(Pace.SLOW_HEAD)),
                Shape.anonymous(
                        "a slow sign-in",
                        TextShapes.signIn("07801234567", "b".repeat(300)).at(Pace.SLOW_BODY)),
                Shape.anonymous(
                        "a slow form",
                        RawRequest.typed(
                                        "PUT",
                                        "/x",
                                        "",
                                        "application/x-www-form-urlencoded",
                                        TRICKLE.getBytes(StandardCharsets.US_ASCII))
                                .at(Pace.SLOW_BODY)),
                new Shape(
                        "a slow upload",
                        account -> RawRequest.upload(
                                        account, "/uploads/images", "a.png", new byte[] {(byte) 0x89, 'P', 'N', 'G'})
                                .at(Pace.SLOW_BODY)),
                Shape.anonymous(
                        "answers that nobody reads",
                        RawRequest.bytes("GET /openapi.json HTTP/1.1\r\nHost: sendy\r\n\r\n".repeat(50))
                                .at(Pace.NEVER_READS)));
    }
}
