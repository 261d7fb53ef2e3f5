package iq.sendy.fakes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A server that behaves as it is told, well or badly, and counts what comes and what it sends. */
public final class Receiver implements AutoCloseable {

    /** What it does with one connection, from its beginning to its end. */
    @FunctionalInterface
    public interface Manner {

        void meet(Visit visit) throws IOException, InterruptedException;
    }

    private final ServerSocket server;
    private final @Nullable SSLContext tls;
    private final Manner manner;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Queue<Received> received = new ConcurrentLinkedQueue<>();
    private final AtomicInteger connects = new AtomicInteger();
    private final Semaphore ended = new Semaphore(0);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicLong bytesSent = new AtomicLong();

    private Receiver(@Nullable SSLContext tls, Manner manner) {
        this.tls = tls;
        this.manner = manner;
        try {
            this.server = new ServerSocket(0, 512, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException none) {
            throw new IllegalStateException("No port is free", none);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public static Receiver that(Manner manner) {
        return new Receiver(null, manner);
    }

    public static Receiver secured(SSLContext tls, Manner manner) {
        return new Receiver(tls, manner);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Its address, in plain http. */
    public String url() {
        return "http://127.0.0.1:" + port() + "/hook";
    }

    /** Its address under a name, which somebody must resolve. */
    public String url(String name) {
        return (tls == null ? "http://" : "https://") + name + ":" + port() + "/hook";
    }

    public int connects() {
        return connects.get();
    }

    /** Every request that was read whole. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    public long bytesSent() {
        return bytesSent.get();
    }

    /** Whether that many connections have ended, on both sides. */
    public boolean ended(int connections, Duration within) throws InterruptedException {
        return ended.tryAcquire(connections, within.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                connects.incrementAndGet();
                open.add(socket);
                Thread.ofVirtual().start(() -> meet(socket));
            }
        } catch (IOException closed) {
            closing.countDown();
        }
    }

    private void meet(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            // Little waits in its own buffers, so that what it sent is near to what was read.
            socket.setSendBufferSize(8_192);
            manner.meet(new Visit(socket, tls, received::add, bytesSent, closing));
        } catch (IOException gone) {
            // The other side left, which is its right.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
            ended.release();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            server.close();
            for (var socket : open) {
                socket.close();
            }
        } catch (IOException alreadyClosed) {
            throw new IllegalStateException(alreadyClosed);
        }
    }
}
