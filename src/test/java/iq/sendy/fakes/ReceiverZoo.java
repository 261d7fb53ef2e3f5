package iq.sendy.fakes;

import iq.sendy.fakes.Receiver.Manner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;

/** The manners of servers out there. Times are given, so that a test of milliseconds tells of seconds. */
public final class ReceiverZoo {

    private static final Duration FOR_EVER = Duration.ofMinutes(5);
    private static final int MEGABYTE = 1_048_576;

    private ReceiverZoo() {}

    /** Answers each request with these bytes and keeps the connection. */
    public static Manner says(String answer) {
        return visit -> {
            while (visit.read() != null) {
                visit.say(answer);
            }
        };
    }

    public static Manner fast() {
        return says("HTTP/1.1 204 No Content\r\n\r\n");
    }

    /** Headers are lines without their ends. */
    public static Manner answers(int status, String... headers) {
        var lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return says("HTTP/1.1 " + status + " As Told\r\n" + lines + "Content-Length: 2\r\n\r\nok");
    }

    public static Manner answersAfter(Duration pause) {
        return visit -> {
            while (visit.read() != null) {
                visit.pause(pause);
                visit.say("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
            }
        };
    }

    public static Manner hintsFirst() {
        return says("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n"
                + "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    }

    public static Manner hintsForEver() {
        return then(visit -> {
            while (true) {
                visit.say("HTTP/1.1 103 Early Hints\r\n\r\n");
            }
        });
    }

    public static Manner silent() {
        return then(Visit::untilLeft);
    }

    /** A good head, a byte at a time, with no end in sight. */
    public static Manner dripsItsHead(Duration each) {
        return then(visit -> {
            visit.say("HTTP/1.1 200 OK\r\nX: ");
            drip(visit, each);
        });
    }

    public static Manner dripsItsBody(Duration each) {
        return then(visit -> {
            visit.say("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
            drip(visit, each);
        });
    }

    public static Manner tenMegabytes() {
        return then(visit -> {
            visit.say("HTTP/1.1 200 OK\r\nContent-Length: " + 10 * MEGABYTE + "\r\n\r\n");
            visit.send("a".repeat(10 * MEGABYTE).getBytes(StandardCharsets.US_ASCII));
        });
    }

    /** Packed once for all. */
    private static final class Bomb {

        static final byte[] PACKED = packed(100 * MEGABYTE);
    }

    /** A hundred megabytes, packed to a hundred kilobytes. */
    public static Manner gzipBomb() {
        var bomb = Bomb.PACKED;
        return then(visit -> {
            visit.say("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + bomb.length + "\r\n\r\n");
            visit.send(bomb);
        });
    }

    public static Manner longHeader() {
        return then(visit -> visit.say("HTTP/1.1 200 OK\r\nX: " + "a".repeat(MEGABYTE) + "\r\n\r\n"));
    }

    public static Manner manyHeaders() {
        return then(visit -> visit.say("HTTP/1.1 200 OK\r\n" + "X: 1\r\n".repeat(10_000) + "\r\n"));
    }

    public static Manner noStatusLine() {
        return then(visit -> visit.say("Content-Length: 2\r\n\r\nok"));
    }

    public static Manner rubbish() {
        return then(visit -> visit.say("\u0000\u00ff\u0016\u0003 no protocol at all\r\n".repeat(1_000)));
    }

    public static Manner endsWithoutAWord() {
        return then(_ -> {});
    }

    public static Manner resetsAfterAccept() {
        return Visit::reset;
    }

    /** Reads the beginning of the request and leaves. */
    public static Manner resetsInTheRequest() {
        return visit -> {
            for (var read = 0; read < 20; read++) {
                visit.readByte();
            }
            visit.reset();
        };
    }

    public static Manner resetsAfterTheHead() {
        return then(visit -> {
            visit.say("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nsome");
            visit.pause(Duration.ofMillis(50));
            visit.reset();
        });
    }

    /** Says that it keeps the connection, and closes it. */
    public static Manner closesAfterEach() {
        return then(visit -> visit.say("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"));
    }

    /** Answers a hello of TLS 1.2 or 1.3 as a server of 1999 does: with version 1.0. */
    public static Manner knowsTlsOneOnly() {
        return visit -> {
            visit.readRaw();
            var hello = new byte[5 + 4 + 38];
            var fixed = new int[] {0x16, 3, 1, 0, 42, 2, 0, 0, 38, 3, 1};
            for (var at = 0; at < fixed.length; at++) {
                hello[at] = (byte) fixed[at];
            }
            hello[44] = (byte) 0xc0;
            hello[45] = 0x13;
            visit.sendRaw(hello);
            visit.untilLeft();
        };
    }

    private static Manner then(Manner answer) {
        return visit -> {
            if (visit.read() != null) {
                answer.meet(visit);
            }
        };
    }

    private static void drip(Visit visit, Duration each) throws IOException, InterruptedException {
        for (var drops = 0; drops < FOR_EVER.dividedBy(each); drops++) {
            visit.say("a");
            visit.pause(each);
        }
    }

    private static byte[] packed(int zeros) {
        var bytes = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(bytes)) {
            var some = new byte[MEGABYTE];
            for (var at = 0; at < zeros; at += some.length) {
                packed.write(some);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
