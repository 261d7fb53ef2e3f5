package iq.sendy.platform.http;

import iq.sendy.platform.database.PostgresAccess;
import java.util.stream.Stream;
import org.postgresql.Driver;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps calls to addresses that others gave off the management port and the database, in opened networks too. */
@Component
class OwnPorts {

    private final AddressPolicy policy;

    OwnPorts(AddressPolicy policy, PostgresAccess database) {
        this.policy = policy;
        var settings = Driver.parseURL(database.url(), null);
        var ports = settings == null ? "" : settings.getProperty("PGPORT", "");
        Stream.of(ports.split(","))
                .filter(port -> !port.isEmpty())
                .map(Integer::valueOf)
                .forEach(policy::keepOff);
    }

    @EventListener
    void listens(WebServerInitializedEvent server) {
        if ("management".equals(server.getApplicationContext().getServerNamespace())) {
            policy.keepOff(server.getWebServer().getPort());
        }
    }
}
