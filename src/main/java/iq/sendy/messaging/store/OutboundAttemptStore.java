package iq.sendy.messaging.store;

import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.kernel.WireWord;
import iq.sendy.messaging.MessageView;
import iq.sendy.messaging.OutboundDraft;
import iq.sendy.messaging.SendState;
import iq.sendy.meta.ChannelType;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Attempts to send messages: what is claimed before Meta is asked, with the message that it is about. */
@Component
public class OutboundAttemptStore {

    private static final Columns<OutboundDraft> DRAFT = Columns.of(OutboundDraft.class, "m")
            .uuid("id", OutboundDraft::id)
            .uuid("conversation_id", draft -> draft.target().conversation())
            .uuid("channel_id", draft -> draft.target().channel())
            .text("author_kind", draft -> draft.author().kind())
            .uuid("author_id", draft -> draft.author().id())
            .text("author_name", draft -> draft.author().name())
            .text("kind", draft -> draft.content().kind())
            .text("text", draft -> draft.content().text())
            .json("details", draft -> draft.content().details())
            .text("in_reply_to", draft -> draft.content().inReplyTo())
            .time("provider_at", OutboundDraft::at)
            .time("created_at", OutboundDraft::at);

    /** Which service a conversation is at, without a lock. */
    public Query<ChannelType> look(StoreId store, UUID conversation) {
        return Query.of(
                        "select channel_type from messaging.conversation where store_id = :store and id = :id",
                        (row, _) -> WireWord.of(ChannelType.class, row.getString("channel_type")))
                .param("store", store.value())
                .param("id", conversation);
    }

    /** An attempt that a request claimed. */
    public record ClaimedByRequest(UUID message, SendState state, Bytes fingerprint, Instant createdAt) {}

    public Query<ClaimedByRequest> ofRequest(StoreId store, Bytes digest) {
        return Query.of(
                        """
                        select message_id, state, fingerprint, created_at from messaging.outbound_attempt
                        where store_id = :store and request_digest = :digest
                        """,
                        (row, _) -> new ClaimedByRequest(
                                Objects.requireNonNull(row.getObject("message_id", UUID.class)),
                                WireWord.of(SendState.class, row.getString("state")),
                                Bytes.of(row.getBytes("fingerprint")),
                                Sql.instant(row, "created_at")))
                .param("store", store.value())
                .param("digest", digest.toArray());
    }

    /**
     * Who answered in a conversation after a message of it that somebody saw last, or is at it, beside themselves; none for a
     * request that was claimed already. The conversation is locked.
     */
    public Query<String> answeredSince(
            StoreId store, UUID conversation, UUID seen, @Nullable UUID writer, Bytes digest) {
        return Query.of("""
                        select coalesce(m.author_name, m.author_kind) as author from messaging.message as m
                        where m.store_id = :store and m.conversation_id = :conversation and m.direction = 'Outbound'
                            and m.status <> 'Failed' and m.author_kind <> 'System'
                            and m.author_id is distinct from :writer::uuid
                            and m.number > (select s.number from messaging.message as s
                                            where s.store_id = :store and s.conversation_id = :conversation and s.id = :seen)
                            and not exists (select from messaging.outbound_attempt as a
                                            where a.store_id = :store and a.request_digest = :digest)
                        order by m.number desc limit 1
                        """, (row, _) -> row.getString("author"))
                .param("store", store.value())
                .param("conversation", conversation)
                .param("writer", writer)
                .param("seen", seen)
                .param("digest", digest.toArray());
    }

    /** A request may come anew as another one: what its key stood for is too old, or was not sent. */
    public Query<Boolean> forgetRequest(StoreId store, UUID message) {
        return Query.write("""
                        update messaging.outbound_attempt set request_digest = null, fingerprint = null
                        where store_id = :store and message_id = :message
                        """).param("store", store.value()).param("message", message);
    }

    /** Meta's id of a message that may be answered; none where the conversation shows no such message. */
    public Query<String> quotable(StoreId store, UUID conversation, UUID message) {
        return Query.of("""
                        select external_id from messaging.message
                        where store_id = :store and conversation_id = :conversation and id = :message
                            and external_id is not null
                        """, (row, _) -> row.getString("external_id"))
                .param("store", store.value())
                .param("conversation", conversation)
                .param("message", message);
    }

    /** Writes the message, which nobody sees yet, and the attempt to send it; the conversation is locked. */
    public Query<Boolean> write(StoreId store, OutboundDraft draft) {
        var request = draft.request();
        return Query.write("""
                        with counted as (
                            update messaging.conversation set message_count = message_count + 1
                            where store_id = :store and id = :m_conversation_id::uuid
                            returning message_count - 1 as number
                        ), written as (
                            insert into messaging.message (store_id, direction, status, status_at, number,\s""" + DRAFT.names() + """
                            )
                            select :store, 'Outbound', 'Queued', :m_created_at::timestamptz, number,\s""" + DRAFT.values() + """
                             from counted
                        )
                        insert into messaging.outbound_attempt
                            (store_id, message_id, conversation_id, channel_id, origin, number, request_digest, fingerprint,
                             secret_text, state, begun_at, created_at)
                        select :store, :m_id::uuid, :m_conversation_id::uuid, :m_channel_id::uuid, :origin, number,
                               :digest::bytea, :fingerprint::bytea, :secret::bytea, :state, :begun::timestamptz, :m_created_at::timestamptz
                        from counted
                        """)
                .row(DRAFT, draft)
                .param("store", store.value())
                .param("origin", draft.waits() ? "Request" : "Queue")
                .param("digest", request == null ? null : request.digest().toArray())
                .param(
                        "fingerprint",
                        request == null ? null : request.fingerprint().toArray())
                .param(
                        "secret",
                        draft.secretText() == null ? null : draft.secretText().toArray())
                .param("state", (draft.waits() ? SendState.IN_FLIGHT : SendState.QUEUED).toString())
                .param("begun", draft.waits() ? Sql.at(draft.at()) : null);
    }

    /** A message by which nobody has the answer that they wait for. */
    public Query<Boolean> answersNobody(StoreId store, UUID message) {
        return Query.write("update messaging.message set answers = false where store_id = :store and id = :message")
                .param("store", store.value())
                .param("message", message);
    }

    /** A message that answers one of the customer's and what was before it, and nothing that came behind. */
    public Query<Boolean> answersUpTo(StoreId store, UUID message, UUID answered) {
        return Query.write("""
                        update messaging.message set answers_up_to = :answered where store_id = :store and id = :message
                        """)
                .param("store", store.value())
                .param("message", message)
                .param("answered", answered);
    }

    /** A conversation that has something queued, and its channel. */
    public record OpenQueue(UUID conversation, UUID channel) {}

    /** The queues of a contact. */
    public Query<OpenQueue> queuesOf(StoreId store, UUID contact) {
        return Query.of(
                        """
                        select c.id, c.channel_id from messaging.conversation as c
                        where c.store_id = :store and c.contact_id = :contact and exists (
                            select from messaging.outbound_attempt as a
                            where a.store_id = :store and a.conversation_id = c.id
                                and a.origin = 'Queue' and a.settled_at is null)
                        """,
                        (row, _) -> new OpenQueue(
                                Objects.requireNonNull(row.getObject("id", UUID.class)),
                                Objects.requireNonNull(row.getObject("channel_id", UUID.class))))
                .param("store", store.value())
                .param("contact", contact);
    }

    /** A message, whether its conversation shows it or not. */
    public Query<MessageView> message(StoreId store, UUID message) {
        return Query.of(
                        "select " + MessageRows.COLUMNS
                                + " from messaging.message as m where m.store_id = :store and m.id = :message",
                        MessageRows::view)
                .param("store", store.value())
                .param("message", message);
    }

    /** What is sent in the place of what the conversation shows, sealed; no row where that hides nothing. */
    public Query<Bytes> secretText(StoreId store, UUID message) {
        return Query.of("""
                        select secret_text from messaging.outbound_attempt
                        where store_id = :store and message_id = :message and secret_text is not null
                        """, (row, _) -> Bytes.of(row.getBytes("secret_text")))
                .param("store", store.value())
                .param("message", message);
    }

    /** Removes what was settled before that time, a thousand at most; answers how many. */
    public Query<Long> forget(StoreId store, Instant before) {
        return Query.number("""
                        with old as (
                            select message_id from messaging.outbound_attempt
                            where store_id = :store and settled_at < :before
                            order by settled_at limit 1000 for update skip locked
                        ), gone as (
                            delete from messaging.outbound_attempt as a using old
                            where a.store_id = :store and a.message_id = old.message_id
                            returning 1
                        )
                        select count(*) from gone
                        """).param("store", store.value()).param("before", Sql.at(before));
    }
}
