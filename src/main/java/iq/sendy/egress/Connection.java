package iq.sendy.egress;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.jspecify.annotations.Nullable;

/** One connection to a checked address, which it keeps. */
final class Connection {

    /** Bounds what a head may cost: 100 lines of 8 KiB, and no wait for a status line behind garbage. */
    private static final Http1Config BOUNDED = Http1Config.custom()
            .setBufferSize(8_192)
            .setMaxLineLength(8_192)
            .setMaxHeaderCount(100)
            .setMaxEmptyLineCount(4)
            .build();

    private final String origin;
    private final Socket socket;
    private final DefaultBHttpClientConnection wire = new DefaultBHttpClientConnection(BOUNDED);
    private boolean used;
    private long idleSince;

    Connection(String origin, Socket socket, @Nullable SSLSocket secured) throws IOException {
        this.origin = origin;
        this.socket = socket;
        if (secured == null) {
            wire.bind(socket);
            return;
        }
        wire.bind(secured, socket);
    }

    String origin() {
        return origin;
    }

    Socket socket() {
        return socket;
    }

    DefaultBHttpClientConnection wire() {
        return wire;
    }

    /** Whether an exchange went over it before. */
    boolean isUsed() {
        return used;
    }

    void rests(long now) {
        used = true;
        idleSince = now;
    }

    long idle(long now) {
        return now - idleSince;
    }

    /** Whether the other side left or spoke unasked while it rested. */
    boolean isStale() {
        try {
            return wire.isStale();
        } catch (IOException broken) {
            return true;
        }
    }

    void abort() {
        GuardedSocket.abort(socket);
    }
}
