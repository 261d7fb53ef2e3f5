package iq.sendy.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Socket factory: leads the driver through a Unix socket, which it does not know by itself; its argument is the socket's
 * path. Public, since the driver makes it by name.
 */
public final class UnixSocketFactory extends SocketFactory {

    private final Path path;

    public UnixSocketFactory(String path) {
        this.path = Path.of(path);
    }

    @Override
    public Socket createSocket() throws IOException {
        return new UnixSocket(path);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        return createSocket();
    }

    /** What the driver asks of a socket. There are no packets to delay and no peer to lose, and it waits without end. */
    private static final class UnixSocket extends Socket {

        private static final int BUFFER = 8_192;

        private final SocketChannel channel;
        private final InputStream input;
        private final OutputStream output;
        private int timeout;

        UnixSocket(Path path) throws IOException {
            super((@Nullable SocketImpl) null);
            channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                channel.connect(UnixDomainSocketAddress.of(path));
            } catch (IOException failed) {
                channel.close();
                throw failed;
            }
            input = Channels.newInputStream(channel);
            output = Channels.newOutputStream(channel);
        }

        @Override
        public void connect(SocketAddress endpoint, int patience) {}

        @Override
        public InputStream getInputStream() {
            return input;
        }

        @Override
        public OutputStream getOutputStream() {
            return output;
        }

        @Override
        public boolean isConnected() {
            return true;
        }

        @Override
        public boolean isClosed() {
            return !channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }

        @Override
        public void setTcpNoDelay(boolean on) {}

        @Override
        public boolean getTcpNoDelay() {
            return true;
        }

        @Override
        public void setKeepAlive(boolean on) {}

        @Override
        public boolean getKeepAlive() {
            return false;
        }

        @Override
        public void setSendBufferSize(int bytes) {}

        @Override
        public int getSendBufferSize() {
            return BUFFER;
        }

        @Override
        public void setReceiveBufferSize(int bytes) {}

        @Override
        public int getReceiveBufferSize() {
            return BUFFER;
        }

        @Override
        public String toString() {
            return "a Unix socket";
        }

        @Override
        public void setSoTimeout(int millis) throws SocketException {
            if (isClosed()) {
                throw new SocketException("Socket is closed");
            }
            timeout = millis;
        }

        @Override
        public int getSoTimeout() {
            return timeout;
        }
    }
}
