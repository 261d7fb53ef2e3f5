package iq.sendy.messaging.web;

import iq.sendy.messaging.InboxWatcher;
import iq.sendy.messaging.LiveInbox;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Sends the live stream of the inbox, at whichever door. Each client has a virtual thread, which waits for what comes and holds
 * nothing meanwhile: no connection, no transaction, no thread of the system.
 */
@Component
class StreamSending {

    static final String PERMISSION = "conversations.view";
    static final String SCOPE = "messaging:read";

    private static final Logger LOG = LoggerFactory.getLogger(StreamSending.class);
    private static final long COMMENT_EVERY = Duration.ofSeconds(15).toNanos();

    /** As old as what is known of a credential anywhere. */
    private static final long RECHECK_EVERY = Duration.ofSeconds(5).toNanos();

    private static final Duration BEFORE_ANOTHER = Duration.ofSeconds(30);

    /** Digits of a number that fits. */
    private static final int LONGEST_ID = 18;

    private final LiveInbox inbox;

    StreamSending(LiveInbox inbox) {
        this.inbox = inbox;
    }

    /**
     * Sends what happens until the client leaves, or may not stay.
     *
     * @param seen the id of the last event that the client has seen
     * @param again who stands behind the request at a later time; it throws as when the request came in
     */
    void send(
            Caller caller,
            @Nullable String seen,
            Supplier<Caller> again,
            HttpServletRequest request,
            HttpServletResponse response)
            throws InterruptedException {
        var events = new EventStream(response);
        if (HttpMethod.HEAD.matches(request.getMethod())) {
            events.head();
            return;
        }
        var credential = caller.kind() + ":" + caller.id();
        try (var watcher = inbox.watch(caller.store(), credential, seen == null ? null : number(seen))
                .orElseThrow(StreamSending::tooMany)) {
            events.head();
            begin(events, watcher, seen);
            go(events, watcher, caller, again);
        } catch (IOException gone) {
            LOG.debug("A client of a live stream left", gone);
        }
    }

    private static void begin(EventStream events, InboxWatcher watcher, @Nullable String seen) throws IOException {
        if (watcher.startsAnew()) {
            events.reset(watcher.last());
        } else if (seen == null) {
            events.begin(watcher.last());
        } else {
            events.goOn();
        }
    }

    private static void go(EventStream events, InboxWatcher watcher, Caller caller, Supplier<Caller> again)
            throws IOException, InterruptedException {
        var commentAt = System.nanoTime() + COMMENT_EVERY;
        var recheckAt = System.nanoTime() + RECHECK_EVERY;
        while (!watcher.over()) {
            var now = System.nanoTime();
            if (now - recheckAt >= 0) {
                if (!mayStay(caller, again)) {
                    return;
                }
                recheckAt = now + RECHECK_EVERY;
            }
            if (now - commentAt >= 0) {
                events.comment();
                commentAt = now + COMMENT_EVERY;
            }
            var items = watcher.next(Duration.ofNanos(Math.max(1, Math.min(commentAt, recheckAt) - now)));
            if (!items.isEmpty()) {
                events.send(items);
            }
        }
    }

    /** A token that is over, a key that was taken back, a member who was removed or lost the right, a suspended store. */
    private static boolean mayStay(Caller caller, Supplier<Caller> again) {
        try {
            var now = again.get();
            return now.store().equals(caller.store()) && now.missing(PERMISSION, SCOPE) == null;
        } catch (RequestRejected rejected) {
            return false;
        }
    }

    /** What is no number was never given by us, and is gone on from as little as one that is too old. */
    private static long number(String seen) {
        var digits = seen.strip();
        return digits.length() <= LONGEST_ID && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Long.parseLong(digits)
                : -1;
    }

    private static RequestRejected tooMany() {
        return new RequestRejected(
                HttpStatus.TOO_MANY_REQUESTS,
                List.of(Violation.of("rate.exceeded")),
                Map.of(HttpHeaders.RETRY_AFTER, Long.toString(BEFORE_ANOTHER.toSeconds())));
    }
}
