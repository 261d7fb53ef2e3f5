package iq.sendy.egress;

import iq.sendy.egress.AddressVerdict.Allowed;
import iq.sendy.egress.HttpExchange.Said;
import iq.sendy.kernel.Bytes;
import iq.sendy.platform.tenancy.OutsideTransaction;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/**
 * Client for servers that the operator configures, wherever they are: Meta, providers of models, or what stands in for them.
 * Never for an address that a user, a merchant or a payload gives. Like the guarded one it follows no redirect, keeps no
 * cookie, asks no proxy, unpacks nothing, repeats nothing, and never takes longer than its limits.
 */
public final class OperatorClient implements AutoCloseable {

    private static final AddressPolicy EVERYWHERE = AddressPolicy.everywhere();

    private final Exchanges exchanges;

    OperatorClient(Resolver resolver, Sockets sockets, SSLSocketFactory tls) {
        this.exchanges = new Exchanges(new Connector(EVERYWHERE, resolver, sockets, tls));
    }

    /** Whether the text is the address of a server that can be called, without query: what a setting may be. */
    public static boolean isServer(String url) {
        return url.indexOf('?') < 0 && TargetUrl.judge(url, EVERYWHERE) instanceof Allowed;
    }

    /** Scheme, host and port of an address, in one spelling; empty where it is none. */
    public static Optional<String> origin(String url) {
        return TargetUrl.judge(url, EVERYWHERE) instanceof Allowed(var target)
                ? Optional.of(target.origin())
                : Optional.empty();
    }

    public CallOutcome get(String url, Map<String, String> headers, ExchangeLimits exchangeLimits) {
        return call(url, new Said("GET", headers, null), exchangeLimits);
    }

    public CallOutcome post(String url, Map<String, String> headers, Bytes body, ExchangeLimits exchangeLimits) {
        return call(url, new Said("POST", headers, body), exchangeLimits);
    }

    private CallOutcome call(String url, Said said, ExchangeLimits exchangeLimits) {
        OutsideTransaction.require("A call to somebody else's server");
        if (TargetUrl.judge(url, EVERYWHERE) instanceof Allowed(var target)) {
            return Calls.make(exchanges, target, said, exchangeLimits);
        }
        return new CallOutcome.NothingSent(ErrorClass.BLOCKED_ADDRESS, "no address");
    }

    /** How many connections rest. */
    int resting() {
        return exchanges.resting();
    }

    /** Requests under way keep their time. */
    @Override
    public void close() {
        exchanges.close();
    }
}
