package iq.sendy.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import iq.sendy.access.model.ApiSecret;
import iq.sendy.accounts.Accounts;
import iq.sendy.accounts.MemberKind;
import iq.sendy.accounts.MemberView;
import iq.sendy.accounts.SignIns;
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
public class CredentialCache implements CredentialLookup {

    private static final String KEY_PURPOSE = "identity.api_key|secret";

    /** With the time a look-up takes, below the five seconds that the contract allows. */
    private static final Duration FRESH = Duration.ofSeconds(4);

    private static final int MOST = 100_000;

    private final SignIns signIns;
    private final Accounts accounts;
    private final CredentialReads reads;
    private final ApiKeyUsage uses;
    private final Digests digests;
    private final Cache<IdInStore, Optional<MemberView>> members = cache();
    private final Cache<IdInStore, Optional<RoleView>> roles = cache();
    private final Cache<String, Optional<CredentialReads.KeyOfStore>> keys = cache();
    private final Cache<StoreId, Optional<CredentialReads.StoreStanding>> stores = cache();

    CredentialCache(SignIns signIns, Accounts accounts, CredentialReads reads, ApiKeyUsage uses, Digests digests) {
        this.signIns = signIns;
        this.accounts = accounts;
        this.reads = reads;
        this.uses = uses;
        this.digests = digests;
    }

    /** What is kept of a key's secret. */
    byte[] digest(ApiSecret secret) {
        return digests.of(KEY_PURPOSE, secret.onWire());
    }

    private record IdInStore(StoreId store, UUID id) {}

    @Override
    public Caller byKey(String sent) {
        var secret = ApiSecret.parse(sent).orElseThrow(CredentialCache::invalid);
        var key = keys.get(secret.keyId(), this::readKey).orElseThrow(CredentialCache::invalid);
        var view = key.stored().view();
        if (view.revokedAt() != null
                || !digests.matches(key.stored().secretDigest().toArray(), KEY_PURPOSE, sent)) {
            throw invalid();
        }
        var settings = trading(key.store());
        uses.record(key.store(), view);
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
        var subject = signIns.verify(token).orElseThrow(CredentialCache::invalid);
        var member = members.get(new IdInStore(subject.store(), subject.member()), this::readMember)
                .filter(subject::holdsFor)
                .orElseThrow(CredentialCache::invalid);
        return caller(subject.store(), member);
    }

    /** Read anew for each page: whoever was signed out or removed anywhere is gone with the next request. */
    @Override
    public Caller bySession(String sent) {
        var session = signIns.browserSession(sent)
                .filter(found -> found.member().active())
                .orElseThrow(CredentialCache::invalid);
        return caller(session.store(), session.member());
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
        var permissions = MemberPermissions.of(member, role -> roles.get(new IdInStore(store, role), this::readRole));
        return new Caller(
                store,
                Caller.Kind.USER,
                member.id(),
                member.fullName(),
                new HashSet<>(permissions),
                settings.currency(),
                settings.zone());
    }

    private StoreSettings trading(StoreId store) {
        var standing = stores.get(store, this::readStore).orElseThrow(CredentialCache::invalid);
        if (standing.suspended()) {
            throw new RequestRejected(HttpStatus.FORBIDDEN, Violation.of("store.suspended"));
        }
        return standing.settings();
    }

    void forgetMember(StoreId store, UUID member) {
        afterCompletion(() -> members.invalidate(new IdInStore(store, member)));
    }

    void forgetRole(StoreId store, UUID role) {
        afterCompletion(() -> roles.invalidate(new IdInStore(store, role)));
    }

    void forgetKey(String keyId) {
        afterCompletion(() -> keys.invalidate(keyId));
    }

    /** What is known of a store has changed in the running transaction: it is forgotten once that ends. */
    public void forgetStore(StoreId store) {
        afterCompletion(() -> stores.invalidate(store));
    }

    /** Waits for a look-up that is under way, which may have seen what was before, and forgets that too. */
    private static void afterCompletion(Runnable forget) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                forget.run();
            }
        });
    }

    private Optional<MemberView> readMember(IdInStore member) {
        return CurrentTenant.in(member.store(), () -> accounts.find(member.store(), member.id()));
    }

    private Optional<RoleView> readRole(IdInStore role) {
        return CurrentTenant.in(role.store(), () -> reads.role(role.store(), role.id()));
    }

    private Optional<CredentialReads.KeyOfStore> readKey(String keyId) {
        return CurrentTenant.in(StoreId.PLATFORM, () -> reads.ownerOf(keyId))
                .flatMap(store -> CurrentTenant.in(store, () -> reads.key(store, keyId)));
    }

    private Optional<CredentialReads.StoreStanding> readStore(StoreId store) {
        return CurrentTenant.in(store, () -> reads.store(store));
    }

    private static RequestRejected invalid() {
        return new RequestRejected(HttpStatus.UNAUTHORIZED, Violation.of("auth.invalid"));
    }

    private static <K, V> Cache<K, V> cache() {
        return Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(MOST).build();
    }
}
