package iq.sendy.channels.store;

import iq.sendy.channels.ChannelView;
import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.meta.ChannelType;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The directory of verify tokens, by their digests. */
@Component
public class VerifyTokenDirectory {

    /** The channel that a token proves. */
    public record ProvenChannel(Bytes digest, StoreId store, UUID channel) {}

    public Query<ProvenChannel> find(ChannelType type, Bytes digest) {
        return Query.of(
                        """
                        select digest, store_id, channel_id from channels.verify_token
                        where digest = :digest and channel_type = :type
                        """,
                        (row, _) -> new ProvenChannel(
                                Bytes.of(row.getBytes("digest")),
                                new StoreId(Objects.requireNonNull(row.getObject("store_id", UUID.class))),
                                Objects.requireNonNull(row.getObject("channel_id", UUID.class))))
                .param("digest", digest.toArray())
                .param("type", type.toString());
    }

    /** When the token was issued, while it proves this channel. */
    public Query<Instant> issuedAt(StoreId store, UUID channel, Bytes digest) {
        return Query.of("""
                        select issued_at from channels.verify_token
                        where digest = :digest and store_id = :store and channel_id = :channel
                            and issued_at is not null
                        """, (row, _) -> Sql.instant(row, "issued_at"))
                .param("digest", digest.toArray())
                .param("store", store.value())
                .param("channel", channel);
    }

    public Query<Boolean> enter(StoreId store, ChannelView channel, Bytes digest, Instant now) {
        return Query.write("""
                        insert into channels.verify_token (digest, channel_type, store_id, channel_id, issued_at)
                        values (:digest, :type, :store, :channel, :now)
                        """)
                .param("now", Sql.at(now))
                .param("digest", digest.toArray())
                .param("type", channel.account().type().toString())
                .param("store", store.value())
                .param("channel", channel.id());
    }

    public Query<Boolean> leave(StoreId store, UUID channel) {
        return Query.write("delete from channels.verify_token where store_id = :store and channel_id = :channel")
                .param("store", store.value())
                .param("channel", channel);
    }
}
