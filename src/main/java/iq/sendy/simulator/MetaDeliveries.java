package iq.sendy.simulator;

import iq.sendy.meta.ChannelType;
import iq.sendy.meta.MetaSignature;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Deliveries of the simulator to this Sendy's own web hook, over HTTP as Meta's come. The address is our own and nobody
 * chose it, so it is called without a guard.
 */
@Component
class MetaDeliveries implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MetaDeliveries.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_WAITING = 1_000;

    /** Meta goes on for days; whoever looks at a phone waits for these alone. */
    private static final int TRIES = 3;

    private static final long BETWEEN_TRIES = Duration.ofMillis(300).toNanos();

    private final String address;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final ScheduledThreadPoolExecutor later = new ScheduledThreadPoolExecutor(
            1, Thread.ofVirtual().name("simulator-", 0).factory());
    private volatile int port;

    MetaDeliveries(@Value("${server.address:}") String address) {
        this.address = reachable(address.strip());
    }

    @EventListener
    void listens(WebServerInitializedEvent server) {
        if (server.getApplicationContext().getServerNamespace() == null) {
            port = server.getWebServer().getPort();
        }
    }

    /** Delivers now, again where that comes to nothing, and says how it was answered at last; 0 when it was not. */
    int deliver(MetaDelivery delivery) {
        var answered = deliverOnce(delivery);
        for (var tries = 1; tries < TRIES && cameToNothing(answered); tries++) {
            LockSupport.parkNanos(BETWEEN_TRIES * tries);
            answered = deliverOnce(delivery);
        }
        return answered;
    }

    private static boolean cameToNothing(int answered) {
        return answered == 0 || answered >= 500;
    }

    private int deliverOnce(MetaDelivery delivery) {
        var path = delivery.type() == ChannelType.WHATSAPP ? "whatsapp" : "instagram";
        var request = HttpRequest.newBuilder(
                        URI.create("http://" + address + ":" + port + "/api/v1/webhooks/social/" + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("User-Agent", "facebookexternalua")
                .header(MetaSignature.HEADER, delivery.signature())
                .POST(BodyPublishers.ofByteArray(delivery.body().toArray()))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException failed) {
            LOG.warn("The simulator's delivery was not answered: {}", failed.toString());
            return 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** Delivers what is true by then, if anything is, in the order of the delays. */
    void deliverLater(Duration delay, Supplier<@Nullable MetaDelivery> delivery) {
        if (later.getQueue().size() < MOST_WAITING) {
            var _ = later.schedule(
                    () -> {
                        var due = delivery.get();
                        return due == null ? 0 : deliver(due);
                    },
                    delay.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        later.shutdownNow();
        http.shutdownNow();
    }

    /** Who listens everywhere listens on loopback too. */
    private static String reachable(String address) {
        if (address.isEmpty()) {
            return "127.0.0.1";
        }
        try {
            var found = InetAddress.getByName(address);
            if (found.isAnyLocalAddress()) {
                return "127.0.0.1";
            }
            var literal = found.getHostAddress();
            return literal.indexOf(':') < 0 ? literal : "[" + literal + "]";
        } catch (UnknownHostException elsewhere) {
            return "127.0.0.1";
        }
    }
}
