package iq.sendy.accounts;

import iq.sendy.accounts.LoginThrottling.PasswordAttempt;
import iq.sendy.accounts.model.GuessWindow;
import iq.sendy.accounts.store.FamiliarNetworkStore;
import iq.sendy.accounts.store.GuessStore;
import iq.sendy.platform.limits.Networks;
import iq.sendy.platform.secrets.Digests;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The transactions of {@link LoginThrottling}. What they count stands there as digests: the table names no phone and no address. */
@Component
class GuessCounts {

    /** Nothing older counts any more, nor holds anybody up. */
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    /** As long as a refresh token lives. */
    private static final Duration FAMILIAR = Duration.ofDays(30);

    private final GuessStore guesses;
    private final FamiliarNetworkStore networks;
    private final Digests digests;
    private final Clock clock;
    private final boolean perNetwork;

    /** @param perNetwork off with the rate limits: a load test comes from one network, and its phones are still guarded */
    GuessCounts(
            GuessStore guesses,
            FamiliarNetworkStore networks,
            Digests digests,
            Clock clock,
            @Value("${sendy.ratelimit.enabled:true}") boolean perNetwork) {
        this.guesses = guesses;
        this.networks = networks;
        this.digests = digests;
        this.clock = clock;
        this.perNetwork = perNetwork;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public PasswordAttempt attempt(String account, String ip) {
        var familiar =
                networks.knows(neighbourhood(account, ip), clock.instant().minus(FAMILIAR));
        var pair = pair(account, ip);
        var everywhere = everywhere(account, familiar);
        var network = network(ip);
        var seen = guesses.find(List.of(pair, everywhere, network));
        var before = now();
        var delay = longer(of(seen, pair).wait(before), of(seen, everywhere).wait(before));
        if (!delay.isZero()) {
            return new PasswordAttempt(account, ip, familiar, before, delay, delay);
        }
        // Looked at again now that they are held: many may have seen that it was free.
        var held = guesses.lock(List.of(pair, everywhere), before);
        var now = now();
        delay = longer(of(held, pair).wait(now), of(held, everywhere).wait(now));
        if (!delay.isZero()) {
            return new PasswordAttempt(account, ip, familiar, now, delay, delay);
        }
        var failed = perNetwork ? of(seen, network) : GuessWindow.NONE;
        var tries = of(held, pair).tried(now, failed, of(held, everywhere));
        var all = of(held, everywhere).paced(now);
        guesses.update(pair, tries);
        guesses.update(everywhere, all);
        return new PasswordAttempt(account, ip, familiar, now, Duration.ZERO, longer(tries.wait(now), all.wait(now)));
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Duration failed(PasswordAttempt attempt) {
        if (!perNetwork) {
            return attempt.told();
        }
        var now = clock.instant();
        var subject = network(attempt.ip());
        var failed = of(guesses.lock(List.of(subject), now), subject).failed(now);
        guesses.update(subject, failed);
        return longer(attempt.told(), failed.told());
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void withdraw(PasswordAttempt attempt) {
        guesses.lock(
                        List.of(
                                pair(attempt.account(), attempt.ip()),
                                everywhere(attempt.account(), attempt.familiar())),
                        clock.instant())
                .forEach((subject, tries) -> guesses.update(subject, tries.without(attempt.at())));
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void remember(String account, String ip) {
        networks.remember(neighbourhood(account, ip), clock.instant());
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public long countFailure(String account) {
        var now = clock.instant();
        return guesses.fail(digest("failures in a row of an account", account), now, now.minus(FORGOTTEN));
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void deleteExpired() {
        guesses.deleteOlderThan(clock.instant().minus(FORGOTTEN));
        networks.deleteOlderThan(clock.instant().minus(FAMILIAR));
    }

    /** As precise as it is stored, so that a place is found again. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private String pair(String account, String ip) {
        return digest("tries for an account from a network", account + " " + Networks.of(ip));
    }

    /** Those from where the account signed in of late are counted apart: a guesser elsewhere holds nobody up there. */
    private String everywhere(String account, boolean familiar) {
        return digest(familiar ? "tries from familiar networks" : "tries from other networks", account);
    }

    private String network(String ip) {
        return digest("failures in a network", Networks.of(ip));
    }

    private String neighbourhood(String account, String ip) {
        return digest("where an account signs in from", account + " " + Networks.neighbourhood(ip));
    }

    private String digest(String purpose, String subject) {
        return HexFormat.of().formatHex(digests.of(purpose, subject));
    }

    private static GuessWindow of(Map<String, GuessWindow> found, String subject) {
        return found.getOrDefault(subject, GuessWindow.NONE);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
