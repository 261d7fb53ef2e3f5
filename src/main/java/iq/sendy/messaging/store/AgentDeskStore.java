package iq.sendy.messaging.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.kernel.WireWord;
import iq.sendy.messaging.AuthorKind;
import iq.sendy.messaging.ConversationStatus;
import iq.sendy.messaging.SaidMessage;
import iq.sendy.meta.ChannelType;
import iq.sendy.meta.MessageKind;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Conversations as the agent reads them. */
@Component
public class AgentDeskStore {

    private static final String CONTACT = """
             where p.store_id = :store and p.id = (
                select c.contact_id from messaging.conversation as c where c.store_id = :store and c.id = :id)
            """;

    /** A conversation whose row the transaction has. */
    public record HeldConversation(
            UUID id,
            UUID channel,
            ChannelType type,
            UUID contact,
            ConversationStatus status,
            @Nullable Instant windowExpiresAt) {}

    public Query<HeldConversation> lock(StoreId store, UUID conversation) {
        return of("""
                select c.id, c.channel_id, c.channel_type, c.contact_id, c.status, c.window_expires_at
                from messaging.conversation as c
                where c.store_id = :store and c.id = :id for no key update
                """, AgentDeskStore::held, store, conversation);
    }

    private static HeldConversation held(ResultSet row, int index) throws SQLException {
        return new HeldConversation(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getObject("channel_id", UUID.class)),
                WireWord.of(ChannelType.class, row.getString("channel_type")),
                Objects.requireNonNull(row.getObject("contact_id", UUID.class)),
                WireWord.of(ConversationStatus.class, row.getString("status")),
                Sql.instantOrNull(row, "window_expires_at"));
    }

    /** The phone that is proved; no row where none is. */
    public Query<String> phone(StoreId store, UUID conversation) {
        return of(
                "select p.phone from messaging.contact as p" + CONTACT + " and p.phone is not null",
                (row, _) -> row.getString("phone"),
                store,
                conversation);
    }

    /** The ids by which Meta knows the contact to this day. */
    public Query<String> names(StoreId store, UUID conversation) {
        return of("""
                select i.value from messaging.contact_identity as i
                where i.store_id = :store and i.withdrawn_at is null and i.contact_id = (
                    select c.contact_id from messaging.conversation as c where c.store_id = :store and c.id = :id)
                order by i.value
                """, (row, _) -> row.getString("value"), store, conversation);
    }

    /** What was said last, as far as it is shown and stands. */
    public Query<SaidMessage> history(StoreId store, UUID conversation, int most) {
        return of("""
                select * from (
                    select m.id, m.number, m.author_kind, m.kind, m.text, m.details::text as details, m.provider_at
                    from messaging.message as m
                    join messaging.conversation as c on c.store_id = :store and c.id = :id
                    where m.store_id = :store and m.conversation_id = :id and m.number >= c.agent_from
                        and m.deleted_at is null and\s""" + MessageRows.SHOWN + """

                    order by m.provider_at desc, m.number desc limit :most
                ) as newest
                order by provider_at, number
                """, AgentDeskStore::said, store, conversation)
                .param("most", most);
    }

    /** What the customer said since anybody but the system answered, the newest of it. */
    public Query<SaidMessage> unanswered(StoreId store, UUID conversation, int most) {
        return of("""
                select * from (
                    select m.id, m.number, m.author_kind, m.kind, m.text, m.details::text as details, m.provider_at
                    from messaging.message as m
                    where m.store_id = :store and m.conversation_id = :id and m.author_kind = 'Customer'
                        and m.deleted_at is null and m.number > (
                            select coalesce(max(a.number), -1) from messaging.message as a
                            where a.store_id = :store and a.conversation_id = :id
                                and a.author_kind not in ('Customer', 'System'))
                    order by m.number desc limit :most
                ) as newest
                order by number
                """, AgentDeskStore::said, store, conversation).param("most", most);
    }

    private static SaidMessage said(ResultSet row, int index) throws SQLException {
        return new SaidMessage(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getLong("number"),
                WireWord.of(AuthorKind.class, row.getString("author_kind")),
                WireWord.of(MessageKind.class, row.getString("kind")),
                row.getString("text"),
                row.getString("details"),
                Sql.instant(row, "provider_at"));
    }

    public Query<Boolean> asksNothing(StoreId store, UUID message) {
        return Query.write("update messaging.message set asks = false where store_id = :store and id = :message")
                .param("store", store.value())
                .param("message", message);
    }

    /** Whoever waits does so since the first message that still asks. */
    public Query<Boolean> waitsForTheRest(StoreId store, UUID conversation, Instant now) {
        return Query.write("""
                        update messaging.conversation as c
                        set updated_at = :now, waiting_since = (""" + CareStore.UNANSWERED + """
                        )
                        where c.store_id = :store and c.id = :id and c.waiting_since is not null
                        """)
                .param("store", store.value())
                .param("id", conversation)
                .param("now", Sql.at(now));
    }

    /** A row where the system said this since then, unless that came to nothing. */
    public Query<Boolean> said(StoreId store, UUID conversation, String text, Instant since) {
        return Query.flag("""
                        select true from messaging.message as m
                        where m.store_id = :store and m.conversation_id = :id and m.provider_at > :since
                            and m.author_kind = 'System' and m.status <> 'Failed' and m.text = :text
                        limit 1
                        """)
                .param("store", store.value())
                .param("id", conversation)
                .param("text", text)
                .param("since", Sql.at(since));
    }

    public Query<UUID> place(StoreId store, UUID message) {
        return Query.id("""
                        select m.conversation_id as id from messaging.message as m
                        where m.store_id = :store and m.id = :message
                        """).param("store", store.value()).param("message", message);
    }

    /** People have it from now on, if the agent had it. */
    public Query<Boolean> handOver(StoreId store, UUID conversation, Instant now) {
        return Query.write("""
                        update messaging.conversation
                        set status = 'Open', agent_from = message_count, updated_at = :now
                        where store_id = :store and id = :id and status = 'Pending'
                        """)
                .param("store", store.value())
                .param("id", conversation)
                .param("now", Sql.at(now));
    }

    /** The agent has it again, and reads from that message on. */
    public Query<Boolean> takeBack(StoreId store, UUID conversation, long number, Instant now) {
        return Query.write("""
                        update messaging.conversation
                        set status = 'Pending', assigned_user_id = null, snoozed_until = null, agent_paused_until = null,
                            agent_from = least(agent_from, :number), updated_at = :now
                        where store_id = :store and id = :id
                        """)
                .param("store", store.value())
                .param("id", conversation)
                .param("number", number)
                .param("now", Sql.at(now));
    }

    private static <R> Query<R> of(String sql, RowMapper<R> mapper, StoreId store, UUID conversation) {
        return Query.of(sql, mapper).param("store", store.value()).param("id", conversation);
    }
}
