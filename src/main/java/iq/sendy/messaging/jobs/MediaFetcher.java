package iq.sendy.messaging.jobs;

import static java.util.stream.Collectors.toMap;

import iq.sendy.channels.ChannelHealth;
import iq.sendy.channels.ChannelSecrets;
import iq.sendy.jobs.AttemptResult;
import iq.sendy.jobs.Job;
import iq.sendy.jobs.JobEnd;
import iq.sendy.jobs.JobHandler;
import iq.sendy.jobs.Lane;
import iq.sendy.jobs.Retry;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.FetchedMedium;
import iq.sendy.messaging.InboundMedia;
import iq.sendy.messaging.MediumToFetch;
import iq.sendy.meta.Graph;
import iq.sendy.meta.GraphAccount;
import iq.sendy.meta.GraphError;
import iq.sendy.meta.MediaOutcome;
import iq.sendy.platform.sql.Query;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Fetches media of messages. One that cannot be had holds no other up; where the channel's token is refused they wait for
 * another token, as long as the provider keeps them.
 */
@Component
class MediaFetcher implements JobHandler<MediaFetcher.MediaErrand, MediaFetcher.BroughtMedium> {

    /** WhatsApp keeps them for seven days. */
    private static final Duration KEPT = Duration.ofDays(6);

    private static final Duration UNTIL_ANOTHER_TOKEN = Duration.ofMinutes(30);
    private static final int AT_ONCE = 4;

    private final InboundMedia media;
    private final ChannelSecrets secrets;
    private final ChannelHealth health;
    private final Graph graph;
    private final MediumReader mediumReader;
    private final Clock clock;

    MediaFetcher(
            InboundMedia media,
            ChannelSecrets secrets,
            ChannelHealth health,
            Graph graph,
            MediumReader mediumReader,
            Clock clock) {
        this.media = media;
        this.secrets = secrets;
        this.health = health;
        this.graph = graph;
        this.mediumReader = mediumReader;
        this.clock = clock;
    }

    /** A medium, with the account that may fetch it; null where its channel is no more. */
    record MediaErrand(MediumToFetch medium, @Nullable GraphAccount account) {}

    /** What came of an errand. */
    sealed interface BroughtMedium {

        /** It is over. */
        record Settled(FetchedMedium medium) implements BroughtMedium {}

        /** The token is refused. */
        record Locked(GraphError error) implements BroughtMedium {}
    }

    @Override
    public String kind() {
        return InboundMedia.FETCH;
    }

    @Override
    public Query<Lane> lanes(StoreId store) {
        return Query.known(List.of(Lane.open(JobHandler.laneOf(kind()), AT_ONCE)));
    }

    @Override
    public Retry retry() {
        return new Retry(12, Duration.ofSeconds(2), Duration.ofMinutes(30));
    }

    @Override
    public Map<UUID, MediaErrand> load(StoreId store, List<Job> claimed) {
        var waiting = media.waiting(store, claimed.stream().map(Job::id).toList());
        var accounts = new HashMap<UUID, Optional<GraphAccount>>();
        waiting.forEach(
                medium -> accounts.computeIfAbsent(medium.channel(), channel -> secrets.account(store, channel)));
        return waiting.stream()
                .collect(toMap(
                        MediumToFetch::id,
                        medium -> new MediaErrand(
                                medium,
                                accounts.getOrDefault(medium.channel(), Optional.empty())
                                        .orElse(null))));
    }

    @Override
    public BroughtMedium attempt(Job job, MediaErrand errand) {
        var medium = errand.medium();
        if (medium.withdrawn()) {
            return new BroughtMedium.Settled(new FetchedMedium.Lost("withdrawn"));
        }
        var account = errand.account();
        if (account == null) {
            return new BroughtMedium.Settled(new FetchedMedium.Lost("no_channel"));
        }
        if (!job.mayAct()) {
            throw new IllegalStateException("The lease is as good as over");
        }
        return switch (graph.download(account, medium.reference())) {
            case MediaOutcome.Fetched(var content, var _) ->
                new BroughtMedium.Settled(mediumReader.read(medium, content));
            case MediaOutcome.TooLarge _ -> new BroughtMedium.Settled(new FetchedMedium.Declined("too_large"));
            case MediaOutcome.Unusable _ -> new BroughtMedium.Settled(new FetchedMedium.Declined("not_as_announced"));
            case MediaOutcome.Withheld(var error) -> withheld(error);
            case MediaOutcome.Unreachable(var why) -> throw new IllegalStateException("Not fetched: " + why);
        };
    }

    private static BroughtMedium withheld(GraphError error) {
        return switch (error.errorClass()) {
            case CHANNEL_AUTH, POLICY, BILLING -> new BroughtMedium.Locked(error);
            case TRANSIENT, CHANNEL_LIMIT, CONVERSATION_LIMIT ->
                throw new IllegalStateException("Not fetched: code " + error.code());
            case WINDOW_CLOSED, MEDIA, PERMANENT -> new BroughtMedium.Settled(new FetchedMedium.Lost("withheld"));
        };
    }

    @Override
    public List<JobEnd> settle(StoreId store, List<AttemptResult<MediaErrand, BroughtMedium>> done) {
        return done.stream().map(one -> settled(store, one)).toList();
    }

    private JobEnd settled(StoreId store, AttemptResult<MediaErrand, BroughtMedium> one) {
        return switch (one) {
            case AttemptResult.Completed<MediaErrand, BroughtMedium> completed ->
                switch (completed.result()) {
                    case BroughtMedium.Settled(var fetched) -> end(store, completed.work(), fetched);
                    case BroughtMedium.Locked(var error) -> locked(store, completed.work(), error);
                };
            case AttemptResult.Failed<MediaErrand, BroughtMedium> failed ->
                failed.end() instanceof JobEnd.Dead
                        ? end(store, failed.work(), new FetchedMedium.Lost("unreachable"))
                        : failed.end();
            case AttemptResult.GivenUp<MediaErrand, BroughtMedium> given -> {
                end(store, given.work(), new FetchedMedium.Lost("unreachable"));
                yield given.end();
            }
        };
    }

    private JobEnd end(StoreId store, MediaErrand errand, FetchedMedium fetched) {
        media.settle(store, errand.medium(), fetched);
        return new JobEnd.Done();
    }

    private JobEnd locked(StoreId store, MediaErrand errand, GraphError error) {
        var medium = errand.medium();
        health.record(store, medium.channel(), error);
        return clock.instant().isAfter(medium.createdAt().plus(KEPT))
                ? end(store, errand, new FetchedMedium.Lost("withheld"))
                : new JobEnd.Deferred(UNTIL_ANOTHER_TOKEN);
    }
}
