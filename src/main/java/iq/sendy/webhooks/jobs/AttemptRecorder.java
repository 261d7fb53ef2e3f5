package iq.sendy.webhooks.jobs;

import static java.util.stream.Collectors.toMap;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import iq.sendy.egress.ExchangeOutcome;
import iq.sendy.jobs.AttemptResult;
import iq.sendy.jobs.Job;
import iq.sendy.jobs.JobEnd;
import iq.sendy.jobs.JobHandler.FastCompletion;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.webhooks.DeliveryStatus;
import iq.sendy.webhooks.jobs.WebhookSender.DeliveryToSend;
import iq.sendy.webhooks.jobs.WebhookSender.Sent;
import iq.sendy.webhooks.model.CircuitBreaker;
import iq.sendy.webhooks.model.RetrySchedule;
import iq.sendy.webhooks.store.AttemptStore;
import iq.sendy.webhooks.store.AttemptStore.AttemptRecord;
import iq.sendy.webhooks.store.AttemptStore.Outcome;
import iq.sendy.webhooks.store.SubscriptionStore;
import iq.sendy.webhooks.store.SubscriptionStore.Checked;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Recorder of delivery attempts. What came of attempts: the log, what follows for the delivery, and what it says of the
 * endpoint.
 */
@Component
class AttemptRecorder {

    private static final String GONE = "gone";
    private static final String FAILING = "failing";

    /** After how long an attempt that found no place is made, give or take half of it. */
    private static final double SOON_MILLIS = 2_000;

    private final AttemptStore attempts;
    private final SubscriptionStore subscriptions;
    private final Pipeline pipeline;
    private final Clock clock;
    private final RandomGenerator random;
    private final MeterRegistry meters;

    AttemptRecorder(
            AttemptStore attempts,
            SubscriptionStore subscriptions,
            Pipeline pipeline,
            Clock clock,
            RandomGenerator random,
            MeterRegistry meters) {
        this.attempts = attempts;
        this.subscriptions = subscriptions;
        this.pipeline = pipeline;
        this.clock = clock;
        this.random = random;
        this.meters = meters;
    }

    List<JobEnd> record(StoreId store, List<AttemptResult<DeliveryToSend, Sent>> done) {
        var made = done.stream().filter(AttemptRecorder::wasMade).toList();
        var ends = (made.isEmpty() ? List.<JobEnd>of() : recordMade(store, made)).iterator();
        return done.stream().map(one -> wasMade(one) ? ends.next() : deferred()).toList();
    }

    /** Without a place of ours to begin it, it is no attempt: nothing is noted of the delivery nor of its endpoint. */
    private static boolean wasMade(AttemptResult<DeliveryToSend, Sent> attempt) {
        return !(attempt instanceof AttemptResult.Completed<DeliveryToSend, Sent>(var _, var _, var sent)
                && sent.outcome() instanceof ExchangeOutcome.NotMade);
    }

    private JobEnd deferred() {
        return new JobEnd.Deferred(Duration.ofMillis(Math.round(SOON_MILLIS * (1 + 0.5 * draw()))));
    }

    private List<JobEnd> recordMade(StoreId store, List<AttemptResult<DeliveryToSend, Sent>> done) {
        var noted = done.stream().map(this::noted).toList();
        var checked = check(store, done, noted);
        var trip = pipeline.open();
        var moved = trip.add(attempts.record(store, noted));
        trip.addAll(healths(store, done, noted, checked));
        trip.send();
        var there = new HashSet<>(moved.answer());
        return noted.stream().map(one -> end(one, there)).toList();
    }

    /** Deliveries that arrived at endpoints that are well: their jobs are done, also of those that are gone meanwhile. */
    Optional<FastCompletion> fastPath(StoreId store, List<AttemptResult<DeliveryToSend, Sent>> done) {
        if (!done.stream().allMatch(AttemptRecorder::wasMade)) {
            return Optional.empty();
        }
        var noted = done.stream().map(this::noted).toList();
        for (var i = 0; i < done.size(); i++) {
            if (concerns(done.get(i), noted.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(
                new FastCompletion(List.of(attempts.record(store, noted)), () -> noted.forEach(this::count)));
    }

    private void count(AttemptRecord one) {
        Counter.builder("sendy.webhook.deliveries")
                .description("Deliveries of webhooks that came to their end, by their status")
                .tag("status", one.deliveryStatus().toString())
                .register(meters)
                .increment();
    }

    /** Whether the endpoint's health must be looked at: endpoints that are well and go on being well need no look. */
    private static boolean concerns(AttemptResult<DeliveryToSend, Sent> attempt, AttemptRecord noted) {
        return attempt.work().delivery().troubled() || noted.deliveryStatus() != DeliveryStatus.DELIVERED;
    }

    /** A delivery that is gone needs no job; one that is dead is kept by its own row. */
    private JobEnd end(AttemptRecord one, Set<UUID> there) {
        var next = one.next();
        if (!there.contains(one.delivery()) || next == null) {
            count(one);
            return new JobEnd.Done();
        }
        return new JobEnd.Again(next);
    }

    private AttemptRecord noted(AttemptResult<DeliveryToSend, Sent> attempt) {
        var job = attempt.job();
        var delivery = attempt.work().delivery();
        var number = delivery.attempts() + job.attempts();
        return switch (attempt) {
            case AttemptResult.Completed<DeliveryToSend, Sent>(var _, var work, Sent(var at, var exchangeOutcome)) ->
                switch (exchangeOutcome) {
                    case ExchangeOutcome.Answered answered -> answered(job, work, number, at, answered);
                    case ExchangeOutcome.Failed failed -> {
                        var next = RetrySchedule.after(job.attempts(), draw(), null, at);
                        yield new AttemptRecord(
                                delivery.delivery(),
                                number,
                                at,
                                new Outcome(
                                        null,
                                        failed.timing().latency().toMillis(),
                                        failed.errorClass().word(),
                                        null),
                                next.isPresent() ? DeliveryStatus.PENDING : DeliveryStatus.DEAD,
                                delivery.signPrevious(),
                                next.orElse(null));
                    }
                    case ExchangeOutcome.NotMade _ ->
                        throw new IllegalStateException("An attempt that was not made is not noted");
                };
            case AttemptResult.Failed<DeliveryToSend, Sent> _ -> broken(attempt, number, draw());
            case AttemptResult.GivenUp<DeliveryToSend, Sent> _ -> broken(attempt, number, 1);
        };
    }

    private AttemptRecord answered(
            Job job, DeliveryToSend work, int number, Instant at, ExchangeOutcome.Answered answered) {
        var delivery = work.delivery();
        var status = answered.status();
        var good = status >= 200 && status < 300;
        var slowDown = status == 429 || status == 503;
        var next = good
                ? null
                : RetrySchedule.after(job.attempts(), draw(), slowDown ? answered.retryAfter() : null, at)
                        .orElse(null);
        var refused = (status == 401 || status == 403) && work.live().size() > 1;
        return new AttemptRecord(
                delivery.delivery(),
                number,
                at,
                new Outcome(
                        status,
                        answered.timing().latency().toMillis(),
                        good ? null : "status",
                        answered.bodyHead().isEmpty() ? null : answered.bodyHead()),
                status(good, next),
                refused != delivery.signPrevious(),
                next);
    }

    private static DeliveryStatus status(boolean good, @Nullable Duration next) {
        if (good) {
            return DeliveryStatus.DELIVERED;
        }
        return next == null ? DeliveryStatus.DEAD : DeliveryStatus.PENDING;
    }

    /** An attempt that ended in us and not at the other side. It counts, since bytes may have left. */
    private AttemptRecord broken(AttemptResult<DeliveryToSend, Sent> attempt, int number, double draw) {
        var delivery = attempt.work().delivery();
        var now = clock.instant();
        var next = attempt instanceof AttemptResult.GivenUp
                ? null
                : RetrySchedule.after(attempt.job().attempts(), draw, null, now).orElse(null);
        return new AttemptRecord(
                delivery.delivery(),
                number,
                now,
                Outcome.LOST,
                next == null ? DeliveryStatus.DEAD : DeliveryStatus.PENDING,
                delivery.signPrevious(),
                next);
    }

    private Map<UUID, Checked> check(
            StoreId store, List<AttemptResult<DeliveryToSend, Sent>> done, List<AttemptRecord> noted) {
        var troubled = new HashSet<UUID>();
        for (var i = 0; i < done.size(); i++) {
            if (concerns(done.get(i), noted.get(i))) {
                troubled.add(done.get(i).work().delivery().subscription());
            }
        }
        if (troubled.isEmpty()) {
            return Map.of();
        }
        return pipeline.ask(subscriptions.check(store, List.copyOf(troubled))).answer().stream()
                .collect(toMap(Checked::id, Function.identity()));
    }

    private List<Query<?>> healths(
            StoreId store,
            List<AttemptResult<DeliveryToSend, Sent>> done,
            List<AttemptRecord> noted,
            Map<UUID, Checked> checked) {
        var healths = new LinkedHashMap<UUID, CircuitBreaker>();
        var disabled = new LinkedHashMap<UUID, String>();
        for (var i = 0; i < done.size(); i++) {
            var endpoint = checked.get(done.get(i).work().delivery().subscription());
            if (endpoint == null) {
                continue;
            }
            var good = noted.get(i).deliveryStatus() == DeliveryStatus.DELIVERED;
            var circuitBreaker =
                    healths.getOrDefault(endpoint.id(), endpoint.health()).after(good, endpoint.now());
            healths.put(endpoint.id(), circuitBreaker);
            var status = noted.get(i).outcome().status();
            if (status != null && status == 410) {
                disabled.put(endpoint.id(), GONE);
            } else if (!good && circuitBreaker.hopeless(endpoint.now())) {
                disabled.putIfAbsent(endpoint.id(), FAILING);
            }
        }
        return healths.entrySet().stream()
                .<Query<?>>map(
                        each -> subscriptions.note(store, each.getKey(), each.getValue(), disabled.get(each.getKey())))
                .toList();
    }

    private double draw() {
        return random.nextDouble(-1, 1);
    }
}
