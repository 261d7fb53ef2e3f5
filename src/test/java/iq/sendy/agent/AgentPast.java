package iq.sendy.agent;

import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the agent of a shop did in the past, as rows that its work leaves: one contact, one conversation, many jobs. */
final class AgentPast {

    final UUID channel;
    final UUID conversation = UUID.randomUUID();
    final UUID message = UUID.randomUUID();
    private final UUID contact = UUID.randomUUID();
    private final Backstage backstage;
    private final UUID store;

    AgentPast(Backstage backstage, Shop shop) {
        this.backstage = backstage;
        this.store = UUID.fromString(shop.storeId());
        this.channel = AgentKit.connects(shop);
        backstage
                .jdbc()
                .sql("""
                        with c as (
                            insert into messaging.contact (store_id, id, name, name_folded, created_at, updated_at)
                            values (:store, :contact, 'زينب', 'زينب', now(), now())
                        ), t as (
                            insert into messaging.conversation (store_id, id, channel_id, channel_type, contact_id, status,
                                message_count, last_inbound_at, window_expires_at, created_at, updated_at)
                            values (:store, :id, :channel, 'WhatsApp', :contact, 'Open', 1, now(),
                                now() + interval '24 hours', now(), now())
                        )
                        insert into messaging.message (store_id, id, conversation_id, channel_id, external_id, direction,
                            author_kind, kind, text, provider_at, number, created_at)
                        values (:store, :message, :id, :channel, 'wamid.' || :message, 'Inbound', 'Customer', 'Text',
                            'شكد سعر الجوري؟', now(), 0, now())
                        """)
                .param("store", store)
                .param("contact", contact)
                .param("id", conversation)
                .param("channel", channel)
                .param("message", message)
                .update();
    }

    /** A job that was made so many minutes ago and is over; answers its id. */
    String job(String state, @Nullable String reason, int minutesAgo) {
        var id = UUID.randomUUID();
        backstage
                .jdbc()
                .sql("""
                        insert into agent.ai_message_job (store_id, id, conversation_id, channel_id, trigger_message_id,
                            trigger_number, state, reason, attempts, not_before, burst_began_at, input_tokens, output_tokens,
                            created_at, updated_at, finished_at)
                        select :store, :id, :conversation, :channel, :message, 0, :state, :reason, 1, at, at, 1240, 85, at,
                            at, at + interval '4 seconds'
                        from (select now() - :ago * interval '1 minute' as at) as moment
                        """)
                .param("store", store)
                .param("id", id)
                .param("conversation", conversation)
                .param("channel", channel)
                .param("message", message)
                .param("state", state)
                .param("reason", reason)
                .param("ago", minutesAgo)
                .update();
        return id.toString();
    }

    /** A reply that waits for a person to send it. */
    String draft(String text, int minutesAgo) {
        var id = job("HandedOff", "draft", minutesAgo);
        backstage
                .jdbc()
                .sql("update agent.ai_message_job set reply = :reply, reply_language = 'ar' where id = :id")
                .param("reply", text)
                .param("id", UUID.fromString(id))
                .update();
        return id;
    }

    void step(String job, int attempt, int number, String kind, String name, String outcome, @Nullable String details) {
        backstage
                .jdbc()
                .sql("""
                        insert into agent.job_step (store_id, job_id, attempt, number, kind, name, outcome, details, at)
                        values (:store, :job, :attempt, :number, :kind, :name, :outcome, :details::jsonb, now())
                        """)
                .param("store", store)
                .param("job", UUID.fromString(job))
                .param("attempt", attempt)
                .param("number", number)
                .param("kind", kind)
                .param("name", name)
                .param("outcome", outcome)
                .param("details", details)
                .update();
    }
}
