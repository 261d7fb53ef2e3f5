package iq.sendy.platform.web;

import iq.sendy.Waiting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

/** A connection of a client that keeps to no rule: what is sent goes out byte for byte. */
final class Wire implements AutoCloseable {

    private static final int PATIENCE = (int) Waiting.PATIENCE.toMillis();
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *([0-9]+)");

    private final Socket socket;

    private Wire(Socket socket) {
        this.socket = socket;
    }

    static Wire to(String base) {
        return to(URI.create(base).getPort());
    }

    static Wire to(int port) {
        try {
            var socket = new Socket();
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), PATIENCE);
            socket.setSoTimeout(PATIENCE);
            socket.setTcpNoDelay(true);
            return new Wire(socket);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Wire sends(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The status of the next answer; 0 when the connection ends without one, -1 when nothing comes at all. */
    int status() {
        var line = line();
        if (line.startsWith("HTTP/1.1 ")) {
            return Integer.parseInt(line.substring(9, 12));
        }
        return line.equals("silence") ? -1 : 0;
    }

    /** Head and body of the next answer, as far as one read brings them; empty when the connection ends. */
    String head() {
        var head = new StringBuilder();
        for (var line = line(); !line.isBlank(); line = line()) {
            head.append(line).append('\n');
        }
        var length = LENGTH.matcher(head);
        try {
            var _ = socket.getInputStream().readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return head.toString();
    }

    /** Sends a little again and again, sooner than any time-out between two reads; whether the other side ends it. */
    boolean trickles(String little) {
        try {
            socket.setSoTimeout(50);
            for (var times = 0; times < PATIENCE / 50; ) {
                try {
                    if (socket.getInputStream().read() < 0) {
                        return true;
                    }
                } catch (SocketTimeoutException open) {
                    sends(little);
                    times++;
                }
            }
            return false;
        } catch (IOException | UncheckedIOException ended) {
            return true;
        }
    }

    /** Whether for so long nothing comes, and no end either. */
    boolean isSilentFor(Duration time) {
        try {
            socket.setSoTimeout((int) time.toMillis());
            var _ = socket.getInputStream().read();
            return false;
        } catch (SocketTimeoutException silent) {
            return patient();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private boolean patient() {
        try {
            socket.setSoTimeout(PATIENCE);
            return true;
        } catch (SocketException closed) {
            return false;
        }
    }

    /** All that comes until the other side closes. */
    String rest() {
        var all = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(all);
        } catch (SocketTimeoutException silent) {
            throw new AssertionError("still open after " + all, silent);
        } catch (IOException reset) {
            return all.toString(StandardCharsets.UTF_8);
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    private String line() {
        var line = new ByteArrayOutputStream();
        try {
            for (var c = socket.getInputStream().read();
                    c >= 0 && c != '\n';
                    c = socket.getInputStream().read()) {
                line.write(c);
            }
        } catch (SocketTimeoutException silent) {
            return "silence";
        } catch (SocketException reset) {
            return "";
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
