package iq.sendy.messaging.store;

import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.kernel.WireWord;
import iq.sendy.messaging.ExpectedMedium;
import iq.sendy.messaging.FetchedMedium;
import iq.sendy.messaging.MediaKind;
import iq.sendy.messaging.MediaState;
import iq.sendy.messaging.MediumToFetch;
import iq.sendy.messaging.StoredMedium;
import iq.sendy.meta.MediaReference;
import iq.sendy.meta.MessageKind;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Media of messages: where they lie, what they are, and their bytes. */
@Component
public class MediaStore {

    private static final Columns<ExpectedMedium> EXPECTED = Columns.of(ExpectedMedium.class, "e")
            .uuid("id", ExpectedMedium::id)
            .uuid("conversation_id", ExpectedMedium::conversation)
            .uuid("message_id", ExpectedMedium::message)
            .integer("position", ExpectedMedium::position)
            .text("kind", ExpectedMedium::kind)
            .text("provider_id", of(MediaReference::id))
            .text("provider_url", of(MediaReference::url))
            .text("declared_type", of(MediaReference::mimeType))
            .text("declared_sha256", of(MediaReference::sha256))
            .text("file_name", of(MediaReference::fileName))
            .time("created_at", ExpectedMedium::createdAt);

    private static Function<ExpectedMedium, @Nullable String> of(Function<MediaReference, @Nullable String> part) {
        return medium -> part.apply(medium.reference());
    }

    /** Media that are still to be fetched. Sent after their messages, whose rows they hang on. */
    public Query<Boolean> expect(StoreId store, List<ExpectedMedium> media) {
        return Query.write("""
                        insert into messaging.media (store_id, id, conversation_id, message_id, position, kind, state,
                            provider_id, provider_url, declared_type, declared_sha256, file_name, created_at)
                        select :store, e.id, e.conversation_id, e.message_id, e.position, e.kind, 'Pending',
                            e.provider_id, e.provider_url, e.declared_type, e.declared_sha256, e.file_name, e.created_at
                        from\s""" + EXPECTED.table()).param("store", store.value()).rows(EXPECTED, media);
    }

    /** Those that still wait. */
    public Query<MediumToFetch> waiting(StoreId store, Collection<UUID> ids) {
        return Query.of("""
                        select d.id, d.conversation_id, d.message_id, d.provider_id, d.provider_url, d.declared_type,
                            d.declared_sha256, d.file_name, d.created_at, m.channel_id, m.kind as message_kind,
                            m.deleted_at is not null as withdrawn
                        from messaging.media as d
                        join messaging.message as m on m.store_id = d.store_id and m.id = d.message_id
                        where d.store_id = :store and d.id = any (:ids) and d.state = 'Pending'
                        """, (row, _) -> waiting(row))
                .param("store", store.value())
                .param("ids", ids.toArray(UUID[]::new));
    }

    private static MediumToFetch waiting(ResultSet row) throws SQLException {
        return new MediumToFetch(
                row.getObject("id", UUID.class),
                row.getObject("channel_id", UUID.class),
                row.getObject("conversation_id", UUID.class),
                row.getObject("message_id", UUID.class),
                WireWord.of(MessageKind.class, row.getString("message_kind")),
                row.getBoolean("withdrawn"),
                Sql.instant(row, "created_at"),
                new MediaReference(
                        row.getString("provider_id"),
                        row.getString("provider_url"),
                        row.getString("declared_type"),
                        row.getString("declared_sha256"),
                        row.getString("file_name")));
    }

    /** The bytes that a store keeps, and those of one of its conversations. */
    public Query<KeptBytes> kept(StoreId store, UUID conversation) {
        return Query.of("""
                        select coalesce(sum(d.size), 0)::bigint as of_store,
                            coalesce(sum(d.size) filter (where d.conversation_id = :conversation), 0)::bigint
                                as of_conversation
                        from messaging.media as d where d.store_id = :store and d.size is not null
                        """, (row, _) -> new KeptBytes(row.getLong("of_store"), row.getLong("of_conversation")))
                .param("store", store.value())
                .param("conversation", conversation);
    }

    /** How much room is taken. */
    public record KeptBytes(long ofStore, long ofConversation) {}

    /** It is here. Nothing happens to one that waits no longer; then its bytes are not kept either. */
    public Query<UUID> keep(StoreId store, UUID medium, FetchedMedium.Kept kept, byte[] sha256, Instant now) {
        return Query.id("""
                        with settled as (
                            update messaging.media set state = 'Stored', kind = :kind, media_type = :type, size = :size,
                                sha256 = :sha256, provider_url = null, settled_at = :now
                            where store_id = :store and id = :id and state = 'Pending' returning id
                        )
                        insert into messaging.media_content (store_id, media_id, body)
                        select :store, settled.id, :body from settled returning media_id
                        """)
                .param("store", store.value())
                .param("id", medium)
                .param("kind", kept.type().kind().toString())
                .param("type", kept.type().mediaType())
                .param("size", (long) kept.content().length())
                .param("sha256", sha256)
                .param("body", kept.content().toArray())
                .param("now", Sql.at(now));
    }

    /** It will not be here, for a reason in a word. */
    public Query<UUID> giveUp(StoreId store, UUID medium, MediaState state, String reason, Instant now) {
        return Query.id("""
                        update messaging.media set state = :state, reason = :reason, provider_url = null, settled_at = :now
                        where store_id = :store and id = :id and state = 'Pending' returning id
                        """)
                .param("store", store.value())
                .param("id", medium)
                .param("state", state.toString())
                .param("reason", reason)
                .param("now", Sql.at(now));
    }

    /** One whose bytes are here, of a message that was not withdrawn. */
    public Query<StoredMedium> stored(StoreId store, UUID conversation, UUID medium) {
        return Query.of(
                        """
                        select d.id, d.kind, d.media_type, d.file_name, d.size
                        from messaging.media as d
                        join messaging.message as m on m.store_id = d.store_id and m.id = d.message_id
                        where d.store_id = :store and d.id = :id and d.conversation_id = :conversation
                            and d.state = 'Stored' and m.deleted_at is null
                        """,
                        (row, _) -> new StoredMedium(
                                row.getObject("id", UUID.class),
                                WireWord.of(MediaKind.class, row.getString("kind")),
                                row.getString("media_type"),
                                row.getString("file_name"),
                                row.getLong("size")))
                .param("store", store.value())
                .param("conversation", conversation)
                .param("id", medium);
    }

    /** A slice of its bytes, of which no other is read. */
    public Query<Bytes> slice(StoreId store, UUID medium, long from, int length) {
        return Query.of("""
                        select substring(c.body from :from for :length) as slice from messaging.media_content as c
                        where c.store_id = :store and c.media_id = :id
                        """, (row, _) -> Bytes.of(row.getBytes("slice")))
                .param("store", store.value())
                .param("id", medium)
                .param("from", (int) from + 1)
                .param("length", length);
    }
}
