package iq.sendy.platform.ids;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock. It ticks in milliseconds, as times are answered, so that what is answered equals what is stored. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    @Bean
    Clock clock() {
        return new ReplayClock(Clock.tick(Clock.systemUTC(), Duration.ofMillis(1)));
    }

    /** Where jitter is drawn; many threads share it. */
    @Bean
    RandomGenerator randomGenerator() {
        return new SecureRandom();
    }
}
