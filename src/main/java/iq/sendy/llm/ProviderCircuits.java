package iq.sendy.llm;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import iq.sendy.billing.AiProvider;
import iq.sendy.llm.model.ProviderCircuit;
import iq.sendy.llm.model.ProviderCircuit.Passage;
import iq.sendy.llm.model.ProviderTrouble;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Circuits of providers, each with the one key that the platform has there, as this process knows them. Each process learns by
 * itself and from its own calls alone: that takes five of them, and needs no row that all would write.
 */
@Service
public final class ProviderCircuits {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderCircuits.class);

    private final Map<AiProvider, AtomicReference<ProviderCircuit>> circuits = Stream.of(AiProvider.values())
            .collect(toUnmodifiableMap(Function.identity(), _ -> new AtomicReference<>(ProviderCircuit.CLOSED)));

    private final Clock clock;

    public ProviderCircuits(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        for (var provider : AiProvider.values()) {
            Gauge.builder(
                            "sendy.models.shut",
                            this,
                            shown -> shown.view(provider).shut() ? 1 : 0)
                    .description("1 while this process asks a provider nothing, after trouble with it")
                    .tag("provider", provider.toString())
                    .register(registry);
        }
    }

    /** Whether a request may go: it is told to wait, or whether it tries an open circuit. */
    public sealed interface Admission {

        record Shut(Duration left, String errorClass) implements Admission {}

        record Open(Passage passage) implements Admission {}
    }

    public Admission admit(AiProvider provider) {
        var circuit = of(provider);
        while (true) {
            var now = clock.instant();
            var seen = circuit.get();
            var shut = seen.shutFor(now);
            if (shut.isPresent()) {
                return new Admission.Shut(shut.get(), seen.errorClass());
            }
            var admitted = seen.admitted(now);
            if (circuit.compareAndSet(seen, admitted)) {
                return new Admission.Open(admitted.passage());
            }
        }
    }

    /** It answered, whatever it said. */
    public void answered(AiProvider provider) {
        var now = clock.instant();
        if (of(provider).getAndUpdate(state -> state.answered(now)).isOpen()) {
            LOG.info("Models of {} answer again", provider);
        }
    }

    /**
     * A request failed.
     *
     * @param passage as it was admitted
     * @return for how long the provider is out; empty where this was the request's own trouble, or one of few
     */
    public Optional<Duration> failed(AiProvider provider, ProviderTrouble trouble, Passage passage) {
        var now = clock.instant();
        var before = of(provider).getAndUpdate(state -> state.failed(trouble, passage, now));
        var after = before.failed(trouble, passage, now);
        if (after.isOpen() && !before.isOpen()) {
            LOG.warn("Models of {} are left alone for a while: {}", provider, trouble.errorClass());
        }
        return after.outageAfter(before, trouble, passage, now);
    }

    /** All of them, for operators. */
    public List<CircuitView> list() {
        return Stream.of(AiProvider.values()).map(this::view).toList();
    }

    /** An operator knows that it works again. */
    public void close(AiProvider provider) {
        of(provider).set(ProviderCircuit.CLOSED);
    }

    private CircuitView view(AiProvider provider) {
        var circuit = of(provider).get();
        var shut = circuit.shutFor(clock.instant());
        return new CircuitView(
                provider.toString(),
                shut.isPresent(),
                shut.map(Duration::toSeconds).orElse(0L),
                circuit.errorClass().isEmpty() ? null : circuit.errorClass());
    }

    private AtomicReference<ProviderCircuit> of(AiProvider provider) {
        return Objects.requireNonNull(circuits.get(provider));
    }
}
