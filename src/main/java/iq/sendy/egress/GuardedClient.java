package iq.sendy.egress;

import iq.sendy.egress.AddressVerdict.Allowed;
import iq.sendy.egress.AddressVerdict.Refused;
import iq.sendy.egress.AddressVerdict.Undecided;
import iq.sendy.egress.ExchangeOutcome.Failed;
import iq.sendy.egress.ExchangeOutcome.NotMade;
import iq.sendy.kernel.Bytes;
import iq.sendy.platform.tenancy.OutsideTransaction;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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
    private final ConnectionPool connectionPool = new ConnectionPool();
    private final ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("http-watch").factory());

    GuardedClient(AddressPolicy policy, Resolver resolver, Sockets sockets, SSLSocketFactory tls) {
        this.policy = policy;
        this.connector = new Connector(policy, resolver, sockets, tls);
        watch.setRemoveOnCancelPolicy(true);
        watch.setExecuteExistingDelayedTasksAfterShutdownPolicy(true);
        watch.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
        var _ = watch.scheduleWithFixedDelay(connectionPool::sweep, 1, 1, TimeUnit.SECONDS);
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

    /** Sends the bytes as they are. The address is judged again, since rules and names change after it was given. */
    public ExchangeOutcome post(String url, Map<String, String> headers, Bytes body, ExchangeLimits exchangeLimits) {
        OutsideTransaction.require("A call to somebody else's server");
        var deadline = new Deadline(exchangeLimits);
        return switch (TargetUrl.judge(url, policy)) {
            case Refused(var rule) -> new Failed(ErrorClass.BLOCKED_ADDRESS, rule, deadline.timing());
            case Undecided _ -> new NotMade(deadline.timing());
            case Allowed(var target) -> post(target, headers, body, deadline);
        };
    }

    private ExchangeOutcome post(Target target, Map<String, String> headers, Bytes body, Deadline deadline) {
        headers.forEach(GuardedClient::requireOneLine);
        var alarm = watch.schedule(deadline, deadline.limits().exchange().toNanos(), TimeUnit.NANOSECONDS);
        try {
            return new PostExchange(connectionPool, deadline, link(target, deadline)).send(target, headers, body);
        } catch (ExchangeFailure exchangeFailure) {
            return new Failed(exchangeFailure.errorClass(), exchangeFailure.why(), deadline.timing());
        } catch (ResolverBusy _) {
            return new NotMade(deadline.timing());
        } finally {
            alarm.cancel(false);
        }
    }

    private Connection link(Target target, Deadline deadline) throws ExchangeFailure, ResolverBusy {
        var resting = connectionPool.take(target.origin());
        if (resting == null) {
            return connector.dial(target, deadline);
        }
        deadline.hold(resting.socket());
        return resting;
    }

    /** A line break in a value would be the next header. */
    private static void requireOneLine(String name, String value) {
        if (!(name + value).chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new IllegalArgumentException("Header " + name.strip() + " must be one line of ASCII");
        }
    }

    /** How many connections rest; those at work are as many as the calls. */
    int resting() {
        return connectionPool.size();
    }

    /** Requests under way keep their time. */
    @Override
    public void close() {
        watch.shutdown();
        connectionPool.close();
    }
}
