package iq.sendy.messaging.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.kernel.WireWord;
import iq.sendy.messaging.ConversationStatus;
import iq.sendy.messaging.model.CareState;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Conversations as people change them. */
@Component
public class CareStore {

    private static final Columns<CareState> CARE = Columns.of(CareState.class, "c")
            .text("status", CareState::status)
            .uuid("assigned_user_id", CareState::assignedUser)
            .bigint("unread_count", CareState::unread)
            .time("waiting_since", CareState::waitingSince)
            .time("snoozed_until", CareState::snoozedUntil)
            .time("agent_paused_until", CareState::agentPausedUntil);

    /** The time of the first message that nothing was answered to since, of {@code conversation as c}. */
    static final String UNANSWERED = """
            select i.provider_at
            from (select c.id) as of_it
            left join lateral (
                select coalesce(u.provider_at, m.provider_at) as provider_at, coalesce(u.number, m.number) as number
                from messaging.message as m
                left join messaging.message as u on u.store_id = :store and u.id = m.answers_up_to
                where m.store_id = :store and m.conversation_id = of_it.id and m.direction = 'Outbound'
                    and m.answers and m.status not in ('Queued', 'Failed')
                order by m.provider_at desc, m.number desc limit 1
            ) as a on true
            join messaging.message as i on i.store_id = :store and i.conversation_id = of_it.id
            where i.author_kind = 'Customer' and i.deleted_at is null and i.asks
                and i.provider_at >= coalesce(a.provider_at, '-infinity')
                and (a.number is null or (i.provider_at, i.number) > (a.provider_at, a.number))
            order by i.provider_at, i.number limit 1""";

    private static final Columns<SnoozedConversation> SNOOZED = Columns.of(SnoozedConversation.class, "n")
            .uuid("id", SnoozedConversation::conversation)
            .time("until", SnoozedConversation::until);

    /** What was put away, and until when. */
    public record SnoozedConversation(UUID conversation, Instant until) {}

    /** The conversation, against any message and any other change until the transaction ends. */
    public Query<CareState> lock(StoreId store, UUID conversation) {
        return Query.of(
                        "select " + CARE.selected() + """
                         from messaging.conversation as c
                        where c.store_id = :store and c.id = :id for no key update
                        """,
                        (row, _) -> new CareState(
                                WireWord.of(ConversationStatus.class, row.getString("status")),
                                row.getObject("assigned_user_id", UUID.class),
                                row.getLong("unread_count"),
                                Sql.instantOrNull(row, "waiting_since"),
                                Sql.instantOrNull(row, "snoozed_until"),
                                Sql.instantOrNull(row, "agent_paused_until")))
                .param("store", store.value())
                .param("id", conversation);
    }

    public Query<Boolean> save(StoreId store, UUID conversation, CareState care, Instant now) {
        return Query.write("update messaging.conversation as c set " + CARE.assignments() + """
                        , updated_at = :now,
                            agent_from = case when :c_status = 'Resolved' then c.message_count else c.agent_from end
                        where c.store_id = :store and c.id = :id
                        """)
                .param("store", store.value())
                .param("id", conversation)
                .row(CARE, care)
                .param("now", Sql.at(now));
    }

    /** When the first message came that nothing was answered to since; no row when all were answered. */
    public Query<Instant> unanswered(StoreId store, UUID conversation) {
        return Query.of(
                        "select u.provider_at from (select :id::uuid as id) as c cross join lateral (" + UNANSWERED
                                + """
                        ) as u
                        """,
                        (row, _) -> Sql.instant(row, "provider_at"))
                .param("store", store.value())
                .param("id", conversation);
    }

    /** Nobody has any more what a member had; an id for each that is not resolved. */
    public Query<UUID> leave(StoreId store, UUID member, Instant now) {
        return Query.id("""
                        with held as materialized (
                            select h.id from messaging.conversation as h
                            where h.store_id = :store and h.assigned_user_id = :member order by h.id for no key update
                        ), left_behind as (
                            update messaging.conversation as c set assigned_user_id = null, updated_at = :now
                            from held where c.store_id = :store and c.id = held.id
                            returning c.id, c.status
                        )
                        select id from left_behind where status <> 'Resolved'
                        """)
                .param("store", store.value())
                .param("member", member)
                .param("now", Sql.at(now));
    }

    /** How many messages were received behind one of the conversation; no row when it is none of it. */
    public Query<Long> receivedBehind(StoreId store, UUID conversation, UUID message) {
        return Query.number("""
                        select (select count(*) from messaging.message as m
                                where m.store_id = :store and m.conversation_id = :id and m.direction = 'Inbound'
                                  and m.number > u.number)
                        from messaging.message as u
                        where u.store_id = :store and u.id = :message and u.conversation_id = :id
                        """)
                .param("store", store.value())
                .param("id", conversation)
                .param("message", message);
    }

    /** Ends snoozes whose time has come; an id for each. What was put off meanwhile stays away. */
    public Query<UUID> wake(StoreId store, Collection<SnoozedConversation> snoozed, Instant now) {
        return Query.id("""
                        update messaging.conversation as c set snoozed_until = null, updated_at = :now
                        from (select s.id from messaging.conversation as s
                                  join\s""" + SNOOZED.table() + """

                                  on s.id = n.id
                              where s.store_id = :store and s.snoozed_until <= n.until
                              order by s.id for no key update of s) as due
                        where c.store_id = :store and c.id = due.id
                        returning c.id
                        """)
                .param("store", store.value())
                .rows(SNOOZED, snoozed)
                .param("now", Sql.at(now));
    }
}
