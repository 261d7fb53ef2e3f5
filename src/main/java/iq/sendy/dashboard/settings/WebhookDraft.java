package iq.sendy.dashboard.settings;

import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Size;
import iq.sendy.platform.body.Text;
import iq.sendy.webhooks.Subscription;
import iq.sendy.webhooks.Subscription.SubscriptionDetails;
import java.util.List;
import java.util.Objects;

/**
 * A subscription as its form sends it, by the rules of the API's body.
 *
 * @param events none for all
 */
record WebhookDraft(
        @Required @Text(Text.URL) Patch<String> url,

        @Size(max = 100) @Text(Text.REFERENCE) Patch<List<String>> events,

        @Text(Text.NOTES) Patch<String> description) {

    /** Whether every event is one that can be subscribed to. */
    boolean named() {
        var words = events.value();
        return words == null || Subscription.offered().containsAll(words);
    }

    /** A new one, which says all that it needs. */
    SubscriptionDetails fresh() {
        return over(new SubscriptionDetails(Objects.requireNonNull(url.value()), List.of(), null, true));
    }

    SubscriptionDetails over(SubscriptionDetails before) {
        return SubscriptionDetails.of(
                url.over(before.url(), before.url()),
                events.over(before.words(), List.of()),
                description.over(before.description()),
                before.enabled());
    }
}
