package iq.sendy.access;

import iq.sendy.access.model.ApiSecret;
import iq.sendy.access.store.ApiKeyStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.secrets.FormSecrets;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.tenancy.WriteConflict;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** API keys of programs: shown once, their scopes fixed for life, and revoked for good. */
@Service
public class ApiKeys {

    private static final String TYPE = "api_key";
    private static final String SYMBOLS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int SYMBOLS_OF_ID = 22;
    private static final int SECRET = 32;

    private final ApiKeyStore keys;
    private final ApiKeyUsage uses;
    private final CredentialCache credentialCache;
    private final FormSecrets formSecrets;
    private final Pipeline pipeline;
    private final Audit audit;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiKeys(
            ApiKeyStore keys,
            ApiKeyUsage uses,
            CredentialCache credentialCache,
            FormSecrets formSecrets,
            Pipeline pipeline,
            Audit audit,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.keys = keys;
        this.uses = uses;
        this.credentialCache = credentialCache;
        this.formSecrets = formSecrets;
        this.pipeline = pipeline;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    @Transactional
    public CreatedApiKey create(CreateApiKey command) {
        return create(command, secret(bytes(SYMBOLS_OF_ID), bytes(SECRET)));
    }

    /**
     * As {@link #create}, for a form that has an id of its own, which nobody else is told: from that the key is drawn, so
     * that however often the form is sent, one is there and each answer has the whole of it. What was sent otherwise, as
     * after going back to the form, is another key, and so is what is sent after it was revoked, or minutes later: an old
     * form that lies about shows no key that is in use.
     */
    @Transactional
    public CreatedApiKey createOnce(UUID form, CreateApiKey command) {
        var store = command.store();
        var secret = secret(
                formSecrets.draw("api_key.form.id", store, form), formSecrets.draw("api_key.form.secret", store, form));
        var made = keys.byKeyId(store, secret.keyId()).map(ApiKeyStore.StoredApiKey::view);
        if (made.isEmpty()) {
            return WriteConflict.onDuplicateKey("the same form", () -> create(command, secret));
        }
        return made.filter(key -> key.isOf(command))
                .filter(key -> formSecrets.showsAgain(key.createdAt()))
                .map(key -> new CreatedApiKey(key, secret.onWire()))
                .orElseGet(() -> create(command));
    }

    private CreatedApiKey create(CreateApiKey command, ApiSecret secret) {
        var key = new ApiKeyView(
                uuidGenerator.next(), secret.keyId(), command.name(), command.scopes(), clock.instant(), null, null);
        keys.insert(command.store(), key, credentialCache.digest(secret));
        // It may have been asked for before it was there.
        credentialCache.forgetKey(key.keyId());
        audit.record(
                command.store(),
                command.actor(),
                Change.created(
                        TYPE, key.id(), Map.of("name", key.name(), "keyId", key.keyId(), "scopes", key.scopes())));
        return new CreatedApiKey(key, secret.onWire());
    }

    /** Newest first, revoked ones too. */
    @Transactional(readOnly = true)
    public Page<ApiKeyView> list(StoreId store, Paging paging) {
        return keys.list(store).page(pipeline, paging).map(this::withLatestUse);
    }

    /** Answers the key a second time too; empty when there is none. */
    @Transactional
    public Optional<ApiKeyView> revoke(StoreId store, Actor actor, UUID id) {
        var found = keys.lock(store, id).map(this::withLatestUse);
        if (found.isEmpty() || found.get().revokedAt() != null) {
            return found;
        }
        var key = found.get();
        var now = clock.instant();
        keys.revoke(store, id, now);
        credentialCache.forgetKey(key.keyId());
        audit.record(
                store,
                actor,
                new Change(
                        "api_key.revoked",
                        TYPE,
                        id,
                        Map.of("name", key.name(), "keyId", key.keyId()),
                        Map.of("revokedAt", now)));
        return Optional.of(key.revoked(now));
    }

    private ApiKeyView withLatestUse(ApiKeyView key) {
        return key.lastUsed(uses.latest(key));
    }

    private byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Each symbol of the id is a byte's; what is left of them is not asked. */
    private static ApiSecret secret(byte[] ofId, byte[] ofSecret) {
        var id = new StringBuilder(ApiSecret.PREFIX);
        for (var i = 0; i < SYMBOLS_OF_ID; i++) {
            id.append(SYMBOLS.charAt(Byte.toUnsignedInt(ofId[i]) % SYMBOLS.length()));
        }
        return new ApiSecret(
                id.toString(), Base64.getUrlEncoder().withoutPadding().encodeToString(ofSecret));
    }
}
