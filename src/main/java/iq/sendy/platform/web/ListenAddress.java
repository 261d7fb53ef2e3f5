package iq.sendy.platform.web;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * Default listen address: whoever only looks at Sendy shows it to nobody else, so with the embedded database, which
 * brings the demo store along, and wherever the demo store was asked for, it listens on loopback. Its key and password
 * are printed, and what is spoken is plain HTTP.
 */
public final class ListenAddress implements EnvironmentPostProcessor, Ordered {

    private static final String PROPERTY = "server.address";
    private static final String SOURCE = "listen address";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var chosen = !environment.getProperty(PROPERTY, "").isBlank();
        var embedded = environment.getProperty("sendy.database.url", "").isBlank();
        var demo = "true"
                .equalsIgnoreCase(environment.getProperty("sendy.demo", "").strip());
        if (!chosen && (embedded || demo)) {
            environment.getPropertySources().addFirst(new MapPropertySource(SOURCE, Map.of(PROPERTY, "127.0.0.1")));
        }
    }

    /** Whether nobody chose it. */
    public static boolean isDefault(Environment environment) {
        return environment instanceof ConfigurableEnvironment configurable
                && configurable.getPropertySources().contains(SOURCE);
    }

    /** After the configuration files have been read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
