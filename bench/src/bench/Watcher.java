package bench;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLongArray;

/** Somebody who watches a store's inbox, and notes when each message was seen first. */
final class Watcher implements AutoCloseable {

    private static final String TEXT = "\"text\":\"n";

    private final Socket socket;
    private final AtomicLongArray seen;
    private volatile boolean open;

    Watcher(int port, Shops.Shop shop, AtomicLongArray seen) throws IOException {
        this.seen = seen;
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.getOutputStream().write(Shops.get(shop, "/social/stream"));
        Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(body(), StandardCharsets.UTF_8))) {
            var isMessage = false;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    isMessage = line.equals("event: message");
                } else if (isMessage && line.startsWith("data: ")) {
                    note(line);
                } else if (line.startsWith("retry: ")) {
                    open = true;
                }
            }
        } catch (IOException closed) {
            // As at the end.
        }
    }

    /** What is in the chunks of the answer, whose ends fall anywhere, into the middle of an event too. */
    private InputStream body() throws IOException {
        var in = new BufferedInputStream(socket.getInputStream());
        while (!line(in).isEmpty()) {
            // Its head says nothing that is not known.
        }
        return new InputStream() {
            private int left;

            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] into, int offset, int most) throws IOException {
                if (left == 0) {
                    left = Integer.parseInt(line(in), 16);
                }
                var many = left == 0 ? -1 : in.read(into, offset, Math.min(most, left));
                left -= Math.max(many, 0);
                if (many > 0 && left == 0) {
                    line(in);
                }
                return many;
            }
        };
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private void note(String line) {
        var at = line.indexOf(TEXT);
        if (at >= 0) {
            var from = at + TEXT.length();
            var number = Integer.parseInt(line, from, line.indexOf('"', from), 10);
            if (number < seen.length()) {
                seen.compareAndSet(number, 0, System.nanoTime());
            }
        }
    }

    boolean isOpen() {
        return open;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
