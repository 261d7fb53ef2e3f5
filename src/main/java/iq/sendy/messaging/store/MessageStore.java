package iq.sendy.messaging.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.kernel.WireWord;
import iq.sendy.messaging.MessageStatus;
import iq.sendy.messaging.NewMessage;
import iq.sendy.meta.MessageKind;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Messages as they come and as they are sent; {@code message_once} decides whether one is new. */
@Component
public class MessageStore {

    /** A message that is here, as far as news about it must know. */
    public record KnownMessage(
            UUID id,
            UUID conversation,
            @Nullable String externalId,
            MessageKind kind,
            @Nullable String text,
            @Nullable MessageStatus status,
            Instant providerAt,
            Instant createdAt,
            boolean answers) {}

    private static final String KNOWN = """
            m.id, m.conversation_id, m.external_id, m.kind, m.text, m.status, m.provider_at, m.created_at,
            m.answers""";

    private static final Columns<NewMessage> FRESH = Columns.of(NewMessage.class, "f")
            .uuid("id", NewMessage::id)
            .uuid("conversation_id", message -> message.place().conversation())
            .uuid("channel_id", message -> message.place().channel())
            .text("external_id", NewMessage::externalId)
            .text("direction", NewMessage::direction)
            .text("author_kind", message -> message.author().kind())
            .uuid("author_id", message -> message.author().id())
            .text("author_name", message -> message.author().name())
            .text("kind", message -> message.content().kind())
            .text("text", message -> message.content().text())
            .json("details", message -> message.content().details())
            .text("in_reply_to", message -> message.content().inReplyTo())
            .time("provider_at", NewMessage::providerAt)
            .bigint("number", message -> message.place().number())
            .text("status", NewMessage::status);

    /** Stores messages whose conversations are locked; a row for each that was new. */
    public Query<UUID> insert(StoreId store, Collection<NewMessage> messages, Instant now) {
        return Query.id("insert into messaging.message (store_id, status_at, created_at, " + FRESH.names() + """
                        )
                        select :store, case when f.status is not null then :now::timestamptz end, :now,\s"""
                        + FRESH.selected() + " from " + FRESH.table() + """

                        order by f.conversation_id, f.number
                        on conflict on constraint message_once do nothing
                        returning id
                        """)
                .param("store", store.value())
                .rows(FRESH, messages)
                .param("now", Sql.at(now));
    }

    /** Those of the messages that are here. */
    public Query<KnownMessage> known(StoreId store, UUID channel, Collection<String> externalIds) {
        return Query.of("select " + KNOWN + """

                        from messaging.message as m
                        where m.store_id = :store and m.channel_id = :channel and m.external_id = any (:externalIds)
                        """, MessageStore::known)
                .param("store", store.value())
                .param("channel", channel)
                .param("externalIds", externalIds.toArray(String[]::new));
    }

    /** Those of the messages, by our own ids, that nobody knows at Meta yet. */
    public Query<KnownMessage> unsettled(StoreId store, UUID channel, Collection<UUID> ids) {
        return Query.of("select " + KNOWN + """

                        from messaging.message as m
                        where m.store_id = :store and m.channel_id = :channel and m.id = any (:ids)
                            and m.external_id is null
                        """, MessageStore::known)
                .param("store", store.value())
                .param("channel", channel)
                .param("ids", ids.toArray(UUID[]::new));
    }

    /** What was sent in conversations and nobody knows at Meta yet, the oldest first. */
    public Query<KnownMessage> unsettledOf(StoreId store, Collection<UUID> conversations) {
        return Query.of("select " + KNOWN + """

                        from messaging.message as m
                        where m.store_id = :store and m.conversation_id = any (:conversations)
                            and m.external_id is null and m.status in ('Queued', 'Unknown')
                        order by m.number
                        """, MessageStore::known)
                .param("store", store.value())
                .param("conversations", conversations.toArray(UUID[]::new));
    }

    /** Gives a message whose conversation is locked the id that Meta knows it by; a row if it had none. */
    public Query<UUID> adopt(StoreId store, UUID message, String externalId, Instant at) {
        return Query.id("""
                        update messaging.message as m
                        set external_id = :externalId,
                            status = case when m.status in ('Queued', 'Unknown') then 'Sent' else m.status end,
                            status_at = case when m.status in ('Queued', 'Unknown') then :at else m.status_at end
                        where m.store_id = :store and m.id = :message and m.external_id is null
                        returning m.id
                        """)
                .param("store", store.value())
                .param("message", message)
                .param("externalId", externalId)
                .param("at", Sql.at(at));
    }

    /** Marks what was sent in a conversation until a moment as read by the customer; a row for each. */
    public Query<UUID> read(StoreId store, UUID conversation, Instant until, Instant at) {
        return Query.id("""
                        with held as materialized (
                            select m.id from messaging.message as m
                            where m.store_id = :store and m.conversation_id = :conversation
                                and m.provider_at <= :until and m.provider_at > :until::timestamptz - interval '30 days'
                                and m.direction = 'Outbound' and m.status in ('Sent', 'Delivered')
                            order by m.id for no key update
                        )
                        update messaging.message as m set status = 'Read', status_at = :at
                        from held
                        where m.store_id = :store and m.id = held.id and m.status in ('Sent', 'Delivered')
                        returning m.id
                        """)
                .param("store", store.value())
                .param("conversation", conversation)
                .param("until", Sql.at(until))
                .param("at", Sql.at(at));
    }

    private static KnownMessage known(ResultSet row, int index) throws SQLException {
        var status = row.getString("status");
        return new KnownMessage(
                row.getObject("id", UUID.class),
                row.getObject("conversation_id", UUID.class),
                row.getString("external_id"),
                WireWord.of(MessageKind.class, row.getString("kind")),
                row.getString("text"),
                status == null ? null : WireWord.of(MessageStatus.class, status),
                Sql.instant(row, "provider_at"),
                Sql.instant(row, "created_at"),
                row.getBoolean("answers"));
    }
}
