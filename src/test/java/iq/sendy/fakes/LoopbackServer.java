package iq.sendy.fakes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A server on loopback that keeps its port while it refuses connections, and a thread for each that it takes. */
final class LoopbackServer implements AutoCloseable {

    /** What is done about a request. */
    @FunctionalInterface
    interface Answering {

        void answer(Visit visit, Received received) throws IOException, InterruptedException;
    }

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connects = new AtomicInteger();
    private final AtomicLong bytesSent = new AtomicLong();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Answering answering;

    /** Bound and never listening: while nobody listens, the port is given to nobody else. */
    private final Socket holder = new Socket();

    private final int port;
    private ServerSocket server;
    private Thread accepting;

    LoopbackServer(Answering answering) {
        this.answering = answering;
        this.server = bound(0);
        this.port = server.getLocalPort();
        hold(holder, port);
        this.accepting = accepts(server);
    }

    int port() {
        return port;
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** How often anybody connected. */
    int connects() {
        return connects.get();
    }

    /** Nobody listens from now on, and whoever is connected is thrown out and not answered. */
    synchronized void refusesConnections() {
        close(server);
        // Until that thread has woken, the port of a closed server still takes connections, and hands them out.
        ended(accepting);
        open.forEach(LoopbackServer::close);
    }

    synchronized void listensAgain() {
        if (server.isClosed()) {
            server = bound(port);
            accepting = accepts(server);
        }
    }

    private static void hold(Socket holder, int port) {
        try {
            holder.setReuseAddress(true);
            holder.setOption(StandardSocketOptions.SO_REUSEPORT, true);
            holder.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
        } catch (IOException none) {
            throw new IllegalStateException("The port cannot be held", none);
        }
    }

    private static ServerSocket bound(int wanted) {
        try {
            // It is closed by close(), or when it refuses connections.
            @SuppressWarnings("resource")
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.setOption(StandardSocketOptions.SO_REUSEPORT, true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), wanted), 512);
            return socket;
        } catch (IOException none) {
            throw new IllegalStateException("The port is not free", none);
        }
    }

    private Thread accepts(ServerSocket listening) {
        return Thread.ofVirtual().start(() -> accept(listening));
    }

    private void accept(ServerSocket listening) {
        try {
            while (true) {
                var socket = listening.accept();
                connects.incrementAndGet();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // It refuses connections, or is closed.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            var visit = new Visit(socket, null, _ -> {}, bytesSent, closing);
            for (var received = visit.read(); received != null; received = visit.read()) {
                // Thrown out while its request was being read.
                if (socket.isClosed()) {
                    break;
                }
                answering.answer(visit, received);
            }
        } catch (IOException gone) {
            // The other side left, or was thrown out.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    private static void ended(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception gone) {
            throw new IllegalStateException(gone);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        refusesConnections();
        close(holder);
    }
}
