package iq.sendy.egress;

import iq.sendy.platform.database.PostgresAccess;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps calls to addresses that others gave off the management port and the database, in opened networks too. */
@Component
class OwnPorts {

    private final AddressPolicy policy;

    OwnPorts(AddressPolicy policy, PostgresAccess database) {
        this.policy = policy;
        database.ports().forEach(policy::keepOff);
    }

    @EventListener
    void listens(WebServerInitializedEvent server) {
        if ("management".equals(server.getApplicationContext().getServerNamespace())) {
            policy.keepOffManagement(server.getWebServer().getPort());
        }
    }
}
