package bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who hears of events: answers 200 as fast as it can, verifies a sample of the signatures, and can note when the event of an
 * order came. At {@code /hang} it never answers.
 */
final class Receiver implements AutoCloseable {

    private static final byte[] OK =
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int SAMPLE = 100;
    private static final byte[] PHONE = "\"customerPhone\":\"964770".getBytes(StandardCharsets.US_ASCII);
    private static final int PHONE_DIGITS = 7;

    private final ServerSocket listening;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, byte[]> secrets = new ConcurrentHashMap<>();
    private final LongAdder heard = new LongAdder();
    private final LongAdder verified = new LongAdder();
    private final AtomicLong wrong = new AtomicLong();
    private final Map<Integer, Long> arrivals = new ConcurrentHashMap<>();
    private final java.util.Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean watching;

    Receiver() throws IOException {
        listening = new ServerSocket(0, 4_096, InetAddress.ofLiteral("127.0.0.1"));
        threads.submit(this::accept);
    }

    String url(String path) {
        return "http://127.0.0.1:" + listening.getLocalPort() + path;
    }

    /** What a path is signed with. */
    void secret(String path, String secret) {
        secrets.put(path, secret.getBytes(StandardCharsets.UTF_8));
    }

    long heard() {
        return heard.sum();
    }

    long verified() {
        return verified.sum();
    }

    long wrong() {
        return wrong.get();
    }

    /** From now on it notes when the first event of an order came, by the number in its buyer's phone. */
    void watch() {
        arrivals.clear();
        watching = true;
    }

    Map<Integer, Long> arrivals() {
        watching = false;
        return arrivals;
    }

    Long arrival(int number) {
        return arrivals.get(number);
    }

    private Void accept() {
        while (!listening.isClosed()) {
            try {
                var socket = listening.accept();
                open.add(socket);
                threads.submit(() -> serve(socket));
            } catch (IOException closed) {
                return null;
            }
        }
        return null;
    }

    private Void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            var request = new Request(socket.getInputStream());
            while (request.next()) {
                if (request.path().startsWith("/hang")) {
                    // Until the other side gives up.
                    request.next();
                    return null;
                }
                if (watching) {
                    note(request);
                }
                socket.getOutputStream().write(OK);
                heard.increment();
                verify(request);
            }
        } catch (IOException | GeneralSecurityException over) {
            // The connection is gone, and with it whatever was half told.
        } finally {
            open.remove(socket);
        }
        return null;
    }

    private void note(Request request) {
        var at = request.find(PHONE, request.bodyAt, request.bodyEnd);
        if (at >= 0) {
            var number = Integer.parseInt(request.text(at + PHONE.length, at + PHONE.length + PHONE_DIGITS));
            arrivals.putIfAbsent(number, request.arrivedAt);
        }
    }

    private void verify(Request request) throws GeneralSecurityException {
        if (heard.sum() % SAMPLE != 0) {
            return;
        }
        var key = secrets.get(request.path());
        if (key == null) {
            return;
        }
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        mac.update(request.bytes, request.bodyAt, request.bodyEnd - request.bodyAt);
        if (HexFormat.of().formatHex(mac.doFinal()).equals(request.header("x-sendy-signature"))) {
            verified.increment();
        } else {
            wrong.incrementAndGet();
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (var socket : open) {
                socket.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        threads.shutdownNow();
    }

    /** One request after the other from a connection. */
    private static final class Request {

        private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};

        private final InputStream in;
        private byte[] bytes = new byte[1 << 14];
        private int filled;
        private int bodyAt;
        private int bodyEnd;
        private String head = "";
        private long arrivedAt;

        Request(InputStream in) {
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
}
