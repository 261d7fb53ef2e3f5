package iq.sendy.webhooks.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Keyset;
import iq.sendy.platform.sql.Listing;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import iq.sendy.webhooks.Subscription;
import iq.sendy.webhooks.Subscription.SubscriptionDetails;
import iq.sendy.webhooks.model.CircuitBreaker;
import iq.sendy.webhooks.model.EventType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Subscriptions, and how their endpoints do. */
@Component
public class SubscriptionStore {

    private static final String COLUMNS = """
            s.id, s.url, s.event_types, s.description, s.is_enabled, s.disabled_reason, s.failing_since, s.window_from,
            s.window_attempts, s.window_failures, s.open_from, s.trips, s.created_at, s.updated_at,
            (select case when k.expires_at > now() then k.expires_at end from webhooks.secret as k
             where k.store_id = s.store_id and k.subscription_id = s.id and k.expires_at is not null
             order by k.created_at desc, k.id desc limit 1) as previous_expires_at
            """;

    private static final Keyset<Subscription> NEWEST = Keyset.newest("s", Subscription::createdAt, Subscription::id);

    /** Takes the lowest free of fifty slots; no row when there is none. */
    public Query<Subscription> insert(StoreId store, UUID id, SubscriptionDetails subscriptionDetails, Instant now) {
        return Query.of("""
                        insert into webhooks.subscription as s
                            (store_id, id, slot, url, event_types, description, is_enabled, disabled_reason, tests,
                             window_attempts, window_failures, trips, created_at, updated_at)
                        select :store, :id, free.slot, :url, :types, :description, :enabled,
                               case when not :enabled then 'owner' end, 0, 0, 0, 0, :now, :now
                        from generate_series(1, 50) as free (slot)
                        where not exists (
                            select from webhooks.subscription as t where t.store_id = :store and t.slot = free.slot)
                        order by free.slot limit 1
                        returning\s""" + COLUMNS, SubscriptionStore::subscription)
                .param("store", store.value())
                .param("id", id)
                .param("url", subscriptionDetails.url())
                .param("types", Sql.words(subscriptionDetails.events()))
                .param("description", subscriptionDetails.description())
                .param("enabled", subscriptionDetails.enabled())
                .param("now", Sql.at(now));
    }

    public Query<Subscription> find(StoreId store, UUID id) {
        return one(store, id, "");
    }

    /** Finds and locks it; whoever tells it of an event meanwhile does not wait. */
    public Query<Subscription> lock(StoreId store, UUID id) {
        return one(store, id, " for no key update of s");
    }

    private static Query<Subscription> one(StoreId store, UUID id, String lock) {
        return Query.of(
                        "select " + COLUMNS
                                + " from webhooks.subscription as s where s.store_id = :store and s.id = :id"
                                + " and s.ended_at is null" + lock,
                        SubscriptionStore::subscription)
                .param("store", store.value())
                .param("id", id);
    }

    /** Newest first. */
    public Listing<Subscription> list(StoreId store) {
        return Listing.select(COLUMNS, SubscriptionStore::subscription)
                .from("webhooks.subscription as s where s.store_id = :store and s.ended_at is null", NEWEST)
                .param("store", store.value());
    }

    /** Stores what its owner says of it. */
    public Query<Subscription> change(
            StoreId store,
            UUID id,
            SubscriptionDetails subscriptionDetails,
            @Nullable String disabledReason,
            Instant now) {
        return Query.of("""
                        update webhooks.subscription as s
                        set url = :url, event_types = :types, description = :description, is_enabled = :enabled,
                            disabled_reason = :reason, updated_at = :now
                        where s.store_id = :store and s.id = :id
                        returning\s""" + COLUMNS, SubscriptionStore::subscription)
                .param("url", subscriptionDetails.url())
                .param("types", Sql.words(subscriptionDetails.events()))
                .param("description", subscriptionDetails.description())
                .param("enabled", subscriptionDetails.enabled())
                .param("reason", disabledReason)
                .param("now", Sql.at(now))
                .param("store", store.value())
                .param("id", id);
    }

    /** The number of the next test event. */
    public Query<Long> nextTest(StoreId store, UUID id) {
        return Query.number("""
                        update webhooks.subscription set tests = tests + 1
                        where store_id = :store and id = :id and ended_at is null returning tests
                        """).param("store", store.value()).param("id", id);
    }

    /**
     * Ends it once nobody is telling it of an event any more: from here on it is told of none, and nobody finds it. What it
     * leaves behind is more than a transaction can remove that orders wait for.
     */
    public Query<UUID> end(StoreId store, UUID id, Instant now) {
        return Query.id("""
                        update webhooks.subscription
                        set ended_at = :now, slot = null, is_enabled = false,
                            disabled_reason = coalesce(disabled_reason, 'owner')
                        where store_id = :store and id = :id and ended_at is null
                        returning id
                        """)
                .param("now", Sql.at(now))
                .param("store", store.value())
                .param("id", id);
    }

    /** Whether there is one of this id that was ended and is not gone yet. */
    public Query<Boolean> isEnded(StoreId store, UUID id) {
        return Query.flag("""
                        select true from webhooks.subscription
                        where store_id = :store and id = :id and ended_at is not null
                        """).param("store", store.value()).param("id", id);
    }

    /** Removes one that was ended; its secrets go with it. */
    public Query<Boolean> delete(StoreId store, UUID id) {
        return Query.write("""
                        delete from webhooks.subscription
                        where store_id = :store and id = :id and ended_at is not null
                        """).param("store", store.value()).param("id", id);
    }

    /** How an endpoint does, by the database's clock. */
    public record Checked(UUID id, CircuitBreaker health, Instant now) {}

    /** Locks the endpoints that are there, in the order of their ids. */
    public Query<Checked> check(StoreId store, List<UUID> ids) {
        return Query.of(
                        """
                        select s.id, s.failing_since, s.window_from, s.window_attempts, s.window_failures, s.open_from,
                               s.trips, now() as at
                        from webhooks.subscription as s
                        where s.store_id = :store and s.id = any (:ids) and s.ended_at is null
                        order by s.id for no key update
                        """,
                        (row, _) -> new Checked(row.getObject("id", UUID.class), health(row), Sql.instant(row, "at")))
                .param("store", store.value())
                .param("ids", ids.toArray(UUID[]::new));
    }

    /**
     * Stores how an endpoint does.
     *
     * @param disable why nothing is sent to it from now on; null leaves it as it is
     */
    public Query<Boolean> note(StoreId store, UUID id, CircuitBreaker circuitBreaker, @Nullable String disable) {
        return Query.write("""
                        update webhooks.subscription
                        set failing_since = :failingSince, window_from = :windowFrom, window_attempts = :attempts,
                            window_failures = :failures, open_from = :openFrom, trips = :trips,
                            is_enabled = is_enabled and :disable::text is null,
                            disabled_reason = coalesce(disabled_reason, :disable::text)
                        where store_id = :store and id = :id
                        """)
                .param("failingSince", Sql.atOrNull(circuitBreaker.failingSince()))
                .param("windowFrom", Sql.atOrNull(circuitBreaker.windowFrom()))
                .param("attempts", circuitBreaker.windowAttempts())
                .param("failures", circuitBreaker.windowFailures())
                .param("openFrom", Sql.atOrNull(circuitBreaker.openFrom()))
                .param("trips", circuitBreaker.trips())
                .param("disable", disable)
                .param("store", store.value())
                .param("id", id);
    }

    private static Subscription subscription(ResultSet row, int index) throws SQLException {
        var types = Sql.texts(row, "event_types").stream()
                .map(word -> EventType.of(word).orElseThrow())
                .toList();
        return new Subscription(
                row.getObject("id", UUID.class),
                new SubscriptionDetails(
                        row.getString("url"), types, row.getString("description"), row.getBoolean("is_enabled")),
                row.getString("disabled_reason"),
                health(row),
                Sql.instantOrNull(row, "previous_expires_at"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"));
    }

    private static CircuitBreaker health(ResultSet row) throws SQLException {
        return new CircuitBreaker(
                Sql.instantOrNull(row, "failing_since"),
                Sql.instantOrNull(row, "window_from"),
                row.getInt("window_attempts"),
                row.getInt("window_failures"),
                Sql.instantOrNull(row, "open_from"),
                row.getInt("trips"));
    }
}
