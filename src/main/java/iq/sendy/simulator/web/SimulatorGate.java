package iq.sendy.simulator.web;

import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.url.PublicUrl;
import iq.sendy.simulator.SimulatedPhones;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Admission to the phones: where Meta is simulated, for whoever sits at this machine. A demo that the public sees has none
 * for the public, since whoever holds a phone writes to a store. A proxy beside us is seen by what it adds, or by the public
 * address that the operator gave.
 */
@Component
class SimulatorGate {

    private static final List<String> OF_PROXIES =
            List.of("X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Forwarded", "Via");

    private final SimulatedPhones phones;
    private final boolean publicAddress;

    SimulatorGate(SimulatedPhones phones, PublicUrl publicUrl) {
        this.phones = phones;
        this.publicAddress = !isHere(URI.create(publicUrl.of("")).getHost());
    }

    /** @throws RequestRejected 404, as where there are no phones at all */
    void admit(HttpServletRequest request) {
        if (!phones.on() || publicAddress || !local(request)) {
            throw new RequestRejected(HttpStatus.NOT_FOUND, Violation.of("route.not_found"));
        }
    }

    /** A page of elsewhere whose name was made to lead here asks for that name. */
    private static boolean local(HttpServletRequest request) {
        return isHere(request.getRemoteAddr())
                && isHere(request.getServerName())
                && OF_PROXIES.stream().allMatch(header -> request.getHeader(header) == null);
    }

    private static boolean isHere(@Nullable String host) {
        var name = Objects.requireNonNullElse(host, "").toLowerCase(Locale.ROOT);
        if (name.equals("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(name.startsWith("[") ? name.substring(1, name.length() - 1) : name)
                    .isLoopbackAddress();
        } catch (IllegalArgumentException otherName) {
            return false;
        }
    }
}
