package iq.sendy.channels;

import iq.sendy.channels.ChannelView.ChannelAccess;
import iq.sendy.channels.store.ChannelStore;
import iq.sendy.jobs.Jobs;
import iq.sendy.jobs.NewJob;
import iq.sendy.kernel.StoreId;
import iq.sendy.meta.GraphAccount;
import iq.sendy.meta.GraphError;
import iq.sendy.meta.RefreshOutcome.Renewed;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Renewals of tokens: those of Instagram logins live for about sixty days, and are given a new life before their end. */
@Service
public class TokenRenewals {

    /** The kind of the jobs; one of a channel stands for all that are wanted meanwhile. */
    public static final String KIND = "channels.renew-token";

    /** Meta renews no token that is younger. */
    private static final Duration AGE = Duration.ofDays(1);

    private static final Duration BEFORE_ITS_END = Duration.ofDays(15);

    private final ChannelStore channels;
    private final ChannelSecrets secrets;
    private final ChannelHealth health;
    private final Pipeline pipeline;
    private final Jobs jobs;
    private final Audit audit;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    TokenRenewals(
            ChannelStore channels,
            ChannelSecrets secrets,
            ChannelHealth health,
            Pipeline pipeline,
            Jobs jobs,
            Audit audit,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.channels = channels;
        this.secrets = secrets;
        this.health = health;
        this.pipeline = pipeline;
        this.jobs = jobs;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** A token that is to be renewed, and since when it is what it is. */
    public record TokenToRenew(UUID channel, Instant since, GraphAccount account) {}

    /** Notes which tokens of a store have ended, and plans to renew those that may be and soon must. */
    @Transactional
    public void lookAfter(StoreId store) {
        var now = clock.instant();
        health.expire(store, now);
        var due = pipeline.ask(channels.renewable(store, now.minus(AGE), now.plus(BEFORE_ITS_END)));
        jobs.enqueue(
                store,
                due.answer().stream()
                        .map(channel -> NewJob.about(uuidGenerator.next(), KIND, channel))
                        .toList());
    }

    /** The token of a channel, as it stands; empty when the channel is gone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<TokenToRenew> token(StoreId store, UUID channel) {
        return pipeline.ask(channels.find(store, channel))
                .first()
                .flatMap(view -> secrets.account(store, channel)
                        .map(account -> new TokenToRenew(channel, view.access().tokenSince(), account)));
    }

    /** Keeps a renewed token, unless the shop has entered another one meanwhile. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void renewed(StoreId store, TokenToRenew token, Renewed outcome) {
        if (another(store, token)) {
            return;
        }
        var now = clock.instant();
        var end = now.plus(outcome.life());
        var kept = secrets.changeAccessToken(store, token.channel(), outcome.accessToken());
        pipeline.send(kept, channels.renewed(store, token.channel(), now, end));
        health.recovered(store, token.channel());
        audit.record(
                store,
                Actor.SYSTEM,
                new Change(
                        "social_channel.access_token_renewed",
                        "social_channel",
                        token.channel(),
                        null,
                        Map.of("tokenExpiresAt", end)));
    }

    /** Notes that Meta takes a token no more, unless the shop has entered another one meanwhile. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void refused(StoreId store, TokenToRenew token, GraphError error) {
        if (!another(store, token)) {
            health.record(store, token.channel(), error);
        }
    }

    private boolean another(StoreId store, TokenToRenew token) {
        return pipeline.ask(channels.lock(store, token.channel()))
                .first()
                .map(ChannelView::access)
                .map(ChannelAccess::tokenSince)
                .filter(token.since()::equals)
                .isEmpty();
    }
}
