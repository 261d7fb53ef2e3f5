package iq.sendy.webhooks.store;

import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Query;
import iq.sendy.webhooks.model.EventType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Events, in the order of commits. */
@Component
public class EventStore {

    /** A delivery's id is the event's time and a digest of event and subscription; model.DeliveryIds makes the same. */
    static final String DELIVERY_ID = """
            (left(e.id::text, 20) || left(d.digest, 3) || '-' || substr(d.digest, 4, 12))::uuid""";

    static final String DIGEST = """
            cross join lateral (
                select encode(sha256((e.id::text || s.id::text)::bytea), 'hex') as digest) as d
            """;

    /**
     * An event with its bytes.
     *
     * @param only the one subscription that hears of it; null for all that listen to its type
     */
    public record EventPayload(
            UUID id,
            EventType type,
            UUID resource,
            long sequence,
            Instant at,
            Bytes body,
            @Nullable UUID only) {}

    private static final Columns<EventPayload> FRESH = Columns.of(EventPayload.class, "e")
            .uuid("id", EventPayload::id)
            .text("type", EventPayload::type)
            .text("resource_type", event -> event.type().resource())
            .uuid("resource_id", EventPayload::resource)
            .bigint("sequence", EventPayload::sequence)
            .time("occurred_at", EventPayload::at)
            .bytes("body", event -> event.body().toArray())
            .uuid("only_for", EventPayload::only);

    /**
     * The closing statement. First the subscriptions: one that is ended at this moment is skipped, and fails nobody's
     * order. Then the feed's counter, whose row puts a store's events in the order of their commits and is locked from here.
     * Last the store's place among those with work, where there is any: its lock is what prevents a lost wake. There is a
     * row if anything is to be sent.
     */
    public Query<Boolean> write(StoreId store, List<EventPayload> events) {
        return Query.flag("""
                        with subscribed as materialized (
                            select s.id, s.event_types from webhooks.subscription as s
                            where s.store_id = :store and s.ended_at is null order by s.id for key share
                        ), fed as (
                            insert into platform.store_counter as c (store_id, name, value)
                            select :store, 'feed', :count from (select count(*) from subscribed) as locked
                            on conflict (store_id, name) do update set value = c.value + :count
                            returning value - :count as before_us
                        ), fresh as materialized (
                            select * from\s""" + FRESH.numbered("position") + """
                        ), told as (
                            insert into webhooks.event
                                (store_id, id, type, resource_type, resource_id, sequence, feed_position, occurred_at,
                                 recorded_at, body)
                            select :store, e.id, e.type, e.resource_type, e.resource_id, e.sequence,
                                   fed.before_us + e.position, e.occurred_at, now(), e.body
                            from fresh as e, fed
                        ), planned as (
                            insert into webhooks.delivery
                                (store_id, id, event_id, subscription_id, status, attempts, earlier_attempts,
                                 sign_previous, next_attempt_at, created_at)
                            select :store,\s""" + DELIVERY_ID + """
                            , e.id, s.id, 'Pending', 0, 0, false, now(), now()
                            from fresh as e
                            join subscribed as s
                                on (e.only_for is null and (s.event_types = '{}' or e.type = any (s.event_types)))
                                or s.id = e.only_for\s""" + DIGEST + """
                            returning id, subscription_id
                        ), queued as (
                            insert into jobs.job (store_id, id, kind, lane, due_at)
                            select :store, id, 'webhooks.deliver', subscription_id, now() from planned
                            returning id
                        ), due as (
                            insert into jobs.store_due as o (store_id, due_at)
                            select :store, now() where exists (select from queued)
                            on conflict (store_id) do update set due_at = excluded.due_at where o.due_at > excluded.due_at
                        )
                        select true from queued limit 1
                        """)
                .param("store", store.value())
                .param("count", (long) events.size())
                .rows(FRESH, events);
    }

    /** Where an event stands in the feed, if it is still kept. */
    public Query<Long> position(StoreId store, UUID event) {
        return Query.number("""
                        select feed_position from webhooks.event
                        where store_id = :store and id = :id and recorded_at > now() - interval '30 days'
                        """).param("store", store.value()).param("id", event);
    }

    /** The bodies after an event, the oldest first; from the oldest that is kept without one. */
    public Query<FeedEntry> after(StoreId store, @Nullable UUID event, int most) {
        return Query.of("""
                        select e.id, e.body from webhooks.event as e
                        where e.store_id = :store and e.recorded_at > now() - interval '30 days'
                            and e.feed_position > case when :after::uuid is null then 0 else
                                (select p.feed_position from webhooks.event as p
                                 where p.store_id = :store and p.id = :after::uuid) end
                        order by e.feed_position limit :most
                        """, (row, _) -> new FeedEntry(row.getObject("id", UUID.class), Bytes.of(row.getBytes("body"))))
                .param("store", store.value())
                .param("after", event)
                .param("most", most);
    }

    /** An event of the feed. */
    public record FeedEntry(UUID id, Bytes body) {}

    /**
     * Forgets events from before a moment with their deliveries; answers how many went. Ids tell their time, so the oldest
     * are found by their key. Jobs go first: whoever notes an attempt holds its job and waits for the delivery.
     */
    public Query<Long> forget(StoreId store, Instant before, int most) {
        return Query.number("""
                        with old as materialized (
                            select e.id from webhooks.event as e
                            where e.store_id = :store and e.id < :bound order by e.id limit :most
                        ), unqueued as (
                            delete from jobs.job as j using webhooks.delivery as d, old
                            where d.store_id = :store and d.event_id = old.id and j.store_id = :store and j.id = d.id
                            returning j.id
                        ), undelivered as (
                            delete from webhooks.delivery as d using old, (select count(*) from unqueued) as first
                            where d.store_id = :store and d.event_id = old.id
                        ), gone as (
                            delete from webhooks.event as e using old
                            where e.store_id = :store and e.id = old.id
                            returning e.id
                        )
                        select count(*) from gone
                        """)
                .param("store", store.value())
                .param("bound", floor(before))
                .param("most", most);
    }

    /** The least UUIDv7 of a moment. */
    static UUID floor(Instant at) {
        return new UUID((at.toEpochMilli() << 16) | 0x7000L, 0x8000000000000000L);
    }

    /** Takes what events say of conversations out of their bodies, and leaves that they happened. */
    public Query<Boolean> emptyConversations(StoreId store, Collection<UUID> conversations) {
        return Query.write("""
                        update webhooks.event as e
                        set body = convert_to(
                                (convert_from(e.body, 'UTF8')::jsonb || '{"data": {"erased": true}}')::text, 'UTF8')
                        where e.store_id = :store and e.resource_type = 'conversation' and e.resource_id = any (:conversations)
                        """)
                .param("store", store.value())
                .param("conversations", conversations.toArray(UUID[]::new));
    }
}
