package iq.sendy.webhooks.store;

import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Signing secrets, sealed. The database's clock decides which still sign. */
@Component
public class SecretStore {

    /** A secret that signs, the newest of its subscription first. */
    public record Sealed(UUID subscription, UUID id, Bytes sealed) {}

    public Query<Sealed> live(StoreId store, List<UUID> subscriptions) {
        return Query.of(
                        """
                        select subscription_id, id, sealed from webhooks.secret
                        where store_id = :store and subscription_id = any (:subscriptions)
                            and (expires_at is null or expires_at > now())
                        order by subscription_id, expires_at is null desc, created_at desc, id desc
                        """,
                        (row, _) -> new Sealed(
                                row.getObject("subscription_id", UUID.class),
                                row.getObject("id", UUID.class),
                                Bytes.of(row.getBytes("sealed"))))
                .param("store", store.value())
                .param("subscriptions", subscriptions.toArray(UUID[]::new));
    }

    /** When a secret of this id was made, and whether it is the present one. */
    public record KeptSecret(Instant createdAt, boolean present) {}

    public Query<KeptSecret> kept(StoreId store, UUID subscription, UUID id) {
        return Query.of("""
                        select created_at, expires_at is null as present from webhooks.secret
                        where store_id = :store and subscription_id = :subscription and id = :id
                        """, (row, _) -> new KeptSecret(Sql.instant(row, "created_at"), row.getBoolean("present")))
                .param("store", store.value())
                .param("subscription", subscription)
                .param("id", id);
    }

    public Query<Boolean> insert(StoreId store, UUID subscription, UUID id, byte[] sealed, Instant now) {
        return Query.write("""
                        insert into webhooks.secret (store_id, subscription_id, id, sealed, created_at)
                        values (:store, :subscription, :id, :sealed, :now)
                        """)
                .param("store", store.value())
                .param("subscription", subscription)
                .param("id", id)
                .param("sealed", sealed)
                .param("now", Sql.at(now));
    }

    /** The present secret signs for so long yet. Zero ends it at once, with every older one. */
    public Query<Boolean> replace(StoreId store, UUID subscription, long overlapSeconds) {
        return Query.write("""
                        update webhooks.secret
                        set expires_at = case when :overlap = 0 then now()
                                              when expires_at is null then now() + make_interval(secs => :overlap)
                                              else expires_at end
                        where store_id = :store and subscription_id = :subscription
                            and (expires_at is null or expires_at > now())
                        """)
                .param("overlap", (double) overlapSeconds)
                .param("store", store.value())
                .param("subscription", subscription);
    }
}
