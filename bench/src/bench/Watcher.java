package bench;

import java.io.BufferedReader;
import java.io.IOException;
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
        try (var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
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
