package iq.sendy.agent.store;

import iq.sendy.messaging.ConversationsJoined;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Jobs of a conversation that becomes part of another. Both conversations are locked. */
@Component
public class JoinedJobStore {

    private static final String OTHER_LIVES = """
            exists (select from agent.ai_message_job as o
                    where o.store_id = :store and o.conversation_id = :kept
                        and o.state in ('Pending', 'Generating', 'Generated', 'Sending', 'Retry'))""";

    /**
     * What the live job of the one was to answer, the live one of the other answers too: one that waits takes it along, one
     * that is being worked off begins anew, for its reply does not know of it, and behind one whose reply is on its way it is
     * what came meanwhile.
     */
    public Query<UUID> takeAlong(ConversationsJoined joined, Instant now) {
        return Query.id("""
                        with asked as (
                            select case when g.state = 'Sending' then g.next_message_id else g.trigger_message_id end as message,
                                   case when g.state = 'Sending' then g.next_number else g.trigger_number end + :offset as number,
                                   case when g.state = 'Sending' then g.next_first_number else g.first_number end + :offset
                                       as first,
                                   case when g.state = 'Sending' then g.next_began_at else g.burst_began_at end as began
                            from agent.ai_message_job as g
                            where g.store_id = :store and g.conversation_id = :gone
                                and g.state in ('Pending', 'Generating', 'Generated', 'Sending', 'Retry')
                        )
                        update agent.ai_message_job as k
                        set trigger_message_id = case when w.sent or k.trigger_number > asked.number
                                                      then k.trigger_message_id else asked.message end,
                            trigger_number = case when w.sent then k.trigger_number
                                                  else greatest(k.trigger_number, asked.number) end,
                            first_number = case when w.sent then k.first_number else least(k.first_number, asked.first) end,
                            next_message_id = case when not w.sent or k.next_number > asked.number
                                                   then k.next_message_id else asked.message end,
                            next_number = case when w.sent then greatest(k.next_number, asked.number) else k.next_number end,
                            next_first_number = case when w.sent then least(k.next_first_number, asked.first)
                                                     else k.next_first_number end,
                            next_began_at = case when w.sent then least(k.next_began_at, asked.began)
                                                 else k.next_began_at end,
                            attempts = greatest(0, k.attempts - case when w.anew then 1 else 0 end),
                            not_before = case when w.anew then :now else k.not_before end,
                            reason = case when w.anew then 'conversation_joined' else k.reason end,
                            state = case when w.anew then 'Retry' else k.state end,
                            updated_at = :now
                        from asked
                        cross join lateral (
                            select l.id, l.state = 'Sending' as sent, l.state in ('Generating', 'Generated') as anew
                            from agent.ai_message_job as l
                            where l.store_id = :store and l.conversation_id = :kept
                                and l.state in ('Pending', 'Generating', 'Generated', 'Sending', 'Retry')
                        ) as w
                        where k.store_id = :store and k.id = w.id and asked.message is not null
                        returning k.id
                        """)
                .param("store", joined.store().value())
                .param("kept", joined.kept())
                .param("gone", joined.gone())
                .param("offset", joined.offset())
                .param("now", Sql.at(now));
    }

    /** After that: where another lives, the one that it spoke for is over. */
    public Query<UUID> supersede(ConversationsJoined joined, Instant now) {
        return Query.id("""
                        update agent.ai_message_job as j
                        set state = 'Superseded', reason = 'conversation_joined', finished_at = :now, updated_at = :now
                        where j.store_id = :store and j.conversation_id = :gone
                            and j.state in ('Pending', 'Generating', 'Generated', 'Retry') and\s""" + OTHER_LIVES + """

                        returning j.id
                        """)
                .param("store", joined.store().value())
                .param("kept", joined.kept())
                .param("gone", joined.gone())
                .param("now", Sql.at(now));
    }

    /**
     * After that: all others go along. A reply that is on its way beside another stays where it was until it is settled, for
     * one job of a conversation lives.
     */
    public Query<Boolean> move(ConversationsJoined joined) {
        return Query.write("""
                        update agent.ai_message_job as j
                        set conversation_id = case when w.stays then j.conversation_id else :kept end,
                            contact_id = case when j.contact_id is null then null else :contact end,
                            trigger_number = j.trigger_number + case when w.stays then 0 else :offset end,
                            first_number = j.first_number + case when w.stays then 0 else :offset end,
                            next_message_id = case when w.stays then null else j.next_message_id end,
                            next_number = case when w.stays then null else j.next_number + :offset end,
                            next_first_number = case when w.stays then null else j.next_first_number + :offset end,
                            next_began_at = case when w.stays then null else j.next_began_at end
                        from agent.ai_message_job as m
                        cross join lateral (select m.state = 'Sending' and\s""" + OTHER_LIVES + """
                         as stays) as w
                        where m.store_id = :store and m.conversation_id = :gone and j.store_id = :store and j.id = m.id
                        """)
                .param("store", joined.store().value())
                .param("kept", joined.kept())
                .param("contact", joined.contact())
                .param("gone", joined.gone())
                .param("offset", joined.offset());
    }
}
