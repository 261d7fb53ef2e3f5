package iq.sendy.fakes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * An address that refuses every connection, as long as this is open: its port is held without being listened at. A port
 * that was listened at and closed is given to whoever asks for one next.
 */
public final class NobodyThere implements AutoCloseable {

    private final Socket holder = new Socket();

    public NobodyThere() {
        try {
            holder.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
        } catch (IOException none) {
            throw new IllegalStateException("No port is free", none);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + holder.getLocalPort() + "/hook";
    }

    @Override
    public void close() {
        try {
            holder.close();
        } catch (IOException alreadyClosed) {
            throw new IllegalStateException(alreadyClosed);
        }
    }
}
