package iq.sendy.webhooks.web;

import iq.sendy.platform.api.EventDescription;
import iq.sendy.platform.api.EventDescriptions;
import iq.sendy.webhooks.model.EventBody;
import iq.sendy.webhooks.model.EventType;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** The contract's event types for the OpenAPI document. */
@Component
class DescribedEvents implements EventDescriptions {

    @Override
    public List<EventDescription> all() {
        return Arrays.stream(EventType.values())
                .map(type -> new EventDescription(
                        type.toString(), type.description(), EventBody.class, EventController.shape(type)))
                .toList();
    }
}
