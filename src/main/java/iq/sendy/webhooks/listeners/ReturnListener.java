package iq.sendy.webhooks.listeners;

import iq.sendy.kernel.StoreId;
import iq.sendy.returns.ReturnBody;
import iq.sendy.returns.ReturnMoved;
import iq.sendy.returns.ReturnRequested;
import iq.sendy.returns.ReturnView;
import iq.sendy.webhooks.IntegrationEvent;
import iq.sendy.webhooks.Webhooks;
import iq.sendy.webhooks.model.EventType;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** No return without its event, no event without its return. */
@Component
class ReturnListener {

    private final Webhooks webhooks;

    ReturnListener(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @EventListener
    void on(ReturnRequested requested) {
        tell(requested.store(), EventType.RETURN_REQUEST_CREATED, requested.request());
    }

    @EventListener
    void on(ReturnMoved moved) {
        tell(moved.store(), EventType.RETURN_REQUEST_UPDATED, moved.request());
    }

    private void tell(UUID store, EventType type, ReturnView request) {
        var revision = request.revision();
        webhooks.tell(
                new StoreId(store),
                new IntegrationEvent(
                        type, request.id(), revision.sequence(), revision.updatedAt(), ReturnBody.of(request)));
    }
}
