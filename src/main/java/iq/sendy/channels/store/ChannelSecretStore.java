package iq.sendy.channels.store;

import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Secrets of channels, sealed. */
@Component
public class ChannelSecretStore {

    /** The sealed secrets of a channel. */
    public record SealedSecrets(
            UUID channel, Bytes accessToken, @Nullable Bytes appSecret) {}

    public Query<SealedSecrets> find(StoreId store, UUID channel) {
        return Query.of("""
                        select channel_id, access_token, app_secret from channels.channel_secret
                        where store_id = :store and channel_id = :channel
                        """, (row, _) -> {
                    var own = row.getBytes("app_secret");
                    return new SealedSecrets(
                            Objects.requireNonNull(row.getObject("channel_id", UUID.class)),
                            Bytes.of(row.getBytes("access_token")),
                            own == null ? null : Bytes.of(own));
                })
                .param("store", store.value())
                .param("channel", channel);
    }

    public Query<Boolean> insert(StoreId store, SealedSecrets sealed) {
        return Query.write("""
                        insert into channels.channel_secret (store_id, channel_id, access_token, app_secret)
                        values (:store, :channel, :token, :secret)
                        """)
                .param("store", store.value())
                .param("channel", sealed.channel())
                .param("token", sealed.accessToken().toArray())
                .param("secret", bytes(sealed.appSecret()));
    }

    public Query<Boolean> changeAccessToken(StoreId store, UUID channel, Bytes sealed) {
        return Query.write("""
                        update channels.channel_secret set access_token = :token
                        where store_id = :store and channel_id = :channel
                        """)
                .param("token", sealed.toArray())
                .param("store", store.value())
                .param("channel", channel);
    }

    public Query<Boolean> changeAppSecret(StoreId store, UUID channel, @Nullable Bytes sealed) {
        return Query.write("""
                        update channels.channel_secret set app_secret = :secret
                        where store_id = :store and channel_id = :channel
                        """)
                .param("secret", bytes(sealed))
                .param("store", store.value())
                .param("channel", channel);
    }

    public Query<Boolean> delete(StoreId store, UUID channel) {
        return Query.write("delete from channels.channel_secret where store_id = :store and channel_id = :channel")
                .param("store", store.value())
                .param("channel", channel);
    }

    private static byte @Nullable [] bytes(@Nullable Bytes sealed) {
        return sealed == null ? null : sealed.toArray();
    }
}
