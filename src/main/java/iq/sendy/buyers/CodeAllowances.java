package iq.sendy.buyers;

import iq.sendy.buyers.model.CodeAllowance;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.limits.Networks;
import iq.sendy.platform.secrets.Digests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Who may be sent how many one-time codes: each costs the shop money and its receiver patience, so neither one phone, nor
 * one network, nor all visitors of a shop together have them without end.
 */
@Component
class CodeAllowances {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private static final int PHONE_AT_STORE_PER_HOUR = 5;

    /** Whoever would flood a phone finds other shops. */
    private static final int PHONE_PER_DAY = 20;

    private static final int NETWORK_AT_STORE_PER_HOUR = 20;
    private static final int NETWORK_PER_DAY = 500;
    private static final int STORE_PER_DAY = 1_000;

    private final Digests digests;
    private final boolean perNetwork;

    /** @param perNetwork off with the rate limits: a load test comes from one network, and its phones are still guarded */
    CodeAllowances(Digests digests, @Value("${sendy.ratelimit.enabled:true}") boolean perNetwork) {
        this.digests = digests;
        this.perNetwork = perNetwork;
    }

    List<CodeAllowance> of(StoreId store, SendCode command) {
        var phone = command.phone().value();
        var network = Networks.of(command.ip());
        var limits = new ArrayList<CodeAllowance>();
        limits.add(limit("a phone at a store, minute", store + " " + phone, 1, OneTimeCodeTransactions.PAUSE));
        limits.add(limit("a phone at a store, hour", store + " " + phone, PHONE_AT_STORE_PER_HOUR, HOUR));
        limits.add(limit("a phone, day", phone, PHONE_PER_DAY, DAY));
        limits.add(limit("a store, day", store.toString(), STORE_PER_DAY, DAY));
        if (perNetwork) {
            limits.add(limit("a network at a store, hour", store + " " + network, NETWORK_AT_STORE_PER_HOUR, HOUR));
            limits.add(limit("a network, day", network, NETWORK_PER_DAY, DAY));
        }
        return limits;
    }

    private CodeAllowance limit(String purpose, String subject, int most, Duration within) {
        return new CodeAllowance(
                HexFormat.of().formatHex(digests.of("codes sent to " + purpose, subject)), most, within);
    }
}
