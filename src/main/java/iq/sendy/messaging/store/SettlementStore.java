package iq.sendy.messaging.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.kernel.WireWord;
import iq.sendy.messaging.AuthorKind;
import iq.sendy.messaging.ConversationStatus;
import iq.sendy.messaging.OpenAttempt;
import iq.sendy.messaging.OutboundTarget;
import iq.sendy.messaging.SendState;
import iq.sendy.meta.ChannelType;
import iq.sendy.meta.GraphError;
import iq.sendy.meta.IdentityKind;
import iq.sendy.meta.MessageRecipient;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What became of attempts to send: the attempt, its message and its conversation. The conversation is locked by whoever asks. */
@Component
public class SettlementStore {

    private static final String OPEN = """
            select a.message_id, a.conversation_id, m.author_kind, a.state, a.begun_at, a.refused_count, a.resent_count,
                   m.external_id, m.status <> 'Queued' as seen
            from messaging.outbound_attempt as a
            join messaging.message as m on m.store_id = :store and m.id = a.message_id
            where a.store_id = :store and a.settled_at is null
            """;

    /**
     * A conversation, against any change until the transaction ends, with the name by which its contact is written to: the
     * number that was proved, else the newest.
     */
    public Query<OutboundTarget> lock(StoreId store, UUID conversation) {
        return Query.of("""
                        select c.id, c.channel_id, c.channel_type, c.status, c.window_expires_at, name.kind, name.value
                        from messaging.conversation as c
                        left join lateral (""" + WrittenMessageStore.NAME + """
                        ) as name on true
                        where c.store_id = :store and c.id = :id
                        for no key update of c
                        """, SettlementStore::target)
                .param("store", store.value())
                .param("id", conversation);
    }

    private static OutboundTarget target(ResultSet row, int index) throws SQLException {
        var kind = row.getString("kind");
        return new OutboundTarget(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getObject("channel_id", UUID.class)),
                WireWord.of(ChannelType.class, row.getString("channel_type")),
                WireWord.of(ConversationStatus.class, row.getString("status")),
                Sql.instantOrNull(row, "window_expires_at"),
                kind == null
                        ? null
                        : new MessageRecipient(WireWord.of(IdentityKind.class, kind), row.getString("value")));
    }

    /** Where an attempt is: contacts that turn out to be one person have one conversation from then on. */
    public Query<UUID> conversationOf(StoreId store, UUID message) {
        return Query.id("""
                        select conversation_id from messaging.outbound_attempt
                        where store_id = :store and message_id = :message
                        """).param("store", store.value()).param("message", message);
    }

    /** An attempt that is not settled. */
    public Query<OpenAttempt> open(StoreId store, UUID message) {
        return Query.of(OPEN + " and a.message_id = :message", SettlementStore::attempt)
                .param("store", store.value())
                .param("message", message);
    }

    /** The one at the head of a conversation's queue. */
    public Query<OpenAttempt> head(StoreId store, UUID conversation) {
        return Query.of(
                        OPEN
                                + " and a.conversation_id = :conversation and a.origin = 'Queue' order by a.number limit 1",
                        SettlementStore::attempt)
                .param("store", store.value())
                .param("conversation", conversation);
    }

    private static OpenAttempt attempt(ResultSet row, int index) throws SQLException {
        return new OpenAttempt(
                Objects.requireNonNull(row.getObject("message_id", UUID.class)),
                Objects.requireNonNull(row.getObject("conversation_id", UUID.class)),
                WireWord.of(AuthorKind.class, row.getString("author_kind")),
                row.getBoolean("seen"),
                WireWord.of(SendState.class, row.getString("state")),
                Sql.instantOrNull(row, "begun_at"),
                new OpenAttempt.Counts(row.getInt("refused_count"), row.getInt("resent_count")),
                row.getString("external_id"));
    }

    /** It is in flight from now on. */
    public Query<Boolean> begin(StoreId store, UUID message, long token, int resent, Instant now) {
        return Query.write("""
                        with begun as (
                            update messaging.outbound_attempt
                            set state = 'InFlight', begun_at = :now, job_token = :token, resent_count = resent_count + :resent
                            where store_id = :store and message_id = :message
                        )
                        update messaging.message set provider_at = :now
                        where store_id = :store and id = :message and status = 'Queued'
                        """)
                .param("store", store.value())
                .param("message", message)
                .param("token", token)
                .param("resent", resent)
                .param("now", Sql.at(now));
    }

    /** Back to its place in the queue, for whoever put it in flight and did not ask Meta, or was refused for now. */
    public Query<Boolean> requeue(StoreId store, UUID message, @Nullable Long token, int refused) {
        return Query.write("""
                        update messaging.outbound_attempt
                        set state = 'Queued', refused_count = refused_count + :refused
                        where store_id = :store and message_id = :message and state = 'InFlight' and resent_count = 0
                            and (:token::bigint is null or job_token = :token)
                        """)
                .param("store", store.value())
                .param("message", message)
                .param("token", token)
                .param("refused", refused);
    }

    /** Meta was asked by then, if it was. */
    public Query<Boolean> asked(StoreId store, UUID message, Instant latest) {
        return Query.write("""
                        update messaging.outbound_attempt set begun_at = :latest
                        where store_id = :store and message_id = :message
                        """)
                .param("store", store.value())
                .param("message", message)
                .param("latest", Sql.at(latest));
    }

    /** Nobody knows what came of it; more may come to be known while the attempt is not settled. */
    public Query<Boolean> unknown(StoreId store, UUID message, Instant now) {
        return Query.write("""
                        with attempt as (
                            update messaging.outbound_attempt set state = 'Unknown'
                            where store_id = :store and message_id = :message
                        )
                        update messaging.message set status = 'Unknown', status_at = :now
                        where store_id = :store and id = :message and status = 'Queued'
                        returning true
                        """)
                .param("store", store.value())
                .param("message", message)
                .param("now", Sql.at(now));
    }

    /**
     * Whatever else has Meta's id of a message loses it: an echo of it that was taken for a message of the native app goes,
     * and another message of ours that the echo was taken for waits for its own.
     */
    public List<Query<Boolean>> freed(StoreId store, UUID channel, UUID message, String externalId) {
        var others =
                " where m.store_id = :store and m.channel_id = :channel and m.external_id = :external and m.id <> :message";
        return Stream.of(
                        "delete from messaging.message as m" + others + " and m.author_kind = 'NativeApp'",
                        "update messaging.message as m set external_id = null" + others
                                + " and m.direction = 'Outbound'")
                .map(statement -> Query.write(statement)
                        .param("store", store.value())
                        .param("channel", channel)
                        .param("external", externalId)
                        .param("message", message))
                .toList();
    }

    /** Meta took it. A status that came first stays. */
    public Query<Boolean> accepted(StoreId store, UUID message, String externalId, Instant now) {
        return Query.write("""
                        update messaging.message
                        set external_id = :external, status_at = case when status in ('Queued', 'Unknown') then :now else status_at end,
                            status = case when status in ('Queued', 'Unknown') then 'Sent' else status end
                        where store_id = :store and id = :message
                        returning true
                        """)
                .param("store", store.value())
                .param("message", message)
                .param("external", externalId)
                .param("now", Sql.at(now));
    }

    /** Nothing more will be done about the attempt. */
    public Query<Boolean> settle(
            StoreId store, UUID message, SendState state, @Nullable GraphError error, Instant now) {
        return Query.write("""
                        update messaging.outbound_attempt
                        set state = :state, settled_at = :now, error_code = :code, error_subcode = :subcode,
                            error_class = :class, secret_text = null,
                            request_digest = case when :state in ('Refused', 'NotSent') then null else request_digest end,
                            fingerprint = case when :state in ('Refused', 'NotSent') then null else fingerprint end
                        where store_id = :store and message_id = :message
                        """)
                .param("store", store.value())
                .param("message", message)
                .param("state", state.toString())
                .param("now", Sql.at(now))
                .param("code", error == null ? null : error.code())
                .param("subcode", error == null ? null : error.subcode())
                .param("class", error == null ? null : error.errorClass().toString());
    }

    /** The message was never part of its conversation, and is not from now on. */
    public Query<Boolean> withdraw(StoreId store, UUID message) {
        return Query.write("""
                        delete from messaging.message
                        where store_id = :store and id = :message and status = 'Queued' and external_id is null
                        """).param("store", store.value()).param("message", message);
    }

    /** It was not sent, and its conversation says why. */
    public Query<Boolean> failed(StoreId store, UUID message, String code, @Nullable String text, Instant now) {
        return Query.write("""
                        update messaging.message
                        set status = 'Failed', status_at = :now, error_code = :code, error_message = nullif(:text::text, '')
                        where store_id = :store and id = :message and status in ('Queued', 'Unknown')
                        """)
                .param("store", store.value())
                .param("message", message)
                .param("code", code)
                .param("text", text)
                .param("now", Sql.at(now));
    }

    /** The message is its conversation's newest, if nothing newer came. */
    public Query<Boolean> joined(StoreId store, UUID conversation, UUID message, Instant now) {
        return joined(store, conversation, message, now, "c.waiting_since");
    }

    /**
     * As {@link #joined}; if it arrives and is an answer, nobody waits any more but who wrote again while it was on its way.
     */
    public Query<Boolean> answered(StoreId store, UUID conversation, UUID message, Instant now) {
        return joined(store, conversation, message, now, """
                case when m.answers and m.status <> 'Failed' then (
                    select min(i.provider_at) from messaging.message as i
                    where i.store_id = :store and i.conversation_id = :conversation and i.author_kind = 'Customer'
                        and i.deleted_at is null and i.asks and i.number > m.answered and i.provider_at >= c.waiting_since)
                else c.waiting_since end""");
    }

    private static Query<Boolean> joined(
            StoreId store, UUID conversation, UUID message, Instant now, String waitingSince) {
        return Query.write("""
                        update messaging.conversation as c
                        set last_message_id = case when m.newer then m.id else c.last_message_id end,
                            last_message_at = case when m.newer then m.provider_at else c.last_message_at end,
                            updated_at = :now, waiting_since =\s""" + waitingSince + """

                        from (
                            select m.id, m.status, m.answers, m.provider_at, coalesce(u.number, m.number) as answered,
                                   o.last_message_at is null or m.provider_at >= o.last_message_at
                                       or not exists (select from messaging.message as l
                                                      where l.store_id = :store and l.id = o.last_message_id) as newer
                            from messaging.message as m
                            join messaging.conversation as o on o.store_id = :store and o.id = m.conversation_id
                            left join messaging.message as u on u.store_id = :store and u.id = m.answers_up_to
                            where m.store_id = :store and m.id = :message
                        ) as m
                        where c.store_id = :store and c.id = :conversation
                        """)
                .param("store", store.value())
                .param("conversation", conversation)
                .param("message", message)
                .param("now", Sql.at(now));
    }

    /** A person has it from now on, if the agent had it. */
    public Query<Boolean> takenOver(StoreId store, UUID conversation, @Nullable UUID user, Instant now) {
        return Query.write("""
                        update messaging.conversation
                        set status = 'Open', assigned_user_id = coalesce(:user::uuid, assigned_user_id), updated_at = :now
                        where store_id = :store and id = :conversation and status = 'Pending'
                        """)
                .param("store", store.value())
                .param("conversation", conversation)
                .param("user", user)
                .param("now", Sql.at(now));
    }

    /** It waits for a person from now on, if the agent had it. */
    public Query<Boolean> opened(StoreId store, UUID conversation, Instant now) {
        return takenOver(store, conversation, null, now);
    }
}
