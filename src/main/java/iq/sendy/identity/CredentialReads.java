package iq.sendy.identity;

import iq.sendy.identity.model.RefreshToken;
import iq.sendy.identity.store.ApiKeyStore;
import iq.sendy.identity.store.MemberStore;
import iq.sendy.identity.store.SignInStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.stores.StoreSettings;
import iq.sendy.stores.Stores;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads, each in a transaction of its own, how members, keys and stores stand now. */
@Component
class CredentialReads {

    private final MemberStore members;
    private final ApiKeyStore keys;
    private final SignInStore signIns;
    private final Stores stores;
    private final Clock clock;

    CredentialReads(MemberStore members, ApiKeyStore keys, SignInStore signIns, Stores stores, Clock clock) {
        this.members = members;
        this.keys = keys;
        this.signIns = signIns;
        this.stores = stores;
        this.clock = clock;
    }

    record Key(StoreId store, ApiKeyStore.Kept kept) {}

    record Store(boolean suspended, StoreSettings settings) {}

    @Transactional(readOnly = true)
    public Optional<MemberStore.Kept> member(StoreId store, UUID member) {
        return members.find(store, member);
    }

    /** Whose browser carries this token, if they may still sign in. */
    @Transactional(readOnly = true)
    public Optional<MemberStore.Kept> browsing(RefreshToken token) {
        return signIns.browsing(token, clock.instant()).flatMap(member -> members.find(token.store(), member));
    }

    @Transactional(readOnly = true)
    public Optional<StoreId> ownerOf(String keyId) {
        return keys.owner(keyId);
    }

    @Transactional(readOnly = true)
    public Optional<Key> key(StoreId store, String keyId) {
        return keys.byKeyId(store, keyId).map(kept -> new Key(store, kept));
    }

    @Transactional(readOnly = true)
    public Optional<Store> store(StoreId store) {
        return stores.find(store).map(found -> new Store(found.suspended(), stores.settingsOf(store)));
    }
}
