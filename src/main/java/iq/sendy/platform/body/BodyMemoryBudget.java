package iq.sendy.platform.body;

import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.limits.ByteBudget;
import iq.sendy.platform.limits.Requester;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The share of the heap for bodies and what is made of them: a quarter. Small bodies have a lane of their own, which large
 * ones cannot fill. A claim grows with what has really come, and is given back when the request is done, however it ends.
 */
@Component
public final class BodyMemoryBudget implements ServletRequestListener {

    /** A body is small up to here. */
    static final int SMALL = 64 << 10;

    /** And as long as no more is made of it. */
    private static final long MOST_OF_SMALL = 4L << 20;

    private static final String ATTRIBUTE = "sendy.body.memory";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ByteBudget small;
    private final ByteBudget large;

    @Autowired
    BodyMemoryBudget() {
        this(Runtime.getRuntime().maxMemory() / 4);
    }

    private BodyMemoryBudget(long most) {
        this(new ByteBudget(most / 4, most / 16, PATIENCE), new ByteBudget(most - most / 4, most / 4, PATIENCE));
    }

    BodyMemoryBudget(ByteBudget small, ByteBudget large) {
        this.small = small;
        this.large = large;
    }

    ByteBudget small() {
        return small;
    }

    ByteBudget large() {
        return large;
    }

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        event.getServletRequest().setAttribute(ATTRIBUTE, this);
    }

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        if (event.getServletRequest().getAttribute(ATTRIBUTE) instanceof HeldBytes heldBytes) {
            heldBytes.close();
        }
    }

    /**
     * Claims room for more that is made of a request's body, or for what of its answer lies in memory while it is sent.
     *
     * @throws RequestRejected 429 when its caller has a share already, 503 when there is none for anybody
     */
    public static void claim(HttpServletRequest request, long bytes) {
        of(request).grow(bytes);
    }

    /** What the request holds. */
    static HeldBytes of(HttpServletRequest request) {
        return switch (request.getAttribute(ATTRIBUTE)) {
            case HeldBytes heldBytes -> heldBytes;
            case BodyMemoryBudget memory -> {
                var heldBytes = memory.new HeldBytes(Requester.of(request));
                request.setAttribute(ATTRIBUTE, heldBytes);
                yield heldBytes;
            }
            case null, default -> throw new IllegalStateException("Nobody counts the memory of this request");
        };
    }

    /** What one request holds of either lane. */
    final class HeldBytes implements AutoCloseable {

        private final String caller;
        private ByteBudget.ByteClaim byteClaim;
        private long read;
        private long held;
        private boolean isSmall = true;

        HeldBytes(String caller) {
            this.caller = caller;
            this.byteClaim = small.claim(caller);
        }

        /** Refuses early what says of itself that it will not fit. */
        void expect(long announced) {
            if (announced > SMALL) {
                leaveSmall();
                refuse(byteClaim.expect(announced));
            }
        }

        /** Counts bytes of the body that have come. */
        void read(long more) {
            read += more;
            grow(more);
        }

        /** Counts what is made of them. */
        void grow(long more) {
            if (read > SMALL || held + more > MOST_OF_SMALL) {
                leaveSmall();
            }
            refuse(byteClaim.grow(more));
            held += more;
        }

        /** Room in the one lane before that in the other is given back: what is held is always counted. */
        private void leaveSmall() {
            if (!isSmall) {
                return;
            }
            var other = large.claim(caller);
            refuse(other.grow(held));
            byteClaim.close();
            byteClaim = other;
            isSmall = false;
        }

        private static void refuse(ByteBudget.Room room) {
            switch (room) {
                case GRANTED -> {}
                case SHARE_SPENT -> throw refused(HttpStatus.TOO_MANY_REQUESTS, "rate.exceeded");
                case FULL -> throw refused(HttpStatus.SERVICE_UNAVAILABLE, "server.busy");
            }
        }

        private static RequestRejected refused(HttpStatus status, String code) {
            return new RequestRejected(status, List.of(Violation.of(code)), Map.of(HttpHeaders.RETRY_AFTER, "1"));
        }

        @Override
        public void close() {
            byteClaim.close();
        }
    }
}
