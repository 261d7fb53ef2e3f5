package iq.sendy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** Whether Sendy may listen where it shall: asked before the database is opened and migrated, which takes its time. */
final class ListeningPorts {

    private ListeningPorts() {}

    /** The settings have been looked at one by one. */
    static List<String> refusals(Environment environment) {
        var port = port(environment, "server.port");
        var management = port(environment, "management.server.port");
        if (port > 0 && port == management) {
            return List.of("SENDY_MANAGEMENT_PORT must be another port than SERVER_PORT, not " + port + " too");
        }
        var refusals = new ArrayList<String>();
        refusal("SERVER_PORT", port, "SERVER_ADDRESS", environment.getProperty("server.address"))
                .ifPresent(refusals::add);
        refusal(
                        "SENDY_MANAGEMENT_PORT",
                        management,
                        "MANAGEMENT_SERVER_ADDRESS",
                        environment.getProperty("management.server.address"))
                .ifPresent(refusals::add);
        return refusals;
    }

    /** Less than nothing for a port that is not opened, or that its reader will refuse. */
    private static int port(Environment environment, String property) {
        try {
            return Integer.parseInt(environment.getProperty(property, "-1").strip());
        } catch (NumberFormatException other) {
            return -1;
        }
    }

    private static Optional<String> refusal(String setting, int port, String place, @Nullable String address) {
        if (port < 0) {
            return Optional.empty();
        }
        try (var socket = new ServerSocket()) {
            socket.bind(
                    address == null || address.isBlank()
                            ? new InetSocketAddress(port)
                            : new InetSocketAddress(InetAddress.getByName(address.strip()), port));
            return Optional.empty();
        } catch (IOException failed) {
            return Optional.of(
                    line(setting, port, place, String.valueOf(address), String.valueOf(failed.getMessage())));
        }
    }

    /** By what the system says. */
    static String line(String setting, int port, String place, String address, String why) {
        if (why.contains("in use")) {
            return setting + "=" + port + " is taken: another program listens there, perhaps another Sendy";
        }
        if (why.contains("Permission denied")) {
            return setting + "=" + port + " is not open to this account: permission denied; take one from 1024 up, and"
                    + " let a proxy listen there";
        }
        if (why.contains("assign")) {
            return place + " must be an address of this machine, or 0.0.0.0 for all of them, not " + address;
        }
        return setting + "=" + port + " cannot be listened on: " + why;
    }
}
