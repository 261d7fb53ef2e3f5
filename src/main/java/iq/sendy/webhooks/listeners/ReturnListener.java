package iq.sendy.webhooks.listeners;

import iq.sendy.kernel.StoreId;
import iq.sendy.returns.ReturnBody;
import iq.sendy.returns.ReturnMoved;
import iq.sendy.returns.ReturnRequested;
import iq.sendy.returns.ReturnView;
import iq.sendy.webhooks.IntegrationEvent;
import iq.sendy.webhooks.Outbox;
import iq.sendy.webhooks.model.EventType;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** No return without its event, no event without its return. */
@Component
class ReturnListener {

    private final Outbox outbox;

    ReturnListener(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(ReturnRequested requested) {
        publish(requested.store(), EventType.RETURN_REQUEST_CREATED, requested.request());
    }

    @EventListener
    void on(ReturnMoved moved) {
        publish(moved.store(), EventType.RETURN_REQUEST_UPDATED, moved.request());
    }

    private void publish(UUID store, EventType type, ReturnView request) {
        var revision = request.revision();
        outbox.publish(
                new StoreId(store),
                new IntegrationEvent(
                        type, request.id(), revision.sequence(), revision.updatedAt(), ReturnBody.of(request)));
    }
}
