package iq.sendy.faults.attacks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** Sends requests to a server on loopback, each on a connection of its own and from the address that is asked for. */
public final class Sender {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final Pattern RETRY_AFTER = Pattern.compile("(?im)^Retry-After: *(\\S+)");
    private static final Pattern LENGTH = Pattern.compile("(?im)^Content-Length: *([0-9]+)");
    private static final long BETWEEN_BYTES = Duration.ofMillis(250).toNanos();
    private static final int PIECE = 1 << 16;
    private static final int KEPT = 1 << 18;
    private static final int SMALL_WINDOW = 4 << 10;

    private final int port;

    public Sender(int port) {
        this.port = port;
    }

    /** Address number {@code index} of loopback: a network of its own for whoever counts by addresses. */
    public static InetAddress network(int index) {
        return InetAddress.ofLiteral("127.66." + index / 200 + "." + (1 + index % 200));
    }

    /** An answer that comes before all is sent ends the sending. It takes no longer than {@code patience}. */
    public Outcome send(InetAddress from, RawRequest request, Duration patience) {
        var began = System.nanoTime();
        var sent = new AtomicLong();
        try (var socket = new Socket()) {
            if (request.pace() == Pace.NEVER_READS) {
                socket.setReceiveBufferSize(SMALL_WINDOW);
            }
            socket.setTcpNoDelay(true);
            socket.bind(new InetSocketAddress(from, 0));
            socket.connect(new InetSocketAddress(LOOPBACK, port), (int) patience.toMillis());
            // It ends when the socket is closed.
            Thread.startVirtualThread(() -> write(socket, request, sent));
            return answer(socket, request, began, began + patience.toNanos(), sent);
        } catch (SocketTimeoutException silent) {
            return without(Outcome.SILENT, began, sent);
        } catch (IOException closed) {
            return without(Outcome.CLOSED, began, sent);
        }
    }

    private static Outcome without(int status, long began, AtomicLong sent) {
        return new Outcome(status, "", "", 0, sent.get(), Duration.ofNanos(System.nanoTime() - began));
    }

    private static void write(Socket socket, RawRequest request, AtomicLong sent) {
        try {
            var out = socket.getOutputStream();
            trickle(socket, request.head(), request.pace() == Pace.SLOW_HEAD ? 1 : PIECE, sent);
            var body = request.body();
            for (var time = 0; time < request.times(); time++) {
                if (request.pace() == Pace.SLOW_BODY) {
                    trickle(socket, body, 1, sent);
                    continue;
                }
                var end = request.pace() == Pace.STOPS_SHORT ? body.length - 1 : body.length;
                for (var at = 0; at < end; at += PIECE) {
                    var length = Math.min(PIECE, end - at);
                    out.write(body, at, length);
                    sent.addAndGet(length);
                }
            }
        } catch (IOException closed) {
            // Whoever reads sees it as well, and the answer that may have come before.
        }
    }

    private static void trickle(Socket socket, byte[] bytes, int piece, AtomicLong sent) throws IOException {
        for (var at = 0; at < bytes.length; at += piece) {
            var length = Math.min(piece, bytes.length - at);
            socket.getOutputStream().write(bytes, at, length);
            sent.addAndGet(length);
            if (piece == 1) {
                LockSupport.parkNanos(BETWEEN_BYTES);
            }
        }
    }

    private static Outcome answer(Socket socket, RawRequest request, long began, long end, AtomicLong sent)
            throws IOException {
        if (request.pace() == Pace.NEVER_READS) {
            LockSupport.parkNanos(Math.max(1, end - System.nanoTime()));
            return without(Outcome.SILENT, began, sent);
        }
        var kept = new ByteArrayOutputStream();
        var headEnd = -1;
        var read = 0L;
        var wanted = Long.MAX_VALUE;
        var head = "";
        var buffer = new byte[PIECE];
        while (read < wanted) {
            var left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new SocketTimeoutException();
            }
            socket.setSoTimeout((int) left);
            var length = socket.getInputStream().read(buffer);
            if (length < 0) {
                break;
            }
            read += length;
            kept.write(buffer, 0, Math.min(length, KEPT - Math.min(KEPT, kept.size())));
            if (headEnd < 0) {
                headEnd = kept.toString(StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
                if (headEnd >= 0) {
                    headEnd += 4;
                    head = kept.toString(StandardCharsets.ISO_8859_1).substring(0, headEnd);
                    var stated = LENGTH.matcher(head);
                    wanted = stated.find() ? headEnd + Long.parseLong(stated.group(1)) : Long.MAX_VALUE;
                }
            }
        }
        if (headEnd < 0) {
            return without(Outcome.CLOSED, began, sent);
        }
        var retryAfter = RETRY_AFTER.matcher(head);
        var body = new String(kept.toByteArray(), headEnd, kept.size() - headEnd, StandardCharsets.UTF_8);
        return new Outcome(
                Integer.parseInt(head, 9, 12, 10),
                retryAfter.find() ? retryAfter.group(1) : "",
                body,
                read - headEnd,
                sent.get(),
                Duration.ofNanos(System.nanoTime() - began));
    }
}
