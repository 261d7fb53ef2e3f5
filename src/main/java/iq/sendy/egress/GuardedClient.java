package iq.sendy.egress;

import iq.sendy.egress.AddressVerdict.Allowed;
import iq.sendy.egress.AddressVerdict.Refused;
import iq.sendy.egress.AddressVerdict.Undecided;
import iq.sendy.egress.ExchangeOutcome.Answered;
import iq.sendy.egress.ExchangeOutcome.Failed;
import iq.sendy.egress.ExchangeOutcome.NotMade;
import iq.sendy.egress.HttpExchange.Said;
import iq.sendy.kernel.Bytes;
import iq.sendy.platform.tenancy.OutsideTransaction;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/**
 * The one client for addresses that others give. It blocks and is made for virtual threads. It follows no redirect, keeps no
 * cookie, asks no proxy, unpacks nothing, repeats nothing, and never takes longer than its limits. How many requests are
 * under way is for the caller to bound.
 */
public final class GuardedClient implements AutoCloseable {

    private static final Duration LONGEST_LOOKUP = Duration.ofSeconds(5);

    private final AddressPolicy policy;
    private final Connector connector;
    private final Exchanges exchanges;

    GuardedClient(AddressPolicy policy, Resolver resolver, Sockets sockets, SSLSocketFactory tls) {
        this.policy = policy;
        this.connector = new Connector(policy, resolver, sockets, tls);
        this.exchanges = new Exchanges(connector);
    }

    /**
     * Judges an address when it is given, by its looks and by all that its name resolves to now. A name that resolves to
     * nothing is not forbidden: what it will be is judged when it is dialled.
     */
    public AddressVerdict judge(String url) {
        OutsideTransaction.require("Judging an address");
        var addressVerdict = TargetUrl.judge(url, policy);
        if (!(addressVerdict instanceof Allowed(var target))) {
            return addressVerdict;
        }
        try {
            connector.addresses(target, LONGEST_LOOKUP);
            return addressVerdict;
        } catch (ExchangeFailure exchangeFailure) {
            var unknown = exchangeFailure.errorClass() == ErrorClass.DNS && target.reach() == EgressScope.PUBLIC;
            return unknown ? addressVerdict : new Refused(exchangeFailure.why());
        } catch (ResolverBusy _) {
            return new Undecided();
        }
    }

    /** Whether the address is inside the networks that the operator opened, and says so by itself: it is no name. */
    public boolean isOpened(String url) {
        return TargetUrl.judge(url, policy) instanceof Allowed(var target)
                && target.literal() != null
                && policy.refusal(target.literal(), target.port(), EgressScope.OPENED_ONLY) == null;
    }

    /** The host that would be dialled for the address, in lower case; empty where none would. */
    public Optional<String> host(String url) {
        return TargetUrl.judge(url, policy) instanceof Allowed(var target)
                ? Optional.of(target.host())
                : Optional.empty();
    }

    /** Sends the bytes as they are. The address is judged again, since rules and names change after it was given. */
    public ExchangeOutcome post(String url, Map<String, String> headers, Bytes body, ExchangeLimits exchangeLimits) {
        OutsideTransaction.require("A call to somebody else's server");
        var deadline = new Deadline(exchangeLimits);
        return switch (TargetUrl.judge(url, policy)) {
            case Refused(var rule) -> new Failed(ErrorClass.BLOCKED_ADDRESS, rule, deadline.timing());
            case Undecided _ -> new NotMade(deadline.timing());
            case Allowed(var target) -> post(target, new Said("POST", headers, body), deadline);
        };
    }

    private ExchangeOutcome post(Target target, Said said, Deadline deadline) {
        try {
            var heard = exchanges.make(target, said, deadline);
            var head = heard.head();
            return new Answered(head.status(), head.retryAfter(), heard.body().text(), heard.timing());
        } catch (ExchangeFailure exchangeFailure) {
            return new Failed(exchangeFailure.errorClass(), exchangeFailure.why(), deadline.timing());
        } catch (ResolverBusy _) {
            return new NotMade(deadline.timing());
        }
    }

    /** Fetches what lies there, whole or not at all. The address is judged like that of a POST, and so is every next one. */
    public CallOutcome get(String url, Map<String, String> headers, ExchangeLimits exchangeLimits) {
        OutsideTransaction.require("A call to somebody else's server");
        return switch (TargetUrl.judge(url, policy)) {
            case Refused(var rule) -> new CallOutcome.NothingSent(ErrorClass.BLOCKED_ADDRESS, rule);
            case Undecided _ -> new CallOutcome.NothingSent(ErrorClass.DNS, "busy");
            case Allowed(var target) -> Calls.make(exchanges, target, new Said("GET", headers, null), exchangeLimits);
        };
    }

    /** How many connections rest; those at work are as many as the calls. */
    int resting() {
        return exchanges.resting();
    }

    /** Requests under way keep their time. */
    @Override
    public void close() {
        exchanges.close();
    }
}
