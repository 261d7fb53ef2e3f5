package iq.sendy.egress;

import iq.sendy.platform.settings.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which name servers are asked: those that the operator named, or the machine's, read anew each time as they move along. */
final class NameServers {

    private static final int PORT = 53;
    private static final int MOST = 3;
    private static final String WORD = "nameserver";

    private final List<InetSocketAddress> named;
    private final Path resolvConf;

    /** @param setting addresses separated by commas, each with a port if it is not 53; empty asks the machine's */
    NameServers(String setting, Path resolvConf) {
        this.named = Stream.of(setting.split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(NameServers::server)
                .toList();
        this.resolvConf = resolvConf;
    }

    /** None where the machine has no list of its own. */
    List<InetSocketAddress> list() {
        if (!named.isEmpty()) {
            return named;
        }
        try (var lines = Files.lines(resolvConf)) {
            return lines.map(String::strip)
                    .filter(line -> line.startsWith(WORD))
                    .flatMap(line -> literal(line.substring(WORD.length()).strip()).stream())
                    .map(address -> new InetSocketAddress(address, PORT))
                    .limit(MOST)
                    .toList();
        } catch (IOException | UncheckedIOException notThere) {
            return List.of();
        }
    }

    private static InetSocketAddress server(String entry) {
        var whole = literal(entry);
        if (whole.isPresent()) {
            return new InetSocketAddress(whole.get(), PORT);
        }
        var colon = entry.lastIndexOf(':');
        var address = colon < 0 ? Optional.<InetAddress>empty() : literal(bare(entry.substring(0, colon)));
        var port = port(entry.substring(colon + 1));
        if (address.isEmpty() || port == 0) {
            throw new StartRefused("SENDY_DNS_SERVERS must be addresses like 192.0.2.53 or 127.0.0.1:5353, separated by"
                    + " commas: " + entry);
        }
        return new InetSocketAddress(address.get(), port);
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** Zero for what is no port. */
    private static int port(String text) {
        try {
            var port = Integer.parseInt(text);
            return port > 0 && port <= 65_535 ? port : 0;
        } catch (NumberFormatException other) {
            return 0;
        }
    }

    private static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }
}
