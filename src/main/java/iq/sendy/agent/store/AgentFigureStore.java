package iq.sendy.agent.store;

import iq.sendy.agent.AgentCounts;
import iq.sendy.agent.HandOffCount;
import iq.sendy.agent.HandOffReason;
import iq.sendy.billing.BillingPeriod;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import org.springframework.stereotype.Component;

/** Jobs of the agent, counted by conversation and by reason. */
@Component
public class AgentFigureStore {

    public Query<AgentCounts> counts(StoreId store, BillingPeriod period) {
        return Query.of("""
                        select count(*) as conversations, count(*) filter (where c.replies > 0) as answered,
                               count(*) filter (where c.replies > 0 and not c.given_up) as handled,
                               coalesce(sum(c.replies), 0)::bigint as replies, coalesce(sum(c.tokens), 0)::bigint as tokens
                        from (select count(*) filter (where j.state = 'Done') as replies,
                                     bool_or(j.state in ('HandedOff', 'Dead')) as given_up,
                                     sum(j.input_tokens + j.output_tokens) as tokens
                              from agent.ai_message_job as j
                              where j.store_id = :store and j.created_at >= :start and j.created_at < :end
                              group by j.conversation_id) as c
                        """, AgentCounts.class)
                .param("store", store.value())
                .param("start", Sql.at(period.start()))
                .param("end", Sql.at(period.end()));
    }

    /** The most frequent first; a job that died is one that failed, whatever by. */
    public Query<HandOffCount> handOffs(StoreId store, BillingPeriod period) {
        return Query.of("""
                        select w.reason, count(*) as count
                        from agent.ai_message_job as j
                        cross join lateral (
                            select case when j.state = 'Dead' then :failed else j.reason end as reason) as w
                        where j.store_id = :store and j.created_at >= :start and j.created_at < :end
                          and j.state in ('HandedOff', 'Dead') and w.reason is not null
                        group by w.reason order by count(*) desc, w.reason
                        """, HandOffCount.class)
                .param("store", store.value())
                .param("failed", HandOffReason.FAILED.toString())
                .param("start", Sql.at(period.start()))
                .param("end", Sql.at(period.end()));
    }
}
