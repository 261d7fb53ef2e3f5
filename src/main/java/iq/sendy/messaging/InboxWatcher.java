package iq.sendy.messaging;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * One client of a live stream. What it missed it reads itself, page by page; once it has caught up it is handed what comes.
 * Whoever reads too slowly for that is cut off, and goes on from there with its next connection.
 */
public final class InboxWatcher implements AutoCloseable {

    /** What waits for one client at most. */
    static final int MOST_WAITING = 512;

    private final LongFunction<List<StreamItem>> after;
    private final Consumer<InboxWatcher> left;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition available = lock.newCondition();
    private final ArrayDeque<StreamItem> waiting = new ArrayDeque<>();
    private final String credential;
    private long last;
    private boolean live;
    private boolean missed;
    private boolean over;
    private boolean startsAnew;

    InboxWatcher(String credential, long last, LongFunction<List<StreamItem>> after, Consumer<InboxWatcher> left) {
        this.credential = credential;
        this.last = last;
        this.after = after;
        this.left = left;
    }

    String credential() {
        return credential;
    }

    /** Whether what the client had seen cannot be gone on from, so that it must read the inbox anew. */
    public boolean startsAnew() {
        return startsAnew;
    }

    /** The number of the last event that it has been handed, or that came before it was there. */
    public long last() {
        return last;
    }

    /** Whether nothing more will come: it was too slow, or the process stops. */
    public boolean over() {
        lock.lock();
        try {
            return over;
        } finally {
            lock.unlock();
        }
    }

    /** It has seen that one, and reads what came after it before anything else. */
    void goOnFrom(long seen) {
        lock.lock();
        try {
            last = seen;
            missed = true;
        } finally {
            lock.unlock();
        }
    }

    /** It goes on from now, since nobody knows what it has seen. */
    void startAnew() {
        startsAnew = true;
    }

    /**
     * What comes next: at once what is there, else what comes within that time; empty when nothing does. Asked by one thread,
     * outside of any transaction.
     */
    public List<StreamItem> next(Duration patience) throws InterruptedException {
        if (!goLive()) {
            var page = after.apply(last);
            return page.isEmpty() ? page : handed(page);
        }
        return awaited(patience);
    }

    /** What is offered from now on is kept for it, unless something was offered since its last page was asked for. */
    private boolean goLive() {
        lock.lock();
        try {
            live = live || !missed;
            missed = false;
            return live;
        } finally {
            lock.unlock();
        }
    }

    private List<StreamItem> handed(List<StreamItem> page) {
        lock.lock();
        try {
            if (page.getFirst().seq() != last + 1) {
                // It was so slow that what came next is gone: its next connection hears so.
                over = true;
                return List.of();
            }
            last = page.getLast().seq();
            missed = missed || page.size() == InboxStream.PAGE;
            return page;
        } finally {
            lock.unlock();
        }
    }

    private List<StreamItem> awaited(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            var left = patience.toNanos();
            while (waiting.isEmpty() && !over && left > 0) {
                left = available.awaitNanos(left);
            }
            var items = new ArrayList<>(waiting);
            waiting.clear();
            if (!items.isEmpty()) {
                last = items.getLast().seq();
            }
            return items;
        } finally {
            lock.unlock();
        }
    }

    /** What the store's feed has just read, in order and without a gap. */
    void offer(List<StreamItem> items) {
        lock.lock();
        try {
            if (!live) {
                missed = true;
                return;
            }
            var newest = waiting.isEmpty() ? last : waiting.getLast().seq();
            for (var item : items) {
                if (item.seq() > newest) {
                    waiting.addLast(item);
                }
            }
            if (waiting.size() > MOST_WAITING) {
                waiting.clear();
                over = true;
            }
            available.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more comes. */
    void end() {
        lock.lock();
        try {
            over = true;
            waiting.clear();
            available.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        left.accept(this);
    }
}
