package iq.sendy.messaging.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Joining contacts that turned out to be one person: all that belongs to the one goes to the other, and then the one goes.
 * Every table of the inbox that names a conversation stands here or goes by itself.
 */
@Component
public class ContactMergeStore {

    private static final String WITH = """
            with pair as materialized (
                select k.id as kept, g.id as gone, k.message_count as numbers
                from messaging.conversation as g
                join messaging.conversation as k
                    on k.store_id = :store and k.channel_id = g.channel_id and k.contact_id = :kept
                where g.store_id = :store and g.contact_id = :gone
            )
            """;

    /** Locks the conversations of contacts, and then them. */
    public List<Query<Boolean>> lock(StoreId store, List<UUID> contacts) {
        return List.of(contacts("""
                        select from messaging.conversation as c
                        where c.store_id = :store and c.contact_id = any (:contacts) order by c.id for update
                        """, store, contacts), contacts("""
                        select from messaging.contact as p
                        where p.store_id = :store and p.id = any (:contacts) order by p.id for update
                        """, store, contacts));
    }

    /**
     * Conversations of two contacts at one channel.
     *
     * @param offset how many messages the one had that is kept
     */
    public record JoinedPair(UUID kept, UUID gone, long offset) {}

    /** What becomes one conversation; both contacts are locked. */
    public Query<JoinedPair> pairs(StoreId store, UUID kept, UUID gone) {
        return Query.of(
                        WITH + "select pair.kept, pair.gone, pair.numbers as \"offset\" from pair order by pair.gone",
                        JoinedPair.class)
                .param("store", store.value())
                .param("kept", kept)
                .param("gone", gone);
    }

    /** The statements, in their order, that leave nothing of {@code gone}; both are locked. */
    public List<Query<Boolean>> merge(StoreId store, UUID kept, UUID gone, Instant now) {
        return List.of(
                pair(WITH + """
                        update messaging.message as m
                        set conversation_id = pair.kept, number = m.number + pair.numbers
                        from pair where m.store_id = :store and m.conversation_id = pair.gone
                        """, store, kept, gone),
                pair(WITH + """
                        update messaging.note as n set conversation_id = pair.kept
                        from pair where n.store_id = :store and n.conversation_id = pair.gone
                        """, store, kept, gone),
                pair(WITH + """
                        update messaging.media as d set conversation_id = pair.kept
                        from pair where d.store_id = :store and d.conversation_id = pair.gone
                        """, store, kept, gone),
                pair(WITH + """
                        update messaging.outbound_attempt as a
                        set conversation_id = pair.kept, number = a.number + pair.numbers
                        from pair where a.store_id = :store and a.conversation_id = pair.gone
                        """, store, kept, gone),
                pair(WITH + """
                        insert into messaging.conversation_label
                            (store_id, conversation_id, folded, label)
                        select :store, pair.kept, l.folded, l.label
                        from pair
                        join messaging.conversation_label as l
                            on l.store_id = :store and l.conversation_id = pair.gone
                        on conflict (store_id, conversation_id, folded) do nothing
                        """, store, kept, gone),
                pair(WITH + """
                        update messaging.conversation as k
                        set status = case when 'Open' in (k.status, g.status) then 'Open'
                                          when 'Pending' in (k.status, g.status) then 'Pending' else 'Resolved' end,
                            assigned_user_id = coalesce(k.assigned_user_id, g.assigned_user_id),
                            unread_count = k.unread_count + g.unread_count,
                            message_count = k.message_count + g.message_count,
                            last_message_id = case
                                when k.last_message_at is null or g.last_message_at > k.last_message_at
                                then g.last_message_id else k.last_message_id end,
                            last_message_at = greatest(k.last_message_at, g.last_message_at),
                            last_inbound_at = greatest(k.last_inbound_at, g.last_inbound_at),
                            window_expires_at = greatest(k.window_expires_at, g.window_expires_at),
                            waiting_since = least(k.waiting_since, g.waiting_since),
                            agent_paused_until = greatest(k.agent_paused_until, g.agent_paused_until),
                            snoozed_until = case when g.unread_count = 0 then k.snoozed_until end,
                            updated_at = :now
                        from pair
                        join messaging.conversation as g on g.store_id = :store and g.id = pair.gone
                        where k.store_id = :store and k.id = pair.kept
                        """, store, kept, gone).param("now", Sql.at(now)),
                pair(WITH + """
                        delete from messaging.conversation as c using pair
                        where c.store_id = :store and c.id = pair.gone
                        """, store, kept, gone),
                pair("""
                        update messaging.conversation as c set contact_id = :kept
                        where c.store_id = :store and c.contact_id = :gone
                        """, store, kept, gone),
                pair("""
                        update messaging.contact_identity as i set contact_id = :kept
                        where i.store_id = :store and i.contact_id = :gone
                        """, store, kept, gone),
                pair("""
                        update messaging.contact as k
                        set name = coalesce(k.name, g.name),
                            name_folded = case when k.name is null then g.name_folded else k.name_folded end,
                            phone = case when k.phone is null then g.phone else k.phone end,
                            phone_proof = case when k.phone is null then g.phone_proof else k.phone_proof end,
                            updated_at = :now
                        from messaging.contact as g
                        where k.store_id = :store and k.id = :kept and g.store_id = :store and g.id = :gone
                        """, store, kept, gone).param("now", Sql.at(now)),
                pair(
                        "delete from messaging.contact as p where p.store_id = :store and p.id = :gone",
                        store,
                        kept,
                        gone));
    }

    private static Query<Boolean> contacts(String sql, StoreId store, List<UUID> contacts) {
        return Query.write(sql).param("store", store.value()).param("contacts", contacts.toArray(UUID[]::new));
    }

    private static Query<Boolean> pair(String sql, StoreId store, UUID kept, UUID gone) {
        return Query.write(sql)
                .param("store", store.value())
                .param("kept", kept)
                .param("gone", gone);
    }
}
