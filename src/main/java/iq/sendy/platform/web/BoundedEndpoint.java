package iq.sendy.platform.web;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tomcat's acceptor and its connections, with what it does not count itself: how many come from one network, and how long a
 * head or a body takes as a whole. With TLS of its own, which Sendy leaves to a proxy, only the former holds.
 */
final class BoundedEndpoint extends NioEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(BoundedEndpoint.class);
    private static final long SWEEP_MILLIS = 250;

    private final NetworkConnections networks = new NetworkConnections();

    private volatile @Nullable ConnectionLimits limits;
    private @Nullable ScheduledExecutorService sweeping;

    void limit(ConnectionLimits given) {
        this.limits = given;
    }

    /** While three quarters of the connections are taken, resting ones make room. The one that is waited for is counted. */
    private boolean crowded() {
        return (getConnectionCount() - 1) * 4 > getMaxConnections() * 3L;
    }

    Duration idle() {
        var given = limits;
        if (given == null) {
            return Duration.ofMillis(getKeepAliveTimeout());
        }
        return crowded() ? given.crowded() : given.idle();
    }

    @Override
    protected NioChannel createChannel(SocketBufferHandler buffers) {
        return isSSLEnabled() ? super.createChannel(buffers) : new BoundedChannel(buffers, networks);
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        if (full(socket)) {
            destroySocket(socket);
            return false;
        }
        return super.setSocketOptions(socket);
    }

    private boolean full(SocketChannel socket) {
        var given = limits;
        try {
            if (given == null || !(socket.getRemoteAddress() instanceof InetSocketAddress remote)) {
                return false;
            }
            var address = remote.getAddress();
            return networks.from(address) >= given.perNetwork() && given.caps(address);
        } catch (IOException gone) {
            return false;
        }
    }

    @Override
    public void startInternal() throws Exception {
        super.startInternal();
        sweeping = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("connections").factory());
        var _ = sweeping.scheduleWithFixedDelay(this::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stopInternal() {
        if (sweeping != null) {
            sweeping.shutdownNow();
        }
        super.stopInternal();
    }

    private void sweep() {
        var given = limits;
        if (given == null) {
            return;
        }
        try {
            var crowded = crowded();
            for (var connection : connections.values()) {
                sweep(connection, given, crowded);
            }
        } catch (RuntimeException failed) {
            LOG.warn("Connections could not be looked through: {}", failed.toString());
        }
    }

    private static void sweep(SocketWrapperBase<NioChannel> connection, ConnectionLimits given, boolean crowded) {
        if (!(connection.getSocket() instanceof BoundedChannel channel)) {
            return;
        }
        // Taken first: what is judged after it is the state of this socket or of a later one.
        var socket = channel.getIOChannel();
        var framing = channel.framing();
        var phase = framing.phase();
        var took = System.nanoTime() - framing.since();
        switch (phase) {
            case IDLE -> {
                if (crowded && connection.getReadTimeout() > given.crowded().toMillis()) {
                    connection.setReadTimeout(given.crowded().toMillis());
                }
            }
            case HEAD -> endIf(took > given.head().toNanos(), socket);
            case BODY -> endIf(took > given.body().toNanos(), socket);
        }
    }

    /** Whoever reads from it finds the end, and closes it in Tomcat's own way, on Tomcat's own thread. */
    private static void endIf(boolean late, @Nullable SocketChannel socket) {
        if (!late || socket == null) {
            return;
        }
        try {
            socket.shutdownInput();
        } catch (IOException closed) {
            LOG.debug("A connection was closed already", closed);
        }
    }
}
