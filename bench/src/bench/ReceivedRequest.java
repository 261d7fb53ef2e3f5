package bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One request after the other from a connection. */
final class ReceivedRequest {

    private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};

    private final InputStream in;
    private byte[] bytes = new byte[1 << 14];
    private int filled;
    private int bodyAt;
    private int bodyEnd;
    private String head = "";
    private long arrivedAt;

    ReceivedRequest(InputStream in) {
        this.in = in;
    }

    /** Reads the next request whole; false when the other side is done. */
    boolean next() throws IOException {
        filled = 0;
        var end = -1;
        while (end < 0) {
            if (!more()) {
                return false;
            }
            end = find(HEAD_END, 0, filled);
        }
        head = new String(bytes, 0, end, StandardCharsets.US_ASCII);
        bodyAt = end + HEAD_END.length;
        bodyEnd = bodyAt + Integer.parseInt(header("content-length"));
        while (filled < bodyEnd) {
            if (!more()) {
                throw new EOFException();
            }
        }
        return true;
    }

    byte[] bytes() {
        return bytes;
    }

    int bodyAt() {
        return bodyAt;
    }

    int bodyEnd() {
        return bodyEnd;
    }

    String body() {
        return new String(bytes, bodyAt, bodyEnd - bodyAt, StandardCharsets.UTF_8);
    }

    /** When its first byte came, by {@link System#nanoTime}. */
    long arrivedAt() {
        return arrivedAt;
    }

    String path() {
        var from = head.indexOf(' ') + 1;
        return head.substring(from, head.indexOf(' ', from));
    }

    String header(String name) {
        for (var line : head.split("\r\n")) {
            if (line.regionMatches(true, 0, name, 0, name.length()) && line.charAt(name.length()) == ':') {
                return line.substring(name.length() + 1).strip();
            }
        }
        return "0";
    }

    String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
    }

    int find(byte[] wanted, int from, int to) {
        for (var i = from; i + wanted.length <= to; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }

    private boolean more() throws IOException {
        if (filled == bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        var read = in.read(bytes, filled, bytes.length - filled);
        if (read < 0) {
            return false;
        }
        if (filled == 0) {
            arrivedAt = System.nanoTime();
        }
        filled += read;
        return true;
    }
}
