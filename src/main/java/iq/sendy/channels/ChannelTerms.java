package iq.sendy.channels;

import iq.sendy.channels.ChannelView.ChannelAccount;
import iq.sendy.channels.ChannelView.ChannelDetails;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Terms of a channel: all that the shop says of it, but for its secrets.
 *
 * @param tokenExpiresAt when the access token ends; null where the shop does not know
 */
public record ChannelTerms(
        ChannelAccount account,
        ChannelDetails details,
        @Nullable Instant tokenExpiresAt) {}
