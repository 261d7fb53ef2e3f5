package iq.sendy.egress;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Guarded connector, proof against DNS rebinding. Resolves once, judges every answer, and dials only what was judged.
 */
final class Connector {

    /** So small that little is under way when a body is cut off. */
    private static final int RECEIVE_WINDOW = 32_768;

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final AddressPolicy policy;
    private final Resolver resolver;
    private final Sockets sockets;
    private final SSLSocketFactory tls;

    Connector(AddressPolicy policy, Resolver resolver, Sockets sockets, SSLSocketFactory tls) {
        this.policy = policy;
        this.resolver = resolver;
        this.sockets = sockets;
        this.tls = tls;
    }

    /** All addresses of the target; one that is forbidden refuses them all, since the next answer may put it first. */
    List<InetAddress> addresses(Target target, Duration within) throws ExchangeFailure, ResolverBusy {
        var literal = target.literal();
        var found = literal == null ? resolve(target.host(), within) : List.of(literal);
        for (var address : found) {
            var refusal = policy.refusal(address, target.reach());
            if (refusal != null) {
                throw new ExchangeFailure(ErrorClass.BLOCKED_ADDRESS, refusal);
            }
        }
        return found;
    }

    Connection dial(Target target, Deadline deadline) throws ExchangeFailure, ResolverBusy {
        var start = deadline.elapsed();
        var socket = connected(target, addresses(target, deadline.left()), start, deadline);
        try {
            return new Connection(target.origin(), socket, target.secure() ? secured(socket, target, deadline) : null);
        } catch (IOException broken) {
            GuardedSocket.abort(socket);
            throw deadline.failure(ErrorClass.CONNECT, broken);
        }
    }

    private List<InetAddress> resolve(String name, Duration within) throws ExchangeFailure, ResolverBusy {
        try {
            var found = resolver.resolve(name, within);
            if (found.isEmpty()) {
                throw new ExchangeFailure(ErrorClass.DNS, "no address");
            }
            return found;
        } catch (UnknownHostException unknown) {
            throw ExchangeFailure.of(ErrorClass.DNS, unknown);
        }
    }

    /** Each address gets its share of what is left, so that a silent first one does not hide a second that answers. */
    private Socket connected(Target target, List<InetAddress> addresses, Duration start, Deadline deadline)
            throws ExchangeFailure {
        var exchangeFailure = new ExchangeFailure(ErrorClass.CONNECT, "time is up");
        for (var at = 0; at < addresses.size(); at++) {
            var left = deadline.limits().connect().minus(deadline.elapsed().minus(start));
            var share = left.dividedBy(addresses.size() - at).toMillis();
            if (share < 1) {
                return fails(exchangeFailure);
            }
            var socket = sockets.open(policy, target.reach());
            try {
                deadline.hold(socket);
                socket.setTcpNoDelay(true);
                socket.setReceiveBufferSize(RECEIVE_WINDOW);
                socket.connect(new InetSocketAddress(addresses.get(at), target.port()), (int) share);
                return socket;
            } catch (IOException notThere) {
                GuardedSocket.abort(socket);
                exchangeFailure = deadline.failure(ErrorClass.CONNECT, notThere);
                if (exchangeFailure.errorClass() != ErrorClass.CONNECT) {
                    throw exchangeFailure;
                }
            }
        }
        return fails(exchangeFailure);
    }

    private static Socket fails(ExchangeFailure exchangeFailure) throws ExchangeFailure {
        throw exchangeFailure;
    }

    /** The name is what was asked for, not the address: certificates are for names. */
    private SSLSocket secured(Socket socket, Target target, Deadline deadline) throws ExchangeFailure {
        try {
            var secured = (SSLSocket) tls.createSocket(socket, target.host(), target.port(), true);
            var parameters = secured.getSSLParameters();
            parameters.setProtocols(PROTOCOLS);
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            parameters.setApplicationProtocols(new String[] {"http/1.1"});
            secured.setSSLParameters(parameters);
            secured.startHandshake();
            return secured;
        } catch (IOException broken) {
            GuardedSocket.abort(socket);
            var reset = broken instanceof SocketException || broken.getCause() instanceof SocketException;
            throw deadline.failure(reset ? ErrorClass.CONNECT : ErrorClass.TLS, broken);
        }
    }
}
