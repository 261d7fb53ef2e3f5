package iq.sendy.fakes;

import iq.sendy.kernel.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** One connection to a {@link Receiver}, which speaks TLS from the first byte that is read or sent, not before. */
public final class Visit {

    private final Socket raw;
    private final @Nullable SSLContext tls;
    private final Consumer<Received> log;
    private final AtomicLong bytesSent;
    private final CountDownLatch closing;
    private @Nullable Socket spoken;

    Visit(Socket raw, @Nullable SSLContext tls, Consumer<Received> log, AtomicLong bytesSent, CountDownLatch closing) {
        this.raw = raw;
        this.tls = tls;
        this.log = log;
        this.bytesSent = bytesSent;
        this.closing = closing;
    }

    /** Null where the other side has left. */
    public @Nullable Received read() throws IOException {
        var line = line();
        if (line == null) {
            return null;
        }
        var headers = new LinkedHashMap<String, String>();
        for (var header = line(); header != null && !header.isEmpty(); header = line()) {
            var colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        var length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        var body = socket().getInputStream().readNBytes(length);
        if (body.length < length) {
            throw new EOFException("The body ended early");
        }
        var received = new Received(line, headers, Bytes.of(body));
        log.accept(received);
        return received;
    }

    /** One byte of whatever comes; -1 at the end. */
    public int readByte() throws IOException {
        return socket().getInputStream().read();
    }

    public void say(String text) throws IOException {
        send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public void send(byte[] bytes) throws IOException {
        var out = socket().getOutputStream();
        for (var at = 0; at < bytes.length; at += 1_024) {
            var length = Math.min(1_024, bytes.length - at);
            out.write(bytes, at, length);
            bytesSent.addAndGet(length);
        }
        out.flush();
    }

    /** Past TLS. */
    public void sendRaw(byte[] bytes) throws IOException {
        raw.getOutputStream().write(bytes);
    }

    public int readRaw() throws IOException {
        return raw.getInputStream().read();
    }

    /** Waits, but not beyond the life of the receiver. */
    public void pause(Duration time) throws InterruptedException, IOException {
        if (closing.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new EOFException("The receiver closes");
        }
    }

    /** Waits until the other side leaves. */
    public void untilLeft() throws IOException {
        while (raw.getInputStream().read() >= 0) {
            // Whatever it still says.
        }
    }

    /** Tears the connection: the other side gets a reset, not an end. */
    public void reset() throws IOException {
        raw.setSoLinger(true, 0);
        raw.close();
    }

    /** Ends the connection as it should be ended. */
    public void leave() throws IOException {
        raw.close();
    }

    private @Nullable String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (var c = readByte(); c != '\n'; c = readByte()) {
            if (c < 0) {
                return null;
            }
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private Socket socket() throws IOException {
        var socket = spoken;
        if (socket == null) {
            socket = tls == null ? raw : secured(tls);
            spoken = socket;
        }
        return socket;
    }

    private Socket secured(SSLContext context) throws IOException {
        var socket = (SSLSocket) context.getSocketFactory().createSocket(raw, null, raw.getPort(), true);
        socket.setUseClientMode(false);
        return socket;
    }
}
