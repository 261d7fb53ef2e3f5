package iq.sendy.identity;

import iq.sendy.identity.model.ApiSecret;
import iq.sendy.identity.store.After;
import iq.sendy.identity.store.KeyStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.ids.Ids;
import iq.sendy.platform.secrets.Digests;
import iq.sendy.platform.sql.Together;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The keys of machines: shown once, their scopes fixed for life, and revoked for good. */
@Component
class Keys {

    private static final String SYMBOLS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int ID_SYMBOLS = 22;
    private static final int SECRET = 32;

    private final KeyStore keys;
    private final KeyUses uses;
    private final Recognizing recognizing;
    private final Digests digests;
    private final Together together;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Keys(
            KeyStore keys,
            KeyUses uses,
            Recognizing recognizing,
            Digests digests,
            Together together,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.keys = keys;
        this.uses = uses;
        this.recognizing = recognizing;
        this.digests = digests;
        this.together = together;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public MadeKey make(MakeKey command) {
        var secret = secret();
        var key =
                new KeyView(ids.next(), secret.keyId(), command.name(), command.scopes(), clock.instant(), null, null);
        keys.insert(command.store(), key, digests.of(Recognizing.KEY_PURPOSE, secret.onWire()));
        // It may have been asked for before it was there.
        recognizing.forgetKey(key.keyId());
        audit.record(
                command.store(),
                command.actor(),
                new Audit.Change(
                        "api_key.created",
                        "api_key",
                        key.id(),
                        null,
                        Map.of("name", key.name(), "keyId", key.keyId(), "scopes", key.scopes())));
        return new MadeKey(key, secret.onWire());
    }

    @Transactional(readOnly = true)
    public Page<KeyView> list(StoreId store, Paging paging) {
        var found = keys.list(store, After.of(paging), paging.offset(), paging.pageSize() + 1);
        var total = keys.count(store);
        together.send(found, total);
        return Page.of(paging, found.answer(), total.single(), key -> After.position(key.createdAt(), key.id()))
                .map(this::withLatestUse);
    }

    /** Answers the key a second time too; empty when there is none. */
    @Transactional
    public Optional<KeyView> revoke(StoreId store, Actor actor, UUID id) {
        var found = keys.lock(store, id).map(this::withLatestUse);
        if (found.isEmpty() || found.get().revokedAt() != null) {
            return found;
        }
        var key = found.get();
        var now = clock.instant();
        keys.revoke(store, id, now);
        recognizing.forgetKey(key.keyId());
        audit.record(
                store,
                actor,
                new Audit.Change(
                        "api_key.revoked",
                        "api_key",
                        id,
                        Map.of("name", key.name(), "keyId", key.keyId()),
                        Map.of("revokedAt", now)));
        return Optional.of(
                new KeyView(key.id(), key.keyId(), key.name(), key.scopes(), key.createdAt(), key.lastUsedAt(), now));
    }

    private KeyView withLatestUse(KeyView key) {
        return new KeyView(
                key.id(), key.keyId(), key.name(), key.scopes(), key.createdAt(), uses.latest(key), key.revokedAt());
    }

    private ApiSecret secret() {
        var id = new StringBuilder(ApiSecret.PREFIX);
        for (var i = 0; i < ID_SYMBOLS; i++) {
            id.append(SYMBOLS.charAt(random.nextInt(SYMBOLS.length())));
        }
        var bytes = new byte[SECRET];
        random.nextBytes(bytes);
        return new ApiSecret(
                id.toString(), Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
