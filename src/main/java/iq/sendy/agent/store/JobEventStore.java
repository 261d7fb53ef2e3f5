package iq.sendy.agent.store;

import iq.sendy.agent.AiMessageJob;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What happens in conversations, in the rows of their jobs. The conversations are locked. */
@Component
public class JobEventStore {

    /** The one of which a message is the reply. */
    public Query<AiMessageJob> ofReply(StoreId store, UUID message) {
        return Query.of(
                        "select " + MessageJobStore.COLUMNS
                                + " from agent.ai_message_job as j where j.store_id = :store and j.reply_message_id = :message",
                        MessageJobStore::job)
                .param("store", store.value())
                .param("message", message);
    }

    /** What came while the reply of a job was on its way gets a job of its own, and the job engine one too. */
    public List<Query<Boolean>> follow(StoreId store, UUID job, UUID next, String kind, UUID lane, Instant notBefore) {
        var made = Query.write("""
                        with made as (
                            insert into agent.ai_message_job (
                                store_id, id, conversation_id, channel_id, contact_id, trigger_message_id, trigger_number,
                                first_number, state, not_before, burst_began_at, created_at, updated_at)
                            select :store, :next, j.conversation_id, j.channel_id, j.contact_id, j.next_message_id,
                                   j.next_number, j.next_first_number, 'Pending', :notBefore, j.next_began_at,
                                   j.updated_at, j.updated_at
                            from agent.ai_message_job as j
                            where j.store_id = :store and j.id = :id and j.next_message_id is not null
                            on conflict (store_id, conversation_id)
                                where state in ('Pending', 'Generating', 'Generated', 'Sending', 'Retry') do nothing
                            returning id, not_before
                        )
                        insert into jobs.job (store_id, id, kind, lane, key, due_at, payload)
                        select :store, made.id, :kind, :lane, made.id::text, made.not_before, to_jsonb(made.id::text)
                        from made
                        """)
                .param("store", store.value())
                .param("id", job)
                .param("next", next)
                .param("kind", kind)
                .param("lane", lane)
                .param("notBefore", Sql.at(notBefore));
        return List.of(made, BurstStore.woken(store, List.of(next)));
    }

    /** Nothing more comes of the job of a conversation that waits or is being worked off; one on its way stays. */
    public Query<UUID> stop(StoreId store, UUID conversation, String reason, Instant now) {
        return Query.id("""
                        update agent.ai_message_job as j
                        set state = 'Skipped', reason = :reason, finished_at = :now, updated_at = :now
                        where j.store_id = :store and j.conversation_id = :conversation
                            and j.state in ('Pending', 'Generating', 'Generated', 'Retry')
                        returning j.id
                        """)
                .param("store", store.value())
                .param("conversation", conversation)
                .param("reason", reason)
                .param("now", Sql.at(now));
    }

    /** The words of jobs of conversations in which nothing can be read any more; what still waits is skipped. */
    public Query<Boolean> erase(StoreId store, Collection<UUID> conversations, Instant now) {
        return Query.write("""
                        update agent.ai_message_job as j
                        set reply = null, reply_content = null, contact_id = null, updated_at = :now,
                            reason = case when j.finished_at is null then 'erased' else j.reason end,
                            state = case when j.finished_at is null then 'Skipped' else j.state end,
                            finished_at = coalesce(j.finished_at, :now)
                        where j.store_id = :store and j.conversation_id = any (:conversations)
                        """)
                .param("store", store.value())
                .param("conversations", conversations.toArray(UUID[]::new))
                .param("now", Sql.at(now));
    }
}
