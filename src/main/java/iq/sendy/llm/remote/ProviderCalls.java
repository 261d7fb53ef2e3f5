package iq.sendy.llm.remote;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import iq.sendy.billing.AiProvider;
import iq.sendy.egress.CallOutcome;
import iq.sendy.egress.ExchangeLimits;
import iq.sendy.egress.OperatorClient;
import iq.sendy.kernel.Bytes;
import iq.sendy.llm.ChatOutcome;
import iq.sendy.llm.ProviderCircuits;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Calls of providers over the network, each once and measured. */
@Component
class ProviderCalls {

    private static final int MOST_BYTES = 1_048_576;

    /** A job's lease outlives it. */
    private static final ExchangeLimits LIMITS =
            new ExchangeLimits(Duration.ofSeconds(5), Duration.ofSeconds(45), MOST_BYTES, MOST_BYTES);

    private static final Map<String, String> USUAL =
            Map.of("Content-Type", "application/json", "Accept", "application/json", "User-Agent", "Sendy-Agent/1");

    private final OperatorClient client;
    private final ProviderCircuits circuits;
    private final MeterRegistry registry;
    private final Clock clock;
    private final ExchangeLimits exchangeLimits;

    @Autowired
    ProviderCalls(OperatorClient client, ProviderCircuits circuits, MeterRegistry registry, Clock clock) {
        this(client, circuits, registry, clock, LIMITS);
    }

    ProviderCalls(
            OperatorClient client,
            ProviderCircuits circuits,
            MeterRegistry registry,
            Clock clock,
            ExchangeLimits exchangeLimits) {
        this.client = client;
        this.circuits = circuits;
        this.registry = registry;
        this.clock = clock;
        this.exchangeLimits = exchangeLimits;
    }

    Instant now() {
        return clock.instant();
    }

    ProviderCircuits circuits() {
        return circuits;
    }

    CallOutcome post(String url, Map<String, String> key, ObjectNode body) {
        var headers = new HashMap<>(USUAL);
        headers.putAll(key);
        return client.post(url, headers, Bytes.of(body.toString().getBytes(StandardCharsets.UTF_8)), exchangeLimits);
    }

    Timer.Sample start() {
        return Timer.start(registry);
    }

    /** Counted by provider and kind of outcome; no store and no model is named. */
    void note(Timer.Sample call, AiProvider provider, ChatOutcome outcome) {
        var kind = outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        call.stop(Timer.builder("sendy.models.calls")
                .description("Calls of models, with those that an open circuit kept back")
                .tag("provider", provider.toString())
                .tag("outcome", kind)
                .register(registry));
    }
}
