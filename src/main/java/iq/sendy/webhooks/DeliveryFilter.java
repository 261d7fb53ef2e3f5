package iq.sendy.webhooks;

import iq.sendy.webhooks.model.EventType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Filter of deliveries: which are wanted; what is null or empty says nothing. */
public record DeliveryFilter(
        List<DeliveryStatus> statuses,
        List<EventType> eventTypes,
        @Nullable UUID eventId) {

    public DeliveryFilter {
        statuses = List.copyOf(statuses);
        eventTypes = List.copyOf(eventTypes);
    }
}
