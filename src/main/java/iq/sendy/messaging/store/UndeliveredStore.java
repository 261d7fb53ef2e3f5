package iq.sendy.messaging.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Conversations of messages that Meta took and then could not bring: who was answered by one waits again. */
@Component
public class UndeliveredStore {

    /**
     * Locks the conversations of messages, known by Meta's ids or by our own: to be sent before anything locks the messages
     * themselves.
     */
    public Query<Boolean> lock(StoreId store, UUID channel, Collection<String> externalIds, Collection<UUID> ids) {
        return Query.write("""
                        select from messaging.conversation as c
                        where c.store_id = :store and c.id in (
                            select m.conversation_id from messaging.message as m
                            where m.store_id = :store and m.channel_id = :channel and m.external_id = any (:externalIds)
                            union all
                            select m.conversation_id from messaging.message as m
                            where m.store_id = :store and m.channel_id = :channel and m.id = any (:ids))
                        order by c.id for no key update
                        """)
                .param("store", store.value())
                .param("channel", channel)
                .param("externalIds", externalIds.toArray(String[]::new))
                .param("ids", ids.toArray(UUID[]::new));
    }

    /** A row for each that the agent had: it waits for a person from now on. What is resolved stays so. */
    public Query<UUID> waitAgain(StoreId store, Collection<UUID> conversations, Instant now) {
        return Query.id("""
                        with held as materialized (
                            select c.id, c.status from messaging.conversation as c
                            where c.store_id = :store and c.id = any (:conversations) and c.status <> 'Resolved'
                            order by c.id for no key update
                        ), opened as (
                            update messaging.conversation as c
                            set status = 'Open', updated_at = :now, waiting_since = least(c.waiting_since, (""" + CareStore.UNANSWERED + """
                            ))
                            from held where c.store_id = :store and c.id = held.id
                        )
                        select held.id from held where held.status = 'Pending'
                        """)
                .param("store", store.value())
                .param("conversations", conversations.toArray(UUID[]::new))
                .param("now", Sql.at(now));
    }
}
