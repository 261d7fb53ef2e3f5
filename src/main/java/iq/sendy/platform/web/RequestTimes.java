package iq.sendy.platform.web;

import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import iq.sendy.platform.api.OperatorController;
import iq.sendy.platform.api.StoreController;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.http.server.observation.ServerRequestObservationConvention;

/**
 * How requests are measured: by the route's template, in eleven buckets, so that a quantile of a route over all processes can
 * be had. Who sends what no route knows adds no series.
 */
@Configuration(proxyBeanMethods = false)
class RequestTimes {

    private static final String NAME = "http.server.requests";

    /** From a cached page to what nobody waits for; each is a line for every route, method and status that was met. */
    private static final double[] BUCKETS = Stream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 10_000)
            .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
            .toArray();

    /** The longer ones first. */
    private static final List<String> DOORS =
            List.of(StoreController.KEY_DOOR, StoreController.STAFF_DOOR, OperatorController.OPERATOR_DOOR, "/api/v1");

    @Bean
    ServerRequestObservationConvention requestTags() {
        return new Tags();
    }

    @Bean
    MeterFilter requestBuckets() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                // It says what the tag "exception" says.
                return id.getName().equals(NAME)
                        ? id.replaceTags(id.getTags().stream()
                                .filter(tag -> !tag.getKey().equals("error"))
                                .toList())
                        : id;
            }

            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return id.getName().equals(NAME)
                        ? DistributionStatisticConfig.builder()
                                .serviceLevelObjectives(BUCKETS)
                                .build()
                                .merge(config)
                        : config;
            }
        };
    }

    /** What was refused before its route was known (a credential, a limit) counts for the door that it stood before. */
    private static final class Tags extends DefaultServerRequestObservationConvention {

        Tags() {
            super(NAME);
        }

        @Override
        protected KeyValue uri(ServerRequestObservationContext context) {
            var door = context.getPathPattern() == null ? door(context) : null;
            return door == null ? super.uri(context) : KeyValue.of("uri", door);
        }

        private static @Nullable String door(ServerRequestObservationContext context) {
            var request = context.getCarrier();
            var response = context.getResponse();
            if (request == null || response == null || response.getStatus() == HttpStatus.NOT_FOUND.value()) {
                return null;
            }
            var path = request.getServletPath();
            return DOORS.stream()
                    .filter(door -> path.equals(door) || path.startsWith(door + "/"))
                    .findFirst()
                    .map(door -> door + "/**")
                    .orElse(null);
        }
    }
}
