package iq.sendy.channels.model;

import iq.sendy.channels.AccountProof;
import iq.sendy.channels.ChannelCondition;
import iq.sendy.channels.ChannelView;
import iq.sendy.channels.ChannelView.ChannelTrouble;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Warnings about a channel: what its owner should do before customers notice, and what is broken already. */
public final class ChannelWarnings {

    /** So long before its end a token is warned of. */
    private static final Duration TOKEN_NEARS_ITS_END = Duration.ofDays(7);

    /** So long before its end Meta's version of Graph is warned of. */
    private static final Duration VERSION_NEARS_ITS_END = Duration.ofDays(90);

    private ChannelWarnings() {}

    /**
     * Where Sendy runs, as far as Meta cares.
     *
     * @param publicUrl what Meta is told to call begins with it
     * @param hasAppSecret whether the deployment has an app secret for channels that have none
     * @param versionEnd the day on which Meta's version of Graph ends; null where nobody knows
     */
    public record Deployment(
            String publicUrl,
            boolean hasAppSecret,
            @Nullable LocalDate versionEnd) {}

    /** The worst first. */
    public static List<ChannelWarning> of(ChannelView channel, AccountProof proof, Deployment deployment, Instant now) {
        var warnings = new ArrayList<ChannelWarning>();
        ownership(channel, proof, deployment).ifPresent(warnings::add);
        action(channel.trouble()).ifPresent(warnings::add);
        token(channel, now).ifPresent(warnings::add);
        if (!deployment.publicUrl().startsWith("https:")) {
            warnings.add(ChannelWarning.of("not_https", deployment.publicUrl()));
        }
        var end = deployment.versionEnd();
        if (end != null
                && !now.isBefore(end.atStartOfDay(ZoneOffset.UTC).toInstant().minus(VERSION_NEARS_ITS_END))) {
            warnings.add(ChannelWarning.of("version_ends", end.toString()));
        }
        return warnings;
    }

    /** Why nothing is taken that comes for the account, and what is to be done; empty where it is taken. */
    public static Optional<ChannelWarning> ownership(ChannelView channel, AccountProof proof, Deployment deployment) {
        if (channel.access().ownSecret()) {
            return Optional.empty();
        }
        if (!deployment.hasAppSecret()) {
            return Optional.of(ChannelWarning.of("no_app_secret"));
        }
        var code = proof.code();
        return switch (proof.standing()) {
            case OWN_SECRET, ASSUMED, PROVEN -> Optional.empty();
            case UNPROVEN ->
                Optional.of(
                        code == null
                                ? ChannelWarning.of("account_unproven")
                                : ChannelWarning.of("account_refused", code));
            case DISPLACED -> Optional.of(ChannelWarning.of("account_displaced"));
        };
    }

    /** What is to be done about what Meta holds against a channel; empty while it is well. */
    public static Optional<ChannelWarning> action(ChannelTrouble trouble) {
        var code = trouble.code();
        return switch (trouble.condition()) {
            case WELL -> Optional.empty();
            case AUTH_BROKEN ->
                Optional.of(code == null ? ChannelWarning.of("token_expired") : ChannelWarning.of("auth_broken", code));
            case POLICY -> Optional.of(ChannelWarning.of("policy", String.valueOf(code)));
            case BILLING -> Optional.of(ChannelWarning.of("billing", String.valueOf(code)));
        };
    }

    private static Optional<ChannelWarning> token(ChannelView channel, Instant now) {
        var end = channel.access().tokenExpiresAt();
        if (end == null
                || channel.trouble().condition() == ChannelCondition.AUTH_BROKEN
                || now.isBefore(end.minus(TOKEN_NEARS_ITS_END))) {
            return Optional.empty();
        }
        return Optional.of(
                now.isBefore(end)
                        ? ChannelWarning.of(
                                "token_expires",
                                end.atZone(ZoneOffset.UTC).toLocalDate().toString())
                        : ChannelWarning.of("token_expired"));
    }
}
