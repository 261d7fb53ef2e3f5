package bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One connection that is kept alive. It does as little as HTTP allows, since it shares the machine with what it measures. */
final class Wire implements AutoCloseable {

    private static final int PATIENCE_MS = 120_000;

    private final Socket socket;
    private byte[] buffer = new byte[1 << 16];
    private int filled;
    private int bodyAt;
    private int bodyEnd;

    Wire(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MS);
    }

    static byte[] request(String method, String path, String headers, String body) {
        return request(method, path, headers, "application/json", body);
    }

    static byte[] request(String method, String path, String headers, String type, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var head = method + " " + path + " HTTP/1.1\r\nHost: bench\r\n" + headers
                + (body.isEmpty() ? "" : "Content-Type: " + type + "\r\nContent-Length: " + bytes.length + "\r\n")
                + "\r\n";
        var start = head.getBytes(StandardCharsets.US_ASCII);
        var all = Arrays.copyOf(start, start.length + bytes.length);
        System.arraycopy(bytes, 0, all, start.length, bytes.length);
        return all;
    }

    /** Sends a request and answers the status; {@link #body()} is there until the next one. */
    int send(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        filled = 0;
        var headEnd = -1;
        while (headEnd < 0) {
            var from = Math.max(0, filled - 3);
            more();
            headEnd = endOfHead(from);
        }
        var head = new String(buffer, 0, headEnd, StandardCharsets.ISO_8859_1);
        bodyAt = headEnd + 4;
        bodyEnd = bodyAt + length(head);
        while (filled < bodyEnd) {
            more();
        }
        return Integer.parseInt(head, 9, 12, 10);
    }

    /** How many bytes the last answer had behind its head, as they were sent. */
    int length() {
        return bodyEnd - bodyAt;
    }

    String body() {
        return new String(buffer, bodyAt, bodyEnd - bodyAt, StandardCharsets.UTF_8);
    }

    private void more() throws IOException {
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        var read = socket.getInputStream().read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            throw new EOFException("The server closed the connection");
        }
        filled += read;
    }

    private int endOfHead(int from) {
        for (var i = from; i + 3 < filled; i++) {
            if (buffer[i] == '\r' && buffer[i + 1] == '\n' && buffer[i + 2] == '\r' && buffer[i + 3] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static int length(String head) throws IOException {
        for (var line : head.split("\r\n")) {
            if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                return Integer.parseInt(line.substring(15).strip());
            }
        }
        // One that leads on has nothing to say.
        if (head.startsWith("HTTP/1.1 30")) {
            return 0;
        }
        throw new IOException("An answer without Content-Length: " + head);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
