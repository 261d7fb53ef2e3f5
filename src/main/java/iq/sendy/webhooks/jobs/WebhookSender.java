package iq.sendy.webhooks.jobs;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import iq.sendy.egress.ExchangeOutcome;
import iq.sendy.jobs.AttemptResult;
import iq.sendy.jobs.Job;
import iq.sendy.jobs.JobEnd;
import iq.sendy.jobs.JobHandler;
import iq.sendy.jobs.Lane;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.webhooks.SigningSecrets;
import iq.sendy.webhooks.model.Endpoints;
import iq.sendy.webhooks.model.EventBody;
import iq.sendy.webhooks.model.EventType;
import iq.sendy.webhooks.model.Signatures;
import iq.sendy.webhooks.model.SigningSecret;
import iq.sendy.webhooks.store.AttemptStore;
import iq.sendy.webhooks.store.AttemptStore.ToSend;
import iq.sendy.webhooks.store.SecretStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sends deliveries. A job has its delivery's id, and the subscription is its lane: so a slow or dead endpoint holds nobody
 * else up, and one that is disabled, or whose breaker is open, costs nothing.
 */
@Component
public class WebhookSender implements JobHandler<WebhookSender.DeliveryToSend, WebhookSender.Sent> {

    public static final String KIND = "webhooks.deliver";

    private final AttemptStore attempts;
    private final SigningSecrets secrets;
    private final Endpoints endpoints;
    private final AttemptRecorder attemptRecorder;
    private final Pipeline pipeline;
    private final Clock clock;
    private final Duration lease;
    private final Timer firstByte;

    WebhookSender(
            AttemptStore attempts,
            SigningSecrets secrets,
            Endpoints endpoints,
            AttemptRecorder attemptRecorder,
            Pipeline pipeline,
            Clock clock,
            @Value("${sendy.webhooks.lease:60s}") Duration lease,
            MeterRegistry meters) {
        this.attempts = attempts;
        this.secrets = secrets;
        this.endpoints = endpoints;
        this.attemptRecorder = attemptRecorder;
        this.pipeline = pipeline;
        this.clock = clock;
        this.lease = lease;
        this.firstByte = Timer.builder("sendy.webhook.first.byte")
                .description("From the commit of an event to the first byte of its first attempt")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(30))
                .register(meters);
    }

    /** @param live the secrets that sign, newest first */
    record DeliveryToSend(ToSend delivery, List<SigningSecret> live) {}

    record Sent(Instant at, ExchangeOutcome outcome) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Duration lease() {
        return lease;
    }

    @Override
    public Query<Lane> lanes(StoreId store) {
        return attempts.lanes(store);
    }

    @Override
    public Map<UUID, DeliveryToSend> load(StoreId store, List<Job> claimed) {
        var deliveries = attempts.toSend(store, claimed.stream().map(Job::id).toList());
        var sealed =
                secrets.live(store, claimed.stream().map(Job::lane).distinct().toList());
        pipeline.send(deliveries, sealed);
        var live = sealed.answer().stream()
                .collect(groupingBy(
                        SecretStore.Sealed::subscription, mapping(row -> secrets.open(store, row), toList())));
        return deliveries.answer().stream()
                .filter(delivery -> live.containsKey(delivery.subscription()))
                .collect(toMap(
                        ToSend::delivery,
                        delivery ->
                                new DeliveryToSend(delivery, live.getOrDefault(delivery.subscription(), List.of()))));
    }

    @Override
    public Sent attempt(Job job, DeliveryToSend work) {
        if (!job.mayAct()) {
            throw new IllegalStateException("The lease is as good as over");
        }
        var delivery = work.delivery();
        var at = clock.instant();
        var headers = Signatures.headers(
                EventBody.wireId(delivery.event()),
                EventType.of(delivery.type()).orElseThrow(),
                delivery.attempts() + job.attempts(),
                at,
                delivery.body(),
                work.live(),
                delivery.signPrevious());
        var exchangeOutcome = endpoints.post(delivery.url(), headers, delivery.body());
        var written = exchangeOutcome.timing().firstByte();
        if (written != null && job.attempts() == 1 && delivery.attempts() == 0) {
            firstByte.record(Duration.between(job.dueAt(), at).plus(written));
        }
        return new Sent(at, exchangeOutcome);
    }

    @Override
    public Optional<FastCompletion> fastPath(StoreId store, List<AttemptResult<DeliveryToSend, Sent>> done) {
        return attemptRecorder.fastPath(store, done);
    }

    @Override
    public List<JobEnd> settle(StoreId store, List<AttemptResult<DeliveryToSend, Sent>> done) {
        return attemptRecorder.record(store, done);
    }
}
