package iq.sendy.platform.start;

import iq.sendy.platform.web.ListenAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** What an operator reads of a start and a stop that go well: it starts, it listens, it stops, it has stopped. */
class Milestones implements ApplicationListener<ApplicationEvent>, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(Milestones.class);

    private @Nullable ApplicationContext context;
    private volatile boolean failed;

    @Override
    public void onApplicationEvent(ApplicationEvent event) {
        switch (event) {
            case ApplicationContextInitializedEvent started -> {
                context = started.getApplicationContext();
                starts(started.getSpringApplication());
            }
            case ApplicationReadyEvent ready -> listens(ready.getApplicationContext());
            case ApplicationFailedEvent failure -> failed = !isClosed(failure.getApplicationContext());
            case ContextClosedEvent closed -> stops(closed.getApplicationContext());
            default -> {
                // Nothing that anybody waits for.
            }
        }
    }

    /** Before the demo store is filled, which takes a while longer. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    private void starts(SpringApplication application) {
        // Run when the context and the embedded database are closed, and before the log is.
        SpringApplication.getShutdownHandlers().add(this::hasStopped);
        var main = application.getMainApplicationClass();
        var version = main == null ? null : main.getPackage().getImplementationVersion();
        LOG.info(
                "Sendy {} starts: process {}, Java {}, a heap of {} MiB at most, a quarter of it for bodies",
                version == null ? "from its classes" : version,
                ProcessHandle.current().pid(),
                Runtime.version(),
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static void listens(ApplicationContext ready) {
        var environment = ready.getEnvironment();
        var port = environment.getProperty("local.server.port");
        if (port == null) {
            return;
        }
        LOG.info(
                "Sendy listens on http://{}:{}{}; health and metrics on http://{}:{}/actuator",
                host(environment.getProperty("server.address", "")),
                port,
                reach(environment),
                host(environment.getProperty("management.server.address", "")),
                environment.getProperty("local.management.port", "-"));
    }

    private void stops(ApplicationContext closed) {
        if (closed.equals(context)) {
            LOG.info("Sendy stops: what it has accepted is answered first");
        }
    }

    private void hasStopped() {
        if (!failed) {
            LOG.info("Sendy has stopped");
        }
    }

    /** One that was closed in the middle of its start has not failed. */
    private static boolean isClosed(@Nullable ConfigurableApplicationContext started) {
        return started != null && started.isClosed();
    }

    /** One that a browser opens. */
    private static String host(String address) {
        if (isEverywhere(address) || address.equals("127.0.0.1")) {
            return "localhost";
        }
        return address.indexOf(':') < 0 ? address : "[" + address + "]";
    }

    private static String reach(Environment environment) {
        if (ListenAddress.isDefault(environment)) {
            return " for this machine alone (SERVER_ADDRESS=0.0.0.0 is for all)";
        }
        return isEverywhere(environment.getProperty("server.address", "")) ? " and on all its other addresses" : "";
    }

    private static boolean isEverywhere(String address) {
        return address.isBlank() || address.equals("0.0.0.0") || address.equals("::");
    }
}
