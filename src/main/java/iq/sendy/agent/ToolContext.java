package iq.sendy.agent;

import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.ReplyLanguage;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Authority of the agent's tools: whose turn it is, by the job and never by what a model says.
 *
 * @param verifiedPhone the number that is proved to be the contact's; null where none is
 * @param language the language of the reply
 */
public record ToolContext(
        StoreId store,
        UUID channel,
        UUID conversation,
        UUID contact,
        @Nullable Phone verifiedPhone,
        ReplyLanguage language,
        Instant now,
        UUID job) {}
