package iq.sendy.platform.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Health, readiness and metrics have a port of their own on loopback: {@code SENDY_MANAGEMENT_PORT}, or a thousand above
 * the public one, so that a second process needs another {@code SERVER_PORT} and nothing else. Is that one taken, any free
 * port will do: nobody who did not choose it relies on it.
 */
class ManagementPort implements EnvironmentPostProcessor, Ordered {

    private static final String PROPERTY = "management.server.port";
    private static final int ABOVE = 1_000;
    private static final int HIGHEST = 65_535;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.containsProperty(PROPERTY)) {
            return;
        }
        var chosen = environment.getProperty("sendy.management.port", "");
        var port = chosen.isBlank()
                ? Integer.toString(beside(environment.getProperty("server.port", "8080")))
                : chosen.strip();
        environment.getPropertySources().addLast(new MapPropertySource("management port", Map.of(PROPERTY, port)));
    }

    /** After the configuration files have been read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    /** What is no port is refused later, where all settings are looked at. */
    private static int beside(String chosen) {
        int publicPort;
        try {
            publicPort = Integer.parseInt(chosen.isBlank() ? "8080" : chosen.strip());
        } catch (NumberFormatException other) {
            return 0;
        }
        if (publicPort <= 0 || publicPort > HIGHEST) {
            return 0;
        }
        var port = publicPort + ABOVE > HIGHEST ? publicPort - ABOVE : publicPort + ABOVE;
        try (var _ = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return port;
        } catch (IOException taken) {
            return 0;
        }
    }
}
