package iq.sendy.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.database.BackgroundWork;
import iq.sendy.platform.tenancy.CurrentTenant;
import iq.sendy.platform.tenancy.OutsideTransaction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

/**
 * Live streams of this process. While somebody watches, it looks every 50 to 100 ms how far the stores that are watched
 * have come, in one statement for all of them, and is told at once of what happens in this process. Each store's events are
 * read once for all of its clients.
 */
@Service
public class LiveInbox implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveInbox.class);
    private static final long LOOK = Duration.ofMillis(50).toNanos();
    private static final long TROUBLED = Duration.ofSeconds(1).toNanos();

    /** How long what happens in a busy store is collected, to be read together. */
    private static final long PAUSE = Duration.ofMillis(40).toNanos();

    /** Stores that are read at once. */
    private static final int READS = 3;

    private final InboxStream stream;
    private final StreamPlaces places;
    private final Map<StoreId, InboxFeed> feeds = new ConcurrentHashMap<>();
    private final Semaphore reads = new Semaphore(READS);
    private volatile boolean running;
    private volatile boolean stopped;
    private volatile @Nullable Thread looking;

    @Autowired
    LiveInbox(
            InboxStream stream,
            StreamSignal streamSignal,
            @Value("${sendy.streams.of.caller:20}") int ofCaller,
            @Value("${sendy.streams.of.store:500}") int ofStore,
            @Value("${sendy.streams.in.all:4000}") int inAll,
            MeterRegistry meters) {
        this.stream = stream;
        this.places = new StreamPlaces(ofCaller, ofStore, inAll);
        streamSignal.hear(this::wake);
        Gauge.builder("sendy.streams.open", places, StreamPlaces::taken)
                .description("Clients that watch an inbox at this process")
                .register(meters);
    }

    /**
     * Lets a client watch a store's inbox from now on, or from the last event that it has seen. It must be closed.
     *
     * @param credential whose client it is: of more than a few the oldest ends
     * @param seen null for from now on; a number that nobody can go on from starts anew
     * @return empty when the store, or the process, has too many already
     */
    public Optional<InboxWatcher> watch(StoreId store, String credential, @Nullable Long seen) {
        OutsideTransaction.require("Watching an inbox");
        if (!places.take(store)) {
            return Optional.empty();
        }
        InboxWatcher watcher = null;
        try {
            watcher = joined(store, credential);
            if (seen != null) {
                resume(store, watcher, seen);
            }
            if (stopped) {
                watcher.end();
            }
            return Optional.of(watcher);
        } catch (RuntimeException | Error failed) {
            if (watcher == null) {
                places.give(store);
            } else {
                watcher.close();
            }
            throw failed;
        }
    }

    /** What cannot be gone on from is judged after joining, so that nothing falls between the two. */
    private void resume(StoreId store, InboxWatcher watcher, long seen) {
        if (seen >= 0 && stream.goesOnFrom(store, seen)) {
            watcher.goOnFrom(seen);
        } else {
            watcher.startAnew();
        }
    }

    private InboxWatcher joined(StoreId store, String credential) {
        while (true) {
            var feed = feeds.get(store);
            if (feed == null) {
                var head = stream.head(store);
                feed = feeds.computeIfAbsent(store, named -> new InboxFeed(named, head));
            }
            var found = feed;
            var joined = found.join(last -> new InboxWatcher(
                    credential, last, seen -> stream.after(store, seen), watcher -> leave(found, watcher)));
            if (joined != null) {
                places.enter(store, joined);
                lookOn();
                return joined;
            }
            feeds.remove(store, found);
        }
    }

    private void leave(InboxFeed feed, InboxWatcher watcher) {
        if (feed.leave(watcher)) {
            feeds.remove(feed.store(), feed);
        }
        places.leave(feed.store(), watcher);
    }

    /** How many clients watch a store's inbox. */
    public int open(StoreId store) {
        return places.taken(store);
    }

    private void wake(StoreId store) {
        var feed = feeds.get(store);
        if (running && feed != null && feed.beginReading()) {
            Thread.ofVirtual().name("inbox-read").start(() -> BackgroundWork.run(() -> read(feed)));
        }
    }

    private void read(InboxFeed feed) {
        try {
            while (feed.looksAgain()) {
                reads.acquire();
                try {
                    feed.offer(CurrentTenant.in(feed.store(), () -> stream.after(feed.store(), feed.position())));
                } finally {
                    reads.release();
                }
                LockSupport.parkNanos(PAUSE);
            }
        } catch (InterruptedException stopping) {
            feed.stopReading();
            Thread.currentThread().interrupt();
        } catch (RuntimeException trouble) {
            feed.stopReading();
            LOG.warn("A live stream cannot be read: {}", trouble.toString());
        }
    }

    private void look() {
        while (running) {
            if (feeds.isEmpty()) {
                LockSupport.park(this);
                continue;
            }
            var wait = LOOK + ThreadLocalRandom.current().nextLong(LOOK);
            try {
                stream.heads(List.copyOf(feeds.keySet())).forEach(head -> moved(head.store(), head.seq()));
            } catch (RuntimeException trouble) {
                LOG.warn("Live streams cannot be looked at: {}", trouble.toString());
                wait = TROUBLED;
            }
            LockSupport.parkNanos(wait);
        }
    }

    private void moved(StoreId store, long newest) {
        var feed = feeds.get(store);
        if (feed != null && newest > feed.position()) {
            wake(store);
        }
    }

    private void lookOn() {
        var thread = looking;
        if (thread != null) {
            LockSupport.unpark(thread);
        }
    }

    @Override
    public void start() {
        stopped = false;
        running = true;
        looking = Thread.ofVirtual().name("inbox-look").start(() -> BackgroundWork.run(this::look));
    }

    /** Clients are sent away before the server waits for its requests, and go on at another process. */
    @Override
    public void stop() {
        stopped = true;
        running = false;
        lookOn();
        feeds.values().forEach(InboxFeed::endAll);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
