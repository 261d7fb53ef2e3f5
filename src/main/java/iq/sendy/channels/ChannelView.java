package iq.sendy.channels;

import iq.sendy.billing.AiProvider;
import iq.sendy.meta.ChannelType;
import iq.sendy.meta.InstagramLogin;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Channel of a store: an account at WhatsApp or Instagram, without its secrets. */
public record ChannelView(
        UUID id,
        ChannelAccount account,
        ChannelDetails details,
        ChannelAccess access,
        ChannelTrouble trouble,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * Account at Meta; it may become another one, of the same service.
     *
     * @param login of an Instagram account; null for WhatsApp
     */
    public record ChannelAccount(
            ChannelType type, String externalId, @Nullable InstagramLogin login) {}

    /**
     * What the shop decides about it.
     *
     * @param agent whether and how an AI agent answers there
     */
    public record ChannelDetails(String displayName, AgentChoice agent, boolean enabled) {}

    /** Choice of an agent: of which model, with which instructions, and whether it answers at all. */
    public record AgentChoice(
            AiProvider provider, String model, @Nullable String systemPromptOverride, boolean enabled) {}

    /**
     * What is known of its secrets and of its web hook.
     *
     * @param ownSecret whether it has an app secret of its own
     * @param tokenSince when the access token was given or renewed
     * @param tokenExpiresAt null where nobody said
     * @param webhookVerifiedAt when Meta last proved that it knows the verify token
     */
    public record ChannelAccess(
            boolean ownSecret,
            Instant tokenSince,
            @Nullable Instant tokenExpiresAt,
            @Nullable Instant webhookVerifiedAt) {}

    /**
     * What Meta holds against it.
     *
     * @param code Meta's; null where our own clock found it
     * @param since null while it is well
     */
    public record ChannelTrouble(
            ChannelCondition condition,
            @Nullable String code,
            @Nullable Instant since) {

        public static final ChannelTrouble NONE = new ChannelTrouble(ChannelCondition.WELL, null, null);
    }

    /** All that the shop says of it. */
    public ChannelTerms terms() {
        return new ChannelTerms(account, details, access.tokenExpiresAt());
    }

    /** The same with a web hook that nobody has proved yet. */
    ChannelView unproven(Instant now) {
        var open = new ChannelAccess(access.ownSecret(), access.tokenSince(), access.tokenExpiresAt(), null);
        return new ChannelView(id, account, details, open, trouble, createdAt, now);
    }

    /** Whether programs may send by it now. */
    public boolean maySend() {
        return details.enabled() && !trouble.condition().stopsSending();
    }

    /** Whether an agent answers there, if there is one. */
    public boolean agentAnswers() {
        return details.enabled() && details.agent().enabled();
    }
}
