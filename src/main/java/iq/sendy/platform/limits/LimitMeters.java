package iq.sendy.platform.limits;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Rate limit metrics: counts those who were told 429, by what they had too much of. Nobody is named: the request log has
 * the address.
 */
@Component
public class LimitMeters {

    /** What somebody had too much of. */
    public enum Limit {
        /** Requests by an API key. */
        KEY,
        /** Requests by a person who is signed in. */
        USER,
        /** Requests from one network to public and sign-in pages. */
        NETWORK,
        /** Requests of a visitor who brings a mark that we gave. */
        VISITOR,
        /** Credentials from one network that open nothing. */
        CREDENTIAL,
        /** Wrong passwords for one phone, or from one network. */
        SIGN_IN,
        /** One-time codes for one phone, from one network, or of one shop. */
        CODE,
        /** Work of the processor, or memory for bodies. */
        WORK
    }

    private final Map<Limit, Counter> counters = new EnumMap<>(Limit.class);

    public LimitMeters(MeterRegistry registry) {
        Arrays.stream(Limit.values())
                .forEach(limit -> counters.put(
                        limit,
                        Counter.builder("sendy.requests.limited")
                                .description("Requests that were answered 429, by what their sender had too much of")
                                .tag("limit", limit.name().toLowerCase(Locale.ROOT))
                                .register(registry)));
    }

    public void refused(Limit limit) {
        Objects.requireNonNull(counters.get(limit)).increment();
    }
}
