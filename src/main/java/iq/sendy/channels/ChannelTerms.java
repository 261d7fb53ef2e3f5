package iq.sendy.channels;

import iq.sendy.channels.ChannelView.AgentChoice;
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
        @Nullable Instant tokenExpiresAt) {

    /** The same, with an agent that answers there or not. */
    public ChannelTerms withAgent(boolean answers) {
        var agent = details.agent();
        var other = new AgentChoice(agent.provider(), agent.model(), agent.systemPromptOverride(), answers);
        return new ChannelTerms(
                account, new ChannelDetails(details.displayName(), other, details.enabled()), tokenExpiresAt);
    }

    /** The same, in use or not. */
    public ChannelTerms withEnabled(boolean used) {
        return new ChannelTerms(
                account, new ChannelDetails(details.displayName(), details.agent(), used), tokenExpiresAt);
    }
}
