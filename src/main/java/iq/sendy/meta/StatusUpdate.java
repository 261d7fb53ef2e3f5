package iq.sendy.meta;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message that we sent: Meta's word for it ({@code sent}, {@code delivered}, {@code read}, {@code played},
 * {@code failed}), our own data of the send, why it failed, and JSON of what it costs.
 */
public record StatusUpdate(
        String accountId,
        String externalId,
        @Nullable String callbackData,
        String status,
        Instant at,
        List<MetaTrouble> errors,
        @Nullable String pricing)
        implements InboundItem {

    public StatusUpdate {
        errors = List.copyOf(errors);
    }
}
