package iq.sendy.platform.sealing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.secrets.MasterKey;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Encryption at rest: AES-256-GCM under a key of the store's own, which the master key wraps. What it is for is part of
 * the seal, so that a sealed value copied to another row, column or store does not open.
 */
@Component
public class SecretBox {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_ID = 16;

    private final Pipeline pipeline;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;
    private final SecretKeySpec wrapping;
    private final SecureRandom random = new SecureRandom();
    private final Cache<StoreId, DataKey> newest =
            Caffeine.newBuilder().maximumSize(50_000).build();
    private final Cache<UUID, DataKey> known =
            Caffeine.newBuilder().maximumSize(50_000).build();

    SecretBox(Pipeline pipeline, UuidGenerator uuidGenerator, Clock clock, MasterKey master) {
        this.pipeline = pipeline;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
        this.wrapping = new SecretKeySpec(master.key("wrap-data-keys-1"), "AES");
    }

    private record DataKey(UUID id, SecretKeySpec key) {}

    private record WrappedKey(UUID id, Bytes wrapped) {}

    /** Seals bytes for a purpose in a store. It must run in a transaction of that store. */
    public byte[] seal(StoreId store, String purpose, byte[] open) {
        var key = keyOf(store);
        var sealed = encrypt(key.key(), associated(store, purpose), open);
        return ByteBuffer.allocate(KEY_ID + sealed.length)
                .putLong(key.id().getMostSignificantBits())
                .putLong(key.id().getLeastSignificantBits())
                .put(sealed)
                .array();
    }

    /**
     * Opens what {@link #seal} made for the same store and purpose. It must run in a transaction of that store.
     *
     * @throws IllegalStateException when it was made for another, or under another master key
     */
    public byte[] open(StoreId store, String purpose, byte[] sealed) {
        var bytes = ByteBuffer.wrap(sealed);
        var id = new UUID(bytes.getLong(), bytes.getLong());
        var key = known.getIfPresent(id);
        if (key == null) {
            key = find(store, id).orElseThrow(() -> new IllegalStateException("No data key " + id + " in this store"));
        }
        return decrypt(key.key(), associated(store, purpose), Arrays.copyOfRange(sealed, KEY_ID, sealed.length));
    }

    private DataKey keyOf(StoreId store) {
        var cached = newest.getIfPresent(store);
        if (cached != null) {
            return cached;
        }
        var mine = new byte[32];
        random.nextBytes(mine);
        var id = uuidGenerator.next();
        var wrapped = encrypt(wrapping, associated(store, "data-key|" + id), mine);
        // The store's row in store_counter decides a race: the first key made is the one that all use.
        var make = Query.write("""
                        with first as (
                            insert into platform.store_counter (store_id, name, value) values (:store, 'data_key', 1)
                            on conflict (store_id, name) do nothing returning value
                        )
                        insert into platform.data_key (store_id, id, wrapped, created_at)
                        select :store, :id, :wrapped, :now from first
                        """)
                .param("store", store.value())
                .param("id", id)
                .param("wrapped", wrapped)
                .param("now", Sql.at(clock.instant()));
        var find = Query.of(
                        """
                        select id, wrapped from platform.data_key
                        where store_id = :store order by created_at desc, id desc limit 1
                        """,
                        (row, _) -> new WrappedKey(
                                Objects.requireNonNull(row.getObject("id", UUID.class)),
                                Bytes.of(row.getBytes("wrapped"))))
                .param("store", store.value());
        pipeline.send(make, find);
        var key = unwrap(store, find.single());
        if (!key.id().equals(id)) {
            // Made by an earlier transaction, so it will not vanish in a rollback of this one.
            newest.put(store, key);
            known.put(key.id(), key);
        }
        return key;
    }

    private Optional<DataKey> find(StoreId store, UUID id) {
        var find = Query.of(
                        "select id, wrapped from platform.data_key where store_id = :store and id = :id",
                        (row, _) -> new WrappedKey(
                                Objects.requireNonNull(row.getObject("id", UUID.class)),
                                Bytes.of(row.getBytes("wrapped"))))
                .param("store", store.value())
                .param("id", id);
        pipeline.send(find);
        return find.first().map(wrappedKey -> {
            var key = unwrap(store, wrappedKey);
            known.put(id, key);
            return key;
        });
    }

    private DataKey unwrap(StoreId store, WrappedKey wrappedKey) {
        try {
            var key = decrypt(
                    wrapping,
                    associated(store, "data-key|" + wrappedKey.id()),
                    wrappedKey.wrapped().toArray());
            return new DataKey(wrappedKey.id(), new SecretKeySpec(key, "AES"));
        } catch (IllegalStateException closed) {
            throw new WrongMasterKey(closed);
        }
    }

    private static byte[] associated(StoreId store, String purpose) {
        return ("v1|" + store + "|" + purpose).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] encrypt(SecretKeySpec key, byte[] associated, byte[] open) {
        try {
            var nonce = new byte[NONCE];
            random.nextBytes(nonce);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(associated);
            var sealed = cipher.doFinal(open);
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM failed", impossible);
        }
    }

    private static byte[] decrypt(SecretKeySpec key, byte[] associated, byte[] sealed) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE));
            cipher.updateAAD(associated);
            return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException wrong) {
            throw new IllegalStateException("A sealed value does not open: another row, store or master key", wrong);
        }
    }
}
