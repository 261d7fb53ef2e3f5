package iq.sendy.egress;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import iq.sendy.egress.NameLookup.Addresses;
import iq.sendy.platform.tenancy.CurrentTenant;
import iq.sendy.platform.tenancy.OutsideTransaction;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Look-ups shared by all who ask: each name once at a time, answers and failures remembered for a little while, and the
 * places divided by store. A look-up goes on when its asker gives up, since its answer is as good for the next one, but no
 * longer than its own time.
 */
final class SharedResolver implements Resolver {

    private static final int OF_ONE_STORE = 4;
    private static final int OF_ALL = 256;

    /** Whoever found no place by then is told so: a delivery is tried again soon, a request is answered 503. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** However long its owner lets a name be remembered, a change of it acts by then. */
    private static final Duration LONGEST_KEPT = Duration.ofSeconds(30);

    /** Shorter than the first gap of a delivery, so that its second attempt asks anew. */
    private static final Duration FAILURE_KEPT = Duration.ofSeconds(3);

    private static final int MOST_KEPT = 10_000;

    /** Whose look-ups are for no store. */
    private static final Object NO_STORE = new Object();

    private final NameLookup lookup;
    private final FairBulkhead permits;
    private final ConcurrentMap<String, FutureTask<ResolvedAddresses>> running = new ConcurrentHashMap<>();
    private final Cache<String, ResolvedAddresses> kept;

    SharedResolver(NameLookup lookup) {
        this(lookup, new FairBulkhead(OF_ONE_STORE, OF_ALL), Ticker.systemTicker());
    }

    SharedResolver(NameLookup lookup, FairBulkhead permits, Ticker ticker) {
        this.lookup = lookup;
        this.permits = permits;
        this.kept = Caffeine.newBuilder()
                .maximumSize(MOST_KEPT)
                .ticker(ticker)
                .expireAfter(
                        Expiry.<String, ResolvedAddresses>creating((_, resolvedAddresses) -> resolvedAddresses.kept()))
                .build();
    }

    /** No addresses is a name that is not known, or whose servers did not answer. */
    private record ResolvedAddresses(List<InetAddress> addresses, Duration kept) {}

    @Override
    public List<InetAddress> resolve(String name, Duration within) throws UnknownHostException, ResolverBusy {
        OutsideTransaction.require("Looking up a name");
        var end = System.nanoTime() + within.toNanos();
        var known = kept.getIfPresent(name);
        var resolvedAddresses = known == null ? asked(name, end) : known;
        if (resolvedAddresses.addresses().isEmpty()) {
            throw new UnknownHostException(name);
        }
        return resolvedAddresses.addresses();
    }

    private ResolvedAddresses asked(String name, long end) throws UnknownHostException, ResolverBusy {
        try {
            var task = running.get(name);
            return (task == null ? begun(name, end) : task).get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof ResolverBusy busy) {
                throw busy;
            }
            throw unknown(name, failed);
        } catch (TimeoutException late) {
            throw unknown(name, late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unknown(name, interrupted);
        }
    }

    /** The place is taken first: nobody waits here behind a look-up that has none yet. */
    private FutureTask<ResolvedAddresses> begun(String name, long end) throws InterruptedException, ResolverBusy {
        Object owner = CurrentTenant.CURRENT.isBound() ? CurrentTenant.CURRENT.get() : NO_STORE;
        var patience = Math.min(PATIENCE.toNanos(), end - System.nanoTime());
        if (!permits.acquire(owner, Duration.ofNanos(patience))) {
            throw new ResolverBusy();
        }
        var mine = new FutureTask<>(() -> found(name));
        var other = running.putIfAbsent(name, mine);
        if (other != null) {
            permits.release(owner);
            return other;
        }
        Thread.ofVirtual().name("lookup").start(() -> {
            try {
                mine.run();
            } finally {
                permits.release(owner);
            }
        });
        return mine;
    }

    /** Ends its own running before it answers: whoever asks after an answer was given is never given that one again. */
    private ResolvedAddresses found(String name) throws ResolverBusy {
        try {
            var resolvedAddresses = find(name);
            if (resolvedAddresses.kept().isPositive()) {
                kept.put(name, resolvedAddresses);
            }
            return resolvedAddresses;
        } finally {
            running.remove(name);
        }
    }

    private ResolvedAddresses find(String name) throws ResolverBusy {
        try {
            return keeping(lookup.find(name));
        } catch (UnknownHostException _) {
            return new ResolvedAddresses(List.of(), FAILURE_KEPT);
        }
    }

    private static ResolvedAddresses keeping(Addresses found) {
        if (found.all().isEmpty()) {
            return new ResolvedAddresses(List.of(), FAILURE_KEPT);
        }
        var life = found.life().compareTo(LONGEST_KEPT) < 0 ? found.life() : LONGEST_KEPT;
        return new ResolvedAddresses(found.all(), life);
    }

    private static UnknownHostException unknown(String name, Exception cause) {
        var unknown = new UnknownHostException(name);
        unknown.initCause(cause);
        return unknown;
    }
}
