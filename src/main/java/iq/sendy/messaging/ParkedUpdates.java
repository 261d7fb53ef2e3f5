package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.store.MessageUpdateStore;
import iq.sendy.platform.sql.Pipeline;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was told of messages that are not here yet. */
@Service
public class ParkedUpdates {

    private static final int BATCH = 1_000;

    private final MessageUpdateStore updates;
    private final Pipeline pipeline;

    ParkedUpdates(MessageUpdateStore updates, Pipeline pipeline) {
        this.updates = updates;
        this.pipeline = pipeline;
    }

    /** Forgets what was parked before a moment; answers how much went, until nothing is left. */
    @Transactional
    public long forget(StoreId store, Instant before) {
        return pipeline.ask(updates.forgetParked(store, before, BATCH)).single();
    }
}
