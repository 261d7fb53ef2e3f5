package bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
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
            var request = new ReceivedRequest(socket.getInputStream());
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

    private void note(ReceivedRequest request) {
        var at = request.find(PHONE, request.bodyAt(), request.bodyEnd());
        if (at >= 0) {
            var number = Integer.parseInt(request.text(at + PHONE.length, at + PHONE.length + PHONE_DIGITS));
            arrivals.putIfAbsent(number, request.arrivedAt());
        }
    }

    private void verify(ReceivedRequest request) throws GeneralSecurityException {
        if (heard.sum() % SAMPLE != 0) {
            return;
        }
        var key = secrets.get(request.path());
        if (key == null) {
            return;
        }
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        mac.update(request.bytes(), request.bodyAt(), request.bodyEnd() - request.bodyAt());
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
}
