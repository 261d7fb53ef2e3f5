package iq.sendy.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** A port of loopback that answers nobody who wants to connect: its queue is full, and it takes none from it. */
final class DeafPort implements AutoCloseable {

    private static final int QUEUE = 1;

    /** More than the queue holds on any system. */
    private static final int FILLING = 8;

    private final ServerSocket socket;
    private final List<SocketChannel> waiting = new ArrayList<>();

    private DeafPort(ServerSocket socket) {
        this.socket = socket;
    }

    static DeafPort at(int port) {
        try {
            var socket = new ServerSocket();
            var deaf = new DeafPort(socket);
            socket.setReuseAddress(true);
            var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
            socket.bind(address, QUEUE);
            for (var i = 0; i < FILLING; i++) {
                var channel = SocketChannel.open();
                deaf.waiting.add(channel);
                channel.configureBlocking(false);
                channel.connect(address);
            }
            return deaf;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        try {
            for (var channel : waiting) {
                channel.close();
            }
            waiting.clear();
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
