package iq.sendy.buyers;

import iq.sendy.buyers.store.BuyerAccountStore;
import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.secrets.Digests;
import iq.sendy.platform.sql.Pipeline;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transactions of {@link BrowserSessions}. */
@Component
class BrowserTransactions {

    private static final Duration LIFE = Duration.ofDays(30);
    private static final int SECRET = 32;

    private final BuyerAccountStore accounts;
    private final OneTimeCodes codes;
    private final BuyerAudit audit;
    private final Pipeline pipeline;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    BrowserTransactions(
            BuyerAccountStore accounts,
            OneTimeCodes codes,
            BuyerAudit audit,
            Pipeline pipeline,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.accounts = accounts;
        this.codes = codes;
        this.audit = audit;
        this.pipeline = pipeline;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** Begins a session with the code that proved the phone; empty when that was used meanwhile. */
    @Transactional
    public Optional<String> open(ProvenPhone proven, String ip) {
        if (!codes.take(proven)) {
            return Optional.empty();
        }
        var store = proven.store();
        var now = clock.instant();
        var fresh = new BuyerAccount(uuidGenerator.next(), proven.phone(), null, 1, now);
        var account = pipeline.ask(accounts.open(store, fresh)).single();
        var session = secret();
        pipeline.send(accounts.begin(store, account.id(), digest(session), now, now.plus(LIFE)));
        if (account.id().equals(fresh.id())) {
            audit.record(store, BuyerAudit.REGISTERED, account, ip);
        }
        return Optional.of(session);
    }

    @Transactional(readOnly = true)
    public Optional<BuyerAccount> find(StoreId store, String session) {
        return pipeline.ask(accounts.browsing(store, digest(session), clock.instant()))
                .first();
    }

    @Transactional
    public boolean end(StoreId store, String session) {
        pipeline.send(accounts.end(store, digest(session)));
        return true;
    }

    private String secret() {
        var bytes = new byte[SECRET];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Bytes digest(String session) {
        return Bytes.of(Digests.sha256(session));
    }
}
