package iq.sendy.identity;

import iq.sendy.identity.store.GuessStore;
import iq.sendy.platform.database.BesideRequests;
import iq.sendy.platform.secrets.Digests;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows guessing down, for one phone and for one network. What was guessed is counted in transactions of its own: a refused
 * sign-in rolls its step back, and must not roll back its count. They take their connection beside requests: under an
 * {@code Idempotency-Key} this request has one already, and requests that wait for a second one would wait for each other.
 */
@Component
class Throttling {

    private final Counts counts;

    Throttling(Counts counts) {
        this.counts = counts;
    }

    /** How long to wait before a password is looked at at all. */
    Duration wait(String account, String ip) {
        return BesideRequests.call(() -> counts.wait(account, ip));
    }

    /** Counts a wrong password; answers what the guesser is told to wait, zero for the first five. */
    Duration wrong(String account, String ip) {
        return BesideRequests.call(() -> counts.wrong(account, ip));
    }

    /** Forgets the guesses before a right password; but one of a burst comes too late when too many were wrong meanwhile. */
    Duration right(String account) {
        return BesideRequests.call(() -> counts.right(account));
    }

    void forget() {
        BesideRequests.run(counts::forget);
    }

    /** The transactions of that. */
    @Component
    static class Counts {

        /** What a house has of IPv6: half of an address. */
        private static final int HOUSE = 8;

        /** Nothing older counts any more, nor holds anybody up. */
        private static final Duration FORGOTTEN = Duration.ofHours(1);

        private final GuessStore guesses;
        private final Digests digests;
        private final Clock clock;
        private final boolean networks;

        /** @param networks off with the rate limits: a load test comes from one network, and its phones are still guarded */
        Counts(
                GuessStore guesses,
                Digests digests,
                Clock clock,
                @Value("${sendy.ratelimit.enabled:true}") boolean networks) {
            this.guesses = guesses;
            this.digests = digests;
            this.clock = clock;
            this.networks = networks;
        }

        @Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
        public Duration wait(String account, String ip) {
            var now = clock.instant();
            var ofPhone = guesses.find(account(account)).wait(now);
            return networks ? longer(ofPhone, guesses.find(network(ip)).wait(now)) : ofPhone;
        }

        @Transactional(propagation = Propagation.REQUIRES_NEW)
        public Duration wrong(String account, String ip) {
            var now = clock.instant();
            var ofPhone = guesses.lockOrMake(account(account), now).wrongPhone(now);
            guesses.update(account(account), ofPhone, now);
            if (!networks) {
                return ofPhone.told();
            }
            var ofNetwork = guesses.lockOrMake(network(ip), now).wrongNetwork(now);
            guesses.update(network(ip), ofNetwork, now);
            return longer(ofPhone.told(), ofNetwork.told());
        }

        @Transactional(propagation = Propagation.REQUIRES_NEW)
        public Duration right(String account) {
            var subject = account(account);
            var wait = guesses.lock(subject).map(found -> found.wait(clock.instant()));
            if (wait.isPresent() && wait.get().isZero()) {
                guesses.delete(subject);
            }
            return wait.orElse(Duration.ZERO);
        }

        @Transactional(propagation = Propagation.REQUIRES_NEW)
        public void forget() {
            guesses.deleteOlderThan(clock.instant().minus(FORGOTTEN));
        }

        private String account(String account) {
            return HexFormat.of().formatHex(digests.of("guesses of an account", account));
        }

        private String network(String ip) {
            return HexFormat.of().formatHex(digests.of("guesses from a network", house(ip)));
        }

        private static String house(String ip) {
            if (!ip.contains(":")) {
                return ip;
            }
            try {
                var address = InetAddress.ofLiteral(ip);
                return address instanceof Inet6Address
                        ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), HOUSE))
                        : address.getHostAddress();
            } catch (IllegalArgumentException notAnAddress) {
                return ip;
            }
        }

        private static Duration longer(Duration one, Duration other) {
            return one.compareTo(other) > 0 ? one : other;
        }
    }
}
