package iq.sendy.webhooks.store;

import iq.sendy.jobs.Lane;
import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the sender reads before its attempts and writes after them, for many at once. */
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
                        join webhooks.subscription as s on s.store_id = :store and s.id = d.subscription_id
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
     * An attempt to be noted, and where it leaves its delivery.
     *
     * @param next when the next one is due; null after the last
     */
    public record Noted(
            UUID delivery,
            int number,
            Instant at,
            @Nullable Integer status,
            @Nullable Long latencyMs,
            @Nullable String errorClass,
            @Nullable String bodyHead,
            String deliveryStatus,
            boolean signPrevious,
            @Nullable Duration next) {}

    /**
     * Attempts that are over, one for each delivery; a delivery that is gone meanwhile is left out. Attempts between the
     * last one that was noted and this one ended with their process or their lease: that they were made is noted, what came
     * of them is not known.
     */
    public Query<UUID> note(StoreId store, List<Noted> attempts) {
        return Query.of("""
                        with came as materialized (
                            select * from unnest(:deliveries::uuid[], :numbers::integer[], :times::timestamptz[],
                                                 :statuses::integer[], :latencies::bigint[], :classes::text[],
                                                 :heads::text[], :ends::text[], :previous::boolean[], :waits::bigint[])
                                as a (id, number, at, status_code, latency_ms, error_class, body_head, delivery_status,
                                      sign_previous, wait_ms)
                        ), known as materialized (
                            select d.id, d.attempts from webhooks.delivery as d
                            where d.store_id = :store and d.id = any (:deliveries::uuid[])
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
                .param("deliveries", attempts.stream().map(Noted::delivery).toArray(UUID[]::new))
                .param("numbers", attempts.stream().map(Noted::number).toArray(Integer[]::new))
                .param("times", attempts.stream().map(a -> a.at().toString()).toArray(String[]::new))
                .param("statuses", attempts.stream().map(Noted::status).toArray(Integer[]::new))
                .param("latencies", attempts.stream().map(Noted::latencyMs).toArray(Long[]::new))
                .param("classes", attempts.stream().map(Noted::errorClass).toArray(String[]::new))
                .param("heads", attempts.stream().map(Noted::bodyHead).toArray(String[]::new))
                .param("ends", attempts.stream().map(Noted::deliveryStatus).toArray(String[]::new))
                .param("previous", attempts.stream().map(Noted::signPrevious).toArray(Boolean[]::new))
                .param("waits", attempts.stream().map(AttemptStore::millis).toArray(Long[]::new));
    }

    private static @Nullable Long millis(Noted attempt) {
        return attempt.next() == null ? null : attempt.next().toMillis();
    }
}
