package iq.sendy.webhooks.listeners;

import iq.sendy.messaging.ContactErased;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.webhooks.store.EventStore;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What integrators were told of a person who was erased is empty from then on, in the feed and in what is still to be sent. */
@Component
class ContactErasureListener {

    private final EventStore events;
    private final Pipeline pipeline;

    ContactErasureListener(EventStore events, Pipeline pipeline) {
        this.events = events;
        this.pipeline = pipeline;
    }

    @EventListener
    void on(ContactErased erased) {
        if (!erased.conversations().isEmpty()) {
            pipeline.send(events.emptyConversations(erased.store(), erased.conversations()));
        }
    }
}
