package iq.sendy.channels.web;

import iq.sendy.billing.AiProvider;
import iq.sendy.channels.AccountStanding;
import iq.sendy.channels.ChannelCondition;
import iq.sendy.channels.ChannelView;
import iq.sendy.meta.ChannelType;
import iq.sendy.meta.InstagramLogin;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A channel on the wire: contract section 15. It never has a secret. */
record ChannelBody(
        UUID id,
        ChannelType channelType,
        String externalAccountId,
        String displayName,
        AiProvider aiProviderCode,
        String aiModelCode,
        @Nullable String systemPromptOverride,
        boolean isEnabled,
        boolean isAgentEnabled,
        @Nullable InstagramLogin instagramLogin,
        boolean hasAppSecret,
        @Nullable Instant tokenExpiresAt,
        String webhookUrl,
        @Nullable Instant webhookVerifiedAt,
        HealthBody health,
        OwnershipBody ownership,
        List<String> warnings,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * What Meta holds against the channel.
     *
     * @param code Meta's
     * @param action what is to be done, in the language of the answer
     */
    record HealthBody(
            ChannelCondition status,
            @Nullable String code,
            @Nullable Instant since,
            @Nullable String action) {}

    /**
     * Whether the channel has shown that the account is the store's.
     *
     * @param code why Meta says that it is not
     * @param checkedAt when Meta was asked the last time
     * @param action what is to be done, in the language of the answer
     */
    record OwnershipBody(
            AccountStanding status,
            @Nullable String code,
            @Nullable Instant checkedAt,
            @Nullable String action) {}

    static ChannelBody of(
            ChannelView channel, String webhookUrl, HealthBody health, OwnershipBody ownership, List<String> warnings) {
        var account = channel.account();
        var details = channel.details();
        var access = channel.access();
        return new ChannelBody(
                channel.id(),
                account.type(),
                account.externalId(),
                details.displayName(),
                details.agent().provider(),
                details.agent().model(),
                details.agent().systemPromptOverride(),
                details.enabled(),
                details.agent().enabled(),
                account.login(),
                access.ownSecret(),
                access.tokenExpiresAt(),
                webhookUrl,
                access.webhookVerifiedAt(),
                health,
                ownership,
                warnings,
                channel.createdAt(),
                channel.updatedAt());
    }
}
