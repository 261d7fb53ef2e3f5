package iq.sendy.access;

import iq.sendy.access.store.ApiKeyStore;
import iq.sendy.access.store.RoleStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.stores.Settings;
import iq.sendy.stores.StoreSettings;
import iq.sendy.stores.Stores;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads, each in a transaction of its own, how roles, keys and stores stand now. */
@Component
class CredentialReads {

    private final RoleStore roles;
    private final ApiKeyStore keys;
    private final Stores stores;
    private final Settings storeSettings;

    CredentialReads(RoleStore roles, ApiKeyStore keys, Stores stores, Settings storeSettings) {
        this.roles = roles;
        this.keys = keys;
        this.stores = stores;
        this.storeSettings = storeSettings;
    }

    record KeyOfStore(StoreId store, ApiKeyStore.StoredApiKey stored) {}

    record StoreStanding(boolean suspended, StoreSettings settings) {}

    @Transactional(readOnly = true)
    public Optional<RoleView> role(StoreId store, UUID role) {
        return roles.find(store, role);
    }

    @Transactional(readOnly = true)
    public Optional<StoreId> ownerOf(String keyId) {
        return keys.owner(keyId);
    }

    @Transactional(readOnly = true)
    public Optional<KeyOfStore> key(StoreId store, String keyId) {
        return keys.byKeyId(store, keyId).map(stored -> new KeyOfStore(store, stored));
    }

    @Transactional(readOnly = true)
    public Optional<StoreStanding> store(StoreId store) {
        return stores.find(store).map(found -> new StoreStanding(found.suspended(), storeSettings.of(store)));
    }
}
