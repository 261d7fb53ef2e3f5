package iq.sendy.egress;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;

/** Judges the very address that it is about to dial. Without a proxy: the JVM's settings would lead around the check. */
class GuardedSocket extends Socket {

    private final AddressPolicy policy;
    private final EgressScope egressScope;

    GuardedSocket(AddressPolicy policy, EgressScope egressScope) {
        super(Proxy.NO_PROXY);
        this.policy = policy;
        this.egressScope = egressScope;
    }

    @Override
    public final void connect(SocketAddress endpoint) throws IOException {
        connect(endpoint, 0);
    }

    @Override
    public final void connect(SocketAddress endpoint, int timeout) throws IOException {
        if (!(endpoint instanceof InetSocketAddress internet) || internet.isUnresolved()) {
            throw new ExchangeFailure(ErrorClass.BLOCKED_ADDRESS, "not an address");
        }
        var refusal = policy.refusal(internet.getAddress(), internet.getPort(), egressScope);
        if (refusal != null) {
            throw new ExchangeFailure(ErrorClass.BLOCKED_ADDRESS, refusal);
        }
        dial(internet, timeout);
    }

    /** Tests listen here. */
    void dial(InetSocketAddress address, int timeout) throws IOException {
        super.connect(address, timeout);
    }

    /** Without a farewell: an orderly close could wait for the other side. */
    static void abort(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException closed) {
            // It is gone, which is what was wanted.
        }
    }
}
