package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.TypingTargets.TypingTarget;
import iq.sendy.meta.Graph;
import iq.sendy.platform.database.BackgroundWork;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Signs to customers that an answer is being written. They are shown beside the work and never make it wait: what cannot be
 * shown at once is not shown, and nobody asks what became of it.
 */
@Service
public class TypingSigns {

    private static final Logger LOG = LoggerFactory.getLogger(TypingSigns.class);

    /** So many are shown at once; each may take Graph's whole time. */
    private static final int MOST_AT_ONCE = 32;

    private final TypingTargets targets;
    private final Graph graph;
    private final Semaphore free = new Semaphore(MOST_AT_ONCE);

    TypingSigns(TypingTargets targets, Graph graph) {
        this.targets = targets;
        this.graph = graph;
    }

    /** A sign that is being shown; once it is closed it is not shown any more, if it was not yet. */
    public static final class TypingSign implements AutoCloseable {

        private final AtomicBoolean isOver = new AtomicBoolean();

        @Override
        public void close() {
            isOver.set(true);
        }
    }

    /** Shows that what the customer wrote is being answered; Meta marks it as read with that. */
    public TypingSign show(StoreId store, UUID message) {
        var sign = new TypingSign();
        if (free.tryAcquire()) {
            Thread.ofVirtual()
                    .name("typing")
                    .start(() -> BackgroundWork.run(() -> {
                        try {
                            show(store, message, sign);
                        } finally {
                            free.release();
                        }
                    }));
        }
        return sign;
    }

    private void show(StoreId store, UUID message, TypingSign sign) {
        try {
            CurrentTenant.in(store, () -> targets.of(store, message))
                    .filter(_ -> !sign.isOver.get())
                    .ifPresent(this::ask);
        } catch (RuntimeException failed) {
            LOG.debug(
                    "That an answer is being written was not shown: {}",
                    failed.getClass().getName());
        }
    }

    private void ask(TypingTarget target) {
        graph.showTyping(target.account(), target.recipient(), target.externalId());
    }
}
