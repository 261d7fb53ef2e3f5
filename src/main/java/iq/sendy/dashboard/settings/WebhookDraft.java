package iq.sendy.dashboard.settings;

import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Size;
import iq.sendy.platform.body.Text;
import iq.sendy.webhooks.Subscription;
import iq.sendy.webhooks.Subscription.SubscriptionDetails;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as its form sends it, by the rules of the API's body.
 *
 * @param events none for all
 */
record WebhookDraft(
        @Required @Text(Text.URL) String url,

        @Size(max = 100) @Text(Text.REFERENCE) @Nullable List<String> events,

        @Text(Text.NOTES) @Nullable String description) {

    /** Whether every event is one that can be subscribed to. */
    boolean named() {
        return events == null || Subscription.offered().containsAll(events);
    }

    SubscriptionDetails details(boolean enabled) {
        return SubscriptionDetails.of(url, events == null ? List.of() : events, description, enabled);
    }
}
