package iq.sendy.platform.http;

import iq.sendy.kernel.Bytes;
import iq.sendy.platform.http.Outcome.Failed;
import iq.sendy.platform.http.Outcome.NotMade;
import iq.sendy.platform.http.Verdict.Allowed;
import iq.sendy.platform.http.Verdict.Refused;
import iq.sendy.platform.http.Verdict.Undecided;
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
    private final Dialer dialer;
    private final Links links = new Links();
    private final ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("http-watch").factory());

    GuardedClient(AddressPolicy policy, Resolver resolver, Sockets sockets, SSLSocketFactory tls) {
        this.policy = policy;
        this.dialer = new Dialer(policy, resolver, sockets, tls);
        watch.setRemoveOnCancelPolicy(true);
        watch.setExecuteExistingDelayedTasksAfterShutdownPolicy(true);
        watch.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
        var _ = watch.scheduleWithFixedDelay(links::sweep, 1, 1, TimeUnit.SECONDS);
    }

    /**
     * Judges an address when it is given, by its looks and by all that its name resolves to now. A name that resolves to
     * nothing is not forbidden: what it will be is judged when it is dialled.
     */
    public Verdict judge(String url) {
        OutsideTransaction.require("Judging an address");
        var verdict = TargetUrl.judge(url, policy);
        if (!(verdict instanceof Allowed(var target))) {
            return verdict;
        }
        try {
            dialer.addresses(target, LONGEST_LOOKUP);
            return verdict;
        } catch (Failure failure) {
            var unknown = failure.errorClass() == ErrorClass.DNS && target.reach() == Reach.PUBLIC;
            return unknown ? verdict : new Refused(failure.why());
        } catch (ResolverBusy _) {
            return new Undecided();
        }
    }

    /** Sends the bytes as they are. The address is judged again, since rules and names change after it was given. */
    public Outcome post(String url, Map<String, String> headers, Bytes body, Limits limits) {
        OutsideTransaction.require("A call to somebody else's server");
        var exchange = new Exchange(limits);
        return switch (TargetUrl.judge(url, policy)) {
            case Refused(var rule) -> new Failed(ErrorClass.BLOCKED_ADDRESS, rule, exchange.timing());
            case Undecided _ -> new NotMade(exchange.timing());
            case Allowed(var target) -> post(target, headers, body, exchange);
        };
    }

    private Outcome post(Target target, Map<String, String> headers, Bytes body, Exchange exchange) {
        headers.forEach(GuardedClient::requireOneLine);
        var alarm = watch.schedule(exchange, exchange.limits().exchange().toNanos(), TimeUnit.NANOSECONDS);
        try {
            return new Posting(links, exchange, link(target, exchange)).send(target, headers, body);
        } catch (Failure failure) {
            return new Failed(failure.errorClass(), failure.why(), exchange.timing());
        } catch (ResolverBusy _) {
            return new NotMade(exchange.timing());
        } finally {
            alarm.cancel(false);
        }
    }

    private Link link(Target target, Exchange exchange) throws Failure, ResolverBusy {
        var resting = links.take(target.origin());
        if (resting == null) {
            return dialer.dial(target, exchange);
        }
        exchange.hold(resting.socket());
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
        return links.size();
    }

    /** Requests under way keep their time. */
    @Override
    public void close() {
        watch.shutdown();
        links.close();
    }
}
