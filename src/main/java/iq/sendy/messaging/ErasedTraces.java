package iq.sendy.messaging;

import iq.sendy.jobs.Jobs;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.jobs.NamedDeliveries;
import iq.sendy.messaging.store.ContactErasureStore.NamesToForget;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Traces that an erased contact left beside their conversations: the files they were sent, which go at once, and the deliveries
 * of Meta that name them, which go behind the transaction.
 */
@Component
class ErasedTraces {

    private final SentFileErasure files;
    private final NamedDeliveries deliveries;
    private final Jobs jobs;
    private final Clock clock;

    ErasedTraces(SentFileErasure files, NamedDeliveries deliveries, Jobs jobs, Clock clock) {
        this.files = files;
        this.deliveries = deliveries;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** @param names by which the channels know the contact */
    void remove(StoreId store, Collection<UUID> conversations, List<String> names) {
        files.erase(store, conversations);
        if (!names.isEmpty()) {
            jobs.enqueue(store, List.of(deliveries.job(NamesToForget.of(names, clock.instant()))));
        }
    }
}
