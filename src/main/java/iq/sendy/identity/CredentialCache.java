package iq.sendy.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import iq.sendy.identity.model.ApiSecret;
import iq.sendy.identity.model.RefreshToken;
import iq.sendy.identity.store.MemberStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.CredentialLookup;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.secrets.Digests;
import iq.sendy.platform.tenancy.CurrentTenant;
import iq.sendy.stores.StoreSettings;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Cache of credentials. Finds who stands behind a credential, from memory that is at most five seconds old. What
 * changes in this process is forgotten as soon as it is committed, so that it holds from the next request.
 */
@Component
class CredentialCache implements CredentialLookup {

    static final String KEY_PURPOSE = "identity.api_key|secret";

    /** With the time a look-up takes, below the five seconds that the contract allows. */
    private static final Duration FRESH = Duration.ofSeconds(4);

    private static final int MOST = 100_000;

    private final AccessTokens tokens;
    private final CredentialReads credentialReads;
    private final ApiKeyUsage uses;
    private final Digests digests;
    private final Cache<Who, Optional<MemberStore.Kept>> members = cache();
    private final Cache<String, Optional<CredentialReads.Key>> keys = cache();
    private final Cache<StoreId, Optional<CredentialReads.Store>> stores = cache();

    CredentialCache(AccessTokens tokens, CredentialReads credentialReads, ApiKeyUsage uses, Digests digests) {
        this.tokens = tokens;
        this.credentialReads = credentialReads;
        this.uses = uses;
        this.digests = digests;
    }

    private record Who(StoreId store, UUID member) {}

    @Override
    public Caller byKey(String sent) {
        var secret = ApiSecret.parse(sent).orElseThrow(CredentialCache::invalid);
        var key = keys.get(secret.keyId(), this::key).orElseThrow(CredentialCache::invalid);
        if (key.kept().view().revokedAt() != null
                || !digests.matches(key.kept().secretDigest().toArray(), KEY_PURPOSE, sent)) {
            throw invalid();
        }
        var settings = trading(key.store());
        var view = key.kept().view();
        uses.noted(key.store(), view);
        return new Caller(
                key.store(),
                Caller.Kind.KEY,
                view.id(),
                view.name(),
                new HashSet<>(view.scopes()),
                settings.currency(),
                settings.zone());
    }

    @Override
    public Caller byToken(String token) {
        var bearer = tokens.read(token).orElseThrow(CredentialCache::invalid);
        var member = members.get(new Who(bearer.store(), bearer.member()), this::member)
                .filter(kept -> kept.view().active() && kept.version() == bearer.version())
                .orElseThrow(CredentialCache::invalid)
                .view();
        return caller(bearer.store(), member);
    }

    /** Read anew for each page: whoever was signed out or sent away anywhere is gone with the next request. */
    @Override
    public Caller bySession(String sent) {
        var token = RefreshToken.parse(sent).orElseThrow(CredentialCache::invalid);
        var member = CurrentTenant.in(token.store(), () -> credentialReads.browsing(token))
                .filter(kept -> kept.view().active())
                .orElseThrow(CredentialCache::invalid)
                .view();
        return caller(token.store(), member);
    }

    private Caller caller(StoreId store, MemberView member) {
        if (member.kind() == MemberKind.ADMIN) {
            var settings = StoreSettings.DEFAULTS;
            return new Caller(
                    StoreId.PLATFORM,
                    Caller.Kind.ADMIN,
                    member.id(),
                    member.fullName(),
                    new HashSet<>(),
                    settings.currency(),
                    settings.zone());
        }
        var settings = trading(store);
        return new Caller(
                store,
                Caller.Kind.USER,
                member.id(),
                member.fullName(),
                new HashSet<>(member.permissions()),
                settings.currency(),
                settings.zone());
    }

    private StoreSettings trading(StoreId store) {
        var standing = stores.get(store, this::store).orElseThrow(CredentialCache::invalid);
        if (standing.suspended()) {
            throw new RequestRejected(HttpStatus.FORBIDDEN, Violation.of("store.suspended"));
        }
        return standing.settings();
    }

    void forgetMember(StoreId store, UUID member) {
        afterwards(() -> members.invalidate(new Who(store, member)));
    }

    void forgetKey(String keyId) {
        afterwards(() -> keys.invalidate(keyId));
    }

    void forgetStore(StoreId store) {
        afterwards(() -> stores.invalidate(store));
    }

    /** Waits for a look-up that is under way, which may have seen what was before, and forgets that too. */
    private static void afterwards(Runnable forget) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                forget.run();
            }
        });
    }

    private Optional<MemberStore.Kept> member(Who who) {
        return CurrentTenant.in(who.store(), () -> credentialReads.member(who.store(), who.member()));
    }

    private Optional<CredentialReads.Key> key(String keyId) {
        return CurrentTenant.in(StoreId.PLATFORM, () -> credentialReads.ownerOf(keyId))
                .flatMap(store -> CurrentTenant.in(store, () -> credentialReads.key(store, keyId)));
    }

    private Optional<CredentialReads.Store> store(StoreId store) {
        return CurrentTenant.in(store, () -> credentialReads.store(store));
    }

    private static RequestRejected invalid() {
        return new RequestRejected(HttpStatus.UNAUTHORIZED, Violation.of("auth.invalid"));
    }

    private static <K, V> Cache<K, V> cache() {
        return Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(MOST).build();
    }
}
