package iq.sendy.messaging.jobs;

import static java.util.stream.Collectors.toMap;

import iq.sendy.jobs.AttemptResult;
import iq.sendy.jobs.Job;
import iq.sendy.jobs.JobEnd;
import iq.sendy.jobs.JobHandler;
import iq.sendy.jobs.Lane;
import iq.sendy.jobs.Retry;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.InboundDeliveries;
import iq.sendy.messaging.InboundProcessing;
import iq.sendy.messaging.StoredDelivery;
import iq.sendy.messaging.model.ReadDelivery;
import iq.sendy.messaging.store.InboundDeliveryStore;
import iq.sendy.messaging.store.InboundDeliveryStore.Processed;
import iq.sendy.meta.InboundItem;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads deliveries. Where all goes well their items have their effects in the transaction that ends the jobs, those of many
 * deliveries together. If that fails, the next attempt gives each item a transaction of its own, so that one that nothing
 * can be made of costs the others a moment and no more.
 */
@Component
public class DeliveryReader implements JobHandler<StoredDelivery, ReadDelivery> {

    /** A delivery of Meta may be megabytes. */
    private static final int MOST_AT_ONCE = 8;

    /** It is never given up: whatever stands in the way, Meta has its answer and will not say it again. */
    private static final Retry PATIENT = new Retry(Integer.MAX_VALUE, Duration.ofSeconds(2), Duration.ofMinutes(5));

    private final InboundDeliveryStore deliveries;
    private final InboundProcessing processing;
    private final ItemEffects effects;
    private final InboxMeters meters;
    private final Pipeline pipeline;
    private final Clock clock;

    DeliveryReader(
            InboundDeliveryStore deliveries,
            InboundProcessing processing,
            ItemEffects effects,
            InboxMeters meters,
            Pipeline pipeline,
            Clock clock) {
        this.deliveries = deliveries;
        this.processing = processing;
        this.effects = effects;
        this.meters = meters;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return InboundDeliveries.PROCESS;
    }

    @Override
    public Retry retry() {
        return PATIENT;
    }

    @Override
    public Query<Lane> lanes(StoreId store) {
        return Query.known(List.of(Lane.open(JobHandler.laneOf(kind()), MOST_AT_ONCE)));
    }

    @Override
    public Map<UUID, StoredDelivery> load(StoreId store, List<Job> claimed) {
        return pipeline
                .ask(deliveries.waiting(store, claimed.stream().map(Job::id).toList()))
                .answer()
                .stream()
                .collect(toMap(StoredDelivery::id, delivery -> delivery));
    }

    @Override
    public ReadDelivery attempt(Job job, StoredDelivery work) {
        var read = ReadDelivery.of(work);
        return job.attempts() == 1 ? read : effects.oneByOne(job.store(), read);
    }

    @Override
    public List<JobEnd> settle(StoreId store, List<AttemptResult<StoredDelivery, ReadDelivery>> done) {
        var read = done.stream()
                .map(DeliveryReader::result)
                .filter(Objects::nonNull)
                .sorted(ReadDelivery.BY_ARRIVAL)
                .toList();
        var refused = applied(store, read);
        var noted = read.stream().map(delivery -> delivery.without(refused)).toList();
        var now = clock.instant();
        pipeline.send(noted.stream()
                .map(one -> deliveries.processed(store, new Processed(one.id(), one.unreadable(), one.error()), now))
                .toList());
        meters.read(noted);
        return done.stream().map(DeliveryReader::end).toList();
    }

    /** Answers those that could not be stored. Channels go in the order of their ids, as locks are taken. */
    private Set<InboundItem> applied(StoreId store, List<ReadDelivery> read) {
        var byChannel = new TreeMap<String, ChannelItems>();
        read.forEach(delivery -> delivery.items()
                .forEach((channel, items) -> byChannel
                        .computeIfAbsent(channel.toString(), _ -> new ChannelItems(channel, new ArrayList<>()))
                        .items()
                        .addAll(items)));
        Set<InboundItem> refused = Collections.newSetFromMap(new IdentityHashMap<>());
        byChannel.values().forEach(each -> refused.addAll(processing.apply(store, each.channel(), each.items())));
        return refused;
    }

    private record ChannelItems(UUID channel, List<InboundItem> items) {}

    private static @Nullable ReadDelivery result(AttemptResult<StoredDelivery, ReadDelivery> one) {
        return one instanceof AttemptResult.Completed<StoredDelivery, ReadDelivery> completed
                ? completed.result()
                : null;
    }

    private static JobEnd end(AttemptResult<StoredDelivery, ReadDelivery> one) {
        return switch (one) {
            case AttemptResult.Completed<StoredDelivery, ReadDelivery> _ -> new JobEnd.Done();
            case AttemptResult.Failed<StoredDelivery, ReadDelivery> failed -> failed.end();
            case AttemptResult.GivenUp<StoredDelivery, ReadDelivery> givenUp -> givenUp.end();
        };
    }
}
