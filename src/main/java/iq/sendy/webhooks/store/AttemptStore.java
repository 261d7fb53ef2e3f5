package iq.sendy.webhooks.store;

import iq.sendy.jobs.Lane;
import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Query;
import iq.sendy.webhooks.DeliveryStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Delivery attempts: what the sender reads before its attempts and writes after them, for many at once. */
@Component
public class AttemptStore {

    /** At once to one endpoint from one process. */
    private static final int MOST_IN_FLIGHT = 4;

    /** One lane for each subscription; a breaker that is half open lets one through. */
    public Query<Lane> lanes(StoreId store) {
        return Query.of(
                        "select id, is_enabled, open_from, trips from webhooks.subscription where store_id = :store",
                        (row, _) -> {
                            var id = row.getObject("id", UUID.class);
                            if (!row.getBoolean("is_enabled")) {
                                return Lane.closed(id);
                            }
                            var from = row.getTimestamp("open_from");
                            return from == null
                                    ? Lane.open(id, MOST_IN_FLIGHT)
                                    : Lane.openFrom(id, from.toInstant(), 1);
                        })
                .param("store", store.value());
    }

    /**
     * What an attempt needs beside the secrets.
     *
     * @param attempts how many were made of it before the present round
     * @param troubled whether the endpoint's health has something to note even after a success
     */
    public record ToSend(
            UUID delivery,
            UUID subscription,
            UUID event,
            String type,
            Bytes body,
            String url,
            int attempts,
            boolean signPrevious,
            boolean troubled) {}

    public Query<ToSend> toSend(StoreId store, List<UUID> deliveries) {
        return Query.of(
                        """
                        select d.id, d.subscription_id, d.event_id, e.type, e.body, s.url, d.earlier_attempts,
                               d.sign_previous,
                               s.failing_since is not null or s.window_from is not null or s.open_from is not null
                                   as troubled
                        from webhooks.delivery as d
                        join webhooks.event as e on e.store_id = :store and e.id = d.event_id
                        join webhooks.subscription as s
                            on s.store_id = :store and s.id = d.subscription_id and s.ended_at is null
                        where d.store_id = :store and d.id = any (:deliveries) and d.status = 'Pending'
                        """,
                        (row, _) -> new ToSend(
                                row.getObject("id", UUID.class),
                                row.getObject("subscription_id", UUID.class),
                                row.getObject("event_id", UUID.class),
                                row.getString("type"),
                                Bytes.of(row.getBytes("body")),
                                row.getString("url"),
                                row.getInt("earlier_attempts"),
                                row.getBoolean("sign_previous"),
                                row.getBoolean("troubled")))
                .param("store", store.value())
                .param("deliveries", deliveries.toArray(UUID[]::new));
    }

    /**
     * An attempt to be recorded, and where it leaves its delivery.
     *
     * @param next when the next one is due; null after the last
     */
    public record AttemptRecord(
            UUID delivery,
            int number,
            Instant at,
            Outcome outcome,
            DeliveryStatus deliveryStatus,
            boolean signPrevious,
            @Nullable Duration next) {}

    /** What came back, as far as anything did. */
    public record Outcome(
            @Nullable Integer status,
            @Nullable Long latencyMs,
            @Nullable String errorClass,
            @Nullable String bodyHead) {

        /** It ended in us, or with us. */
        public static final Outcome LOST = new Outcome(null, null, "lost", null);
    }

    private static final Columns<AttemptRecord> CAME = Columns.of(AttemptRecord.class, "a")
            .uuid("id", AttemptRecord::delivery)
            .integer("number", AttemptRecord::number)
            .time("at", AttemptRecord::at)
            .integer("status_code", attempt -> attempt.outcome().status())
            .bigint("latency_ms", attempt -> attempt.outcome().latencyMs())
            .text("error_class", attempt -> attempt.outcome().errorClass())
            .text("body_head", attempt -> attempt.outcome().bodyHead())
            .text("delivery_status", AttemptRecord::deliveryStatus)
            .bool("sign_previous", AttemptRecord::signPrevious)
            .bigint(
                    "wait_ms",
                    attempt -> attempt.next() == null ? null : attempt.next().toMillis());

    /**
     * Attempts that are over, one for each delivery; a delivery that is gone meanwhile is left out. Attempts between the
     * last one that was noted and this one ended with their process or their lease: that they were made is noted, what came
     * of them is not known.
     */
    public Query<UUID> record(StoreId store, List<AttemptRecord> attempts) {
        return Query.of("""
                        with came as materialized (
                            select * from\s""" + CAME.table() + """
                        ), known as materialized (
                            select d.id, d.attempts from webhooks.delivery as d
                            where d.store_id = :store and d.id = any (:a_id::uuid[])
                        ), moved as (
                            update webhooks.delivery as d
                            set status = a.delivery_status, attempts = a.number, sign_previous = a.sign_previous,
                                next_attempt_at = now() + make_interval(secs => a.wait_ms / 1000.0)
                            from came as a
                            where d.store_id = :store and d.id = a.id
                            returning d.id
                        ), lost as (
                            insert into webhooks.attempt (store_id, delivery_id, number, at, error_class)
                            select :store, m.id, missing.number, now(), 'lost'
                            from moved as m join known as k using (id) join came as a using (id)
                            cross join lateral generate_series(k.attempts + 1, a.number - 1) as missing (number)
                        ), noted as (
                            insert into webhooks.attempt
                                (store_id, delivery_id, number, at, status_code, latency_ms, error_class, body_head)
                            select :store, a.id, a.number, a.at, a.status_code, a.latency_ms, a.error_class, a.body_head
                            from came as a join moved using (id)
                        )
                        select id from moved
                        """, (row, _) -> row.getObject("id", UUID.class))
                .param("store", store.value())
                .rows(CAME, attempts);
    }
}
