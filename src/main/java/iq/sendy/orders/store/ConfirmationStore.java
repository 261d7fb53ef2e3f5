package iq.sendy.orders.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.orders.CallerFigures;
import iq.sendy.orders.RecordAttempt;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What calls to customers came to: on the orders, and by who made them. */
@Component
public class ConfirmationStore {

    /** One more attempt on a locked order. */
    public Query<Boolean> attempted(StoreId store, UUID order, RecordAttempt attempt, Instant now) {
        return Query.write("""
                        update orders.customer_order
                        set confirmation_attempts = confirmation_attempts + 1, confirmation_outcome = :outcome,
                            confirmation_at = :now, call_again_at = :callAgainAt::timestamptz, updated_at = :now
                        where store_id = :store and id = :id
                        """)
                .param("outcome", attempt.outcome().toString())
                .param("now", Sql.at(now))
                .param("callAgainAt", Sql.atOrNull(attempt.callAgainAt()))
                .param("store", store.value())
                .param("id", order);
    }

    /** Who called most comes first. */
    public Query<CallerFigures> byPerson(StoreId store, Instant from, Instant to) {
        return Query.of("""
                                select t.actor_kind, t.actor_id, max(t.actor_name) as actor_name, count(*) as attempts,
                                       count(*) filter (where t.outcome = 'Confirmed') as confirmed,
                                       count(*) filter (where t.outcome = 'Rejected') as rejected
                                from orders.timeline_entry as t
                                where t.store_id = :store and t.outcome is not null
                                    and t.occurred_at >= :from and t.occurred_at < :to
                                group by t.actor_kind, t.actor_id
                                order by attempts desc, t.actor_id
                                """, CallerFigures.class)
                .param("store", store.value())
                .param("from", Sql.at(from))
                .param("to", Sql.at(to));
    }
}
