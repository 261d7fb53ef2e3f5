package iq.sendy.platform.http;

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

/** Resolves once, judges every answer, and dials only what was judged. */
final class Dialer {

    /** So small that little is under way when a body is cut off. */
    private static final int RECEIVE_WINDOW = 32_768;

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final AddressPolicy policy;
    private final Resolver resolver;
    private final Sockets sockets;
    private final SSLSocketFactory tls;

    Dialer(AddressPolicy policy, Resolver resolver, Sockets sockets, SSLSocketFactory tls) {
        this.policy = policy;
        this.resolver = resolver;
        this.sockets = sockets;
        this.tls = tls;
    }

    /** All addresses of the target; one that is forbidden refuses them all, since the next answer may put it first. */
    List<InetAddress> addresses(Target target, Duration within) throws Failure, ResolverBusy {
        var literal = target.literal();
        var found = literal == null ? resolve(target.host(), within) : List.of(literal);
        for (var address : found) {
            var refusal = policy.refusal(address, target.reach());
            if (refusal != null) {
                throw new Failure(ErrorClass.BLOCKED_ADDRESS, refusal);
            }
        }
        return found;
    }

    Link dial(Target target, Exchange exchange) throws Failure, ResolverBusy {
        var start = exchange.elapsed();
        var socket = connected(target, addresses(target, exchange.left()), start, exchange);
        try {
            return new Link(target.origin(), socket, target.secure() ? secured(socket, target, exchange) : null);
        } catch (IOException broken) {
            GuardedSocket.abort(socket);
            throw exchange.failure(ErrorClass.CONNECT, broken);
        }
    }

    private List<InetAddress> resolve(String name, Duration within) throws Failure, ResolverBusy {
        try {
            var found = resolver.resolve(name, within);
            if (found.isEmpty()) {
                throw new Failure(ErrorClass.DNS, "no address");
            }
            return found;
        } catch (UnknownHostException unknown) {
            throw Failure.of(ErrorClass.DNS, unknown);
        }
    }

    /** Each address gets its share of what is left, so that a silent first one does not hide a second that answers. */
    private Socket connected(Target target, List<InetAddress> addresses, Duration start, Exchange exchange)
            throws Failure {
        var failure = new Failure(ErrorClass.CONNECT, "time is up");
        for (var at = 0; at < addresses.size(); at++) {
            var left = exchange.limits().connect().minus(exchange.elapsed().minus(start));
            var share = left.dividedBy(addresses.size() - at).toMillis();
            if (share < 1) {
                return fails(failure);
            }
            var socket = sockets.open(policy, target.reach());
            try {
                exchange.hold(socket);
                socket.setTcpNoDelay(true);
                socket.setReceiveBufferSize(RECEIVE_WINDOW);
                socket.connect(new InetSocketAddress(addresses.get(at), target.port()), (int) share);
                return socket;
            } catch (IOException notThere) {
                GuardedSocket.abort(socket);
                failure = exchange.failure(ErrorClass.CONNECT, notThere);
                if (failure.errorClass() != ErrorClass.CONNECT) {
                    throw failure;
                }
            }
        }
        return fails(failure);
    }

    private static Socket fails(Failure failure) throws Failure {
        throw failure;
    }

    /** The name is what was asked for, not the address: certificates are for names. */
    private SSLSocket secured(Socket socket, Target target, Exchange exchange) throws Failure {
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
            throw exchange.failure(reset ? ErrorClass.CONNECT : ErrorClass.TLS, broken);
        }
    }
}
