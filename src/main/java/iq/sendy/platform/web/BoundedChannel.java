package iq.sendy.platform.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.jspecify.annotations.Nullable;

/** Follows the framing of what is read from a connection, and counts it among those of its network. */
final class BoundedChannel extends NioChannel {

    private final NetworkConnections networks;
    private final RequestFraming framing = new RequestFraming();

    private @Nullable InetAddress from;

    BoundedChannel(SocketBufferHandler buffers, NetworkConnections networks) {
        super(buffers);
        this.networks = networks;
    }

    RequestFraming framing() {
        return framing;
    }

    /** Tomcat uses a channel again for another connection; null is the end of one. */
    @Override
    public void reset(@Nullable SocketChannel socket, @Nullable NioSocketWrapper wrapper) throws IOException {
        if (from != null) {
            networks.closed(from);
            from = null;
        }
        // Before the new connection can be seen, so that nobody takes the old one's time for its own.
        framing.reset(System.nanoTime());
        super.reset(socket, wrapper);
        if (socket != null && socket.getRemoteAddress() instanceof InetSocketAddress remote) {
            from = remote.getAddress();
            networks.opened(from);
        }
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        var at = into.position();
        var count = super.read(into);
        if (count > 0) {
            framing.take(into, at, at + count, System.nanoTime());
        }
        return count;
    }
}
