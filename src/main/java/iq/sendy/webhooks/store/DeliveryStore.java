package iq.sendy.webhooks.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.kernel.WireWord;
import iq.sendy.platform.sql.Keyset;
import iq.sendy.platform.sql.Listing;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import iq.sendy.webhooks.DeliveryFilter;
import iq.sendy.webhooks.DeliveryStatus;
import iq.sendy.webhooks.DeliveryView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Deliveries with their attempts, read and replayed. */
@Component
public class DeliveryStore {

    private static final String COLUMNS = """
            d.id, d.event_id, e.type, d.status,
            case when s.is_enabled then greatest(d.next_attempt_at, s.open_from) end as next_attempt_at,
            (select jsonb_agg(jsonb_build_object('number', a.number, 'at', a.at, 'statusCode', a.status_code,
                                                 'latencyMs', a.latency_ms, 'errorClass', a.error_class,
                                                 'bodyHead', a.body_head) order by a.number)
             from webhooks.attempt as a where a.store_id = d.store_id and a.delivery_id = d.id) as attempts""";

    private static final String JOINED = """
            webhooks.delivery as d
            join webhooks.event as e on e.store_id = :store and e.id = d.event_id
            join webhooks.subscription as s on s.store_id = :store and s.id = d.subscription_id
            """;

    private static final String OF_SUBSCRIPTION = " where d.store_id = :store and d.subscription_id = :subscription";

    /** An id begins with the time of its event, and no two are the same. */
    private static final Keyset<DeliveryView> NEWEST =
            Keyset.<DeliveryView>descending().uuid("d.id", DeliveryView::id);

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<DeliveryView.Attempt>> ATTEMPTS = new TypeReference<>() {};

    /** Newest first. */
    public Listing<DeliveryView> list(StoreId store, UUID subscription, DeliveryFilter filter) {
        var typed = filter.eventTypes().isEmpty()
                ? ""
                : " join webhooks.event as e on e.store_id = :store and e.id = d.event_id";
        return Listing.select(COLUMNS, DeliveryStore::delivery)
                .from(JOINED + OF_SUBSCRIPTION, NEWEST)
                .countedFrom("webhooks.delivery as d" + typed + OF_SUBSCRIPTION)
                .param("store", store.value())
                .param("subscription", subscription)
                .and("d.status = any (:statuses)", "statuses", Sql.words(filter.statuses()))
                .and("e.type = any (:types)", "types", Sql.words(filter.eventTypes()))
                .and("d.event_id = :event", "event", filter.eventId())
                .countedOnPagesByNumber();
    }

    public Query<DeliveryView> find(StoreId store, UUID subscription, UUID delivery) {
        return Query.of(
                        "select " + COLUMNS + " from " + JOINED + OF_SUBSCRIPTION + " and d.id = :id",
                        DeliveryStore::delivery)
                .param("store", store.value())
                .param("subscription", subscription)
                .param("id", delivery);
    }

    /** Finds a delivery that can still be sent, and locks it; answers its status. */
    public Query<DeliveryStatus> lock(StoreId store, UUID subscription, UUID delivery) {
        return Query.of("""
                        select d.status from webhooks.delivery as d
                        join webhooks.subscription as s
                            on s.store_id = :store and s.id = d.subscription_id and s.ended_at is null
                        where d.store_id = :store and d.subscription_id = :subscription and d.id = :id
                        for key share of s for no key update of d
                        """, (row, _) -> WireWord.of(DeliveryStatus.class, row.getString("status")))
                .param("store", store.value())
                .param("subscription", subscription)
                .param("id", delivery);
    }

    /** A locked delivery is pending again, with twelve new attempts; those before go on being counted. */
    public Query<Boolean> reopen(StoreId store, UUID delivery) {
        return Query.write("""
                        update webhooks.delivery
                        set status = 'Pending', earlier_attempts = attempts, sign_previous = false,
                            next_attempt_at = now()
                        where store_id = :store and id = :id
                        """).param("store", store.value()).param("id", delivery);
    }

    /**
     * Removes a part of what a subscription was to be told, with what was noted of it; answers how many went. Jobs go first:
     * whoever notes an attempt holds its job and waits for the delivery. One that a worker holds is ended by it.
     */
    public Query<Long> deleteOf(StoreId store, UUID subscription, int most) {
        return Query.number("""
                        with batch as materialized (
                            select d.id from webhooks.delivery as d
                            where d.store_id = :store and d.subscription_id = :subscription
                            order by d.id desc limit :most
                        ), unqueued as (
                            delete from jobs.job as j using batch
                            where j.store_id = :store and j.id = batch.id and j.owner is null
                            returning j.id
                        ), gone as (
                            delete from webhooks.delivery as d using batch, (select count(*) from unqueued) as first
                            where d.store_id = :store and d.id = batch.id
                            returning d.id
                        )
                        select count(*) from gone
                        """)
                .param("store", store.value())
                .param("subscription", subscription)
                .param("most", most);
    }

    /** How many events since then match a subscription and have had no 2xx from it. */
    public Query<Long> missed(StoreId store, UUID subscription, Instant since) {
        return Query.number("with " + SUBSCRIBED + ") select count(*) " + MISSED)
                .param("store", store.value())
                .param("subscription", subscription)
                .param("since", Sql.at(since))
                .param("bound", EventStore.floor(since));
    }

    private static final String SUBSCRIBED = """
            subscribed as materialized (
                select s.id, s.event_types from webhooks.subscription as s
                where s.store_id = :store and s.id = :subscription and s.ended_at is null
            """;

    private static final String MISSED = """
            from webhooks.event as e
            join subscribed as s on s.event_types = '{}' or e.type = any (s.event_types)
            left join webhooks.delivery as d
                on d.store_id = :store and d.event_id = e.id and d.subscription_id = s.id
            where e.store_id = :store and e.id >= :bound and e.occurred_at >= :since
                and e.type <> 'webhook.test' and d.status is distinct from 'Delivered'
            """;

    /**
     * Plans the oldest of what was missed and waits for nothing: what was never planned, and what is dead. Answers how many.
     * The subscription is locked, since one that is ended at this moment would leave behind what is planned for it.
     */
    public Query<Long> recover(StoreId store, UUID subscription, Instant since, int most) {
        return Query.number(
                        """
                        with\s""" + SUBSCRIBED + """
                            for key share
                        ), missed as materialized (
                            select e.id, s.id as subscription_id, d.id as dead\s""" + MISSED + """
                                and d.status is distinct from 'Pending'
                            order by e.feed_position limit :most
                        ), reopened as (
                            update webhooks.delivery as d
                            set status = 'Pending', earlier_attempts = d.attempts, sign_previous = false,
                                next_attempt_at = now()
                            from missed as m
                            where d.store_id = :store and d.id = m.dead and d.status = 'Dead'
                            returning d.id
                        ), planned as (
                            insert into webhooks.delivery
                                (store_id, id, event_id, subscription_id, status, attempts, earlier_attempts,
                                 sign_previous, next_attempt_at, created_at)
                            select :store,\s""" + EventStore.DELIVERY_ID + """
                            , e.id, e.subscription_id, 'Pending', 0, 0, false, now(), now()
                            from missed as e
                            cross join lateral (select e.subscription_id as id) as s\s""" + EventStore.DIGEST + """
                            where e.dead is null
                            on conflict (store_id, event_id, subscription_id) do nothing
                            returning id
                        ), queued as (
                            insert into jobs.job (store_id, id, kind, lane, due_at)
                            select :store, p.id, 'webhooks.deliver', :subscription, now()
                            from (select id from reopened union all select id from planned) as p
                            on conflict (store_id, id) do nothing
                            returning id
                        )
                        select count(*) from missed
                        """)
                .param("store", store.value())
                .param("subscription", subscription)
                .param("since", Sql.at(since))
                .param("bound", EventStore.floor(since))
                .param("most", most);
    }

    private static DeliveryView delivery(ResultSet row, int index) throws SQLException {
        @Nullable String attempts = row.getString("attempts");
        return new DeliveryView(
                row.getObject("id", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                WireWord.of(DeliveryStatus.class, row.getString("status")),
                attempts == null ? List.of() : JSON.readValue(attempts, ATTEMPTS),
                Sql.instantOrNull(row, "next_attempt_at"));
    }
}
