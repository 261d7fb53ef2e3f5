package iq.sendy.messaging.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.MessageStatus;
import iq.sendy.messaging.MessageUpdate;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What became of messages: statuses upward only, the newest reaction and words, and what was taken back for good. What is
 * told of a message that is not here is parked until it comes.
 */
@Component
public class MessageUpdateStore {

    /**
     * A message that was told about.
     *
     * @param isChanged whether anything of it is different now
     * @param hasFailed whether it is different because it did not arrive
     */
    public record UpdatedMessage(UUID id, UUID conversation, String externalId, boolean isChanged, boolean hasFailed) {}

    private static final Columns<MessageUpdate> NEWS = Columns.of(MessageUpdate.class, "n")
            .text("external_id", MessageUpdate::externalId)
            .text(
                    "status",
                    update ->
                            update.delivery() == null ? null : update.delivery().status())
            .time(
                    "status_at",
                    update ->
                            update.delivery() == null ? null : update.delivery().at())
            .text("error_code", MessageUpdateStore::errorCode)
            .text("error_message", MessageUpdateStore::errorMessage)
            .json(
                    "pricing",
                    update ->
                            update.delivery() == null ? null : update.delivery().pricing())
            .text(
                    "reaction",
                    update ->
                            update.reaction() == null ? null : update.reaction().text())
            .time(
                    "reacted_at",
                    update ->
                            update.reaction() == null ? null : update.reaction().at())
            .text("text", update -> update.edit() == null ? null : update.edit().text())
            .time(
                    "edited_at",
                    update -> update.edit() == null ? null : update.edit().at())
            .time("deleted_at", MessageUpdate::deletedAt);

    private static final String WORDS = Arrays.stream(MessageStatus.values())
            .map(status -> "'" + status + "'")
            .collect(Collectors.joining(", ", "array[", "]"));

    /** {@code Failed} is above all others: nothing that comes late takes it away. */
    private static String rank(String status) {
        return "array_position(" + WORDS + ", " + status + ")";
    }

    /** Whether a row of news has a further status, a newer reaction or newer words than a message or a parked row. */
    private static String further(String row) {
        return "(n.status is not null and (" + row + ".status is null or " + rank("n.status") + " > "
                + rank(row + ".status") + "))";
    }

    private static String newer(String row, String column) {
        return "(n." + column + " is not null and (" + row + "." + column + " is null or n." + column + " >= " + row
                + "." + column + "))";
    }

    private static final String TOLD = "(m.direction = 'Outbound' and " + further("m") + ")";
    private static final String PRICED =
            "(m.direction = 'Outbound' and n.pricing is not null and m.pricing is distinct from n.pricing)";
    private static final String REACTED = newer("m", "reacted_at");
    private static final String EDITED =
            "(m.deleted_at is null and n.deleted_at is null and " + newer("m", "edited_at") + ")";
    private static final String DELETED = "(m.deleted_at is null and n.deleted_at is not null)";

    /** Of a table {@code news as n}; locks the messages in the order of their ids. */
    private static String applied(String condition) {
        return """
                , found as materialized (
                    select m.id, m.conversation_id, n.*
                    from news as n
                    join messaging.message as m
                        on m.store_id = :store and m.channel_id = :channel and m.external_id = n.external_id
                ), held as materialized (
                    select m.id from messaging.message as m
                    where m.store_id = :store and m.id in (select id from found) %s
                    order by m.id for no key update
                ), changed as (
                    update messaging.message as m
                    set status = case when %s then n.status else m.status end,
                        status_at = case when %s then n.status_at else m.status_at end,
                        error_code = case when %s then n.error_code else m.error_code end,
                        error_message = case when %s then n.error_message else m.error_message end,
                        pricing = case when %s then n.pricing else m.pricing end,
                        reaction = case when %s then n.reaction else m.reaction end,
                        reacted_at = case when %s then n.reacted_at else m.reacted_at end,
                        text = case when n.deleted_at is not null then null when %s then n.text else m.text end,
                        details = case when n.deleted_at is null then m.details end,
                        edited_at = case when %s then n.edited_at else m.edited_at end,
                        deleted_at = coalesce(m.deleted_at, n.deleted_at)
                    from found as n
                    where m.store_id = :store and m.id = n.id and m.id in (select id from held)
                        and (%s or %s or %s or (%s and m.reaction is distinct from n.reaction)
                             or (%s and m.text is distinct from n.text))
                    returning m.id
                )
                select n.id, n.conversation_id, n.external_id, c.id is not null as changed,
                       c.id is not null and n.status is not null and n.status = 'Failed' as failed
                from found as n left join changed as c on c.id = n.id
                """.formatted(
                        condition, TOLD, TOLD, TOLD, TOLD, PRICED, REACTED, REACTED, EDITED, EDITED, TOLD, PRICED,
                        DELETED, REACTED, EDITED);
    }

    /**
     * Applies updates, one for each external id, if the messages of all of them are here; if not it changes nothing. A row
     * for each that is here.
     */
    public Query<UpdatedMessage> applyAll(StoreId store, UUID channel, Collection<MessageUpdate> updates) {
        return Query.of(
                        "with news as materialized (select * from " + NEWS.table() + ")"
                                + applied("and (select count(*) from found) = :count"),
                        MessageUpdateStore::updated)
                .param("store", store.value())
                .param("channel", channel)
                .rows(NEWS, updates)
                .param("count", (long) updates.size());
    }

    /**
     * Makes those who tell of a message and those who store it come one after the other. Whoever parks or stores calls it in
     * an earlier statement than {@link #settleParked}.
     */
    public Query<Boolean> lockExternal(StoreId store, UUID channel, Collection<String> externalIds) {
        var locks = externalIds.stream()
                .map(id -> ContactStore.lock(store + "|" + channel + "|message|" + id))
                .distinct()
                .sorted()
                .toArray(Long[]::new);
        return Query.write("select pg_advisory_xact_lock(l) from unnest(:locks::bigint[]) as l")
                .param("locks", locks);
    }

    /** Keeps updates for messages that are not here, together with what is parked for them already. */
    public Query<Boolean> park(StoreId store, UUID channel, Collection<MessageUpdate> updates, Instant now) {
        return Query.write("""
                        with news as materialized (select * from\s""" + NEWS.table()
                        + """
                        ), kept as (
                            select n.external_id,
                                   case when %1$s then n.status else p.status end as status,
                                   case when %1$s then n.status_at else p.status_at end as status_at,
                                   case when %1$s then n.error_code else p.error_code end as error_code,
                                   case when %1$s then n.error_message else p.error_message end as error_message,
                                   coalesce(n.pricing, p.pricing) as pricing,
                                   case when %2$s then n.reaction else p.reaction end as reaction,
                                   case when %2$s then n.reacted_at else p.reacted_at end as reacted_at,
                                   case when %3$s then n.text else p.text end as text,
                                   case when %3$s then n.edited_at else p.edited_at end as edited_at,
                                   coalesce(p.deleted_at, n.deleted_at) as deleted_at
                            from news as n
                            left join messaging.parked_update as p
                                on p.store_id = :store and p.channel_id = :channel and p.external_id = n.external_id
                        )
                        insert into messaging.parked_update
                            (store_id, channel_id, external_id, status, status_at, error_code, error_message, pricing,
                             reaction, reacted_at, text, edited_at, deleted_at, created_at)
                        select :store, :channel, k.external_id, k.status, k.status_at, k.error_code, k.error_message,
                               k.pricing, k.reaction, k.reacted_at, k.text, k.edited_at, k.deleted_at, :now
                        from kept as k
                        on conflict (store_id, channel_id, external_id) do update
                            set status = excluded.status, status_at = excluded.status_at,
                                error_code = excluded.error_code, error_message = excluded.error_message,
                                pricing = excluded.pricing, reaction = excluded.reaction,
                                reacted_at = excluded.reacted_at, text = excluded.text, edited_at = excluded.edited_at,
                                deleted_at = excluded.deleted_at
                        """.formatted(further("p"), newer("p", "reacted_at"), newer("p", "edited_at")))
                .param("store", store.value())
                .param("channel", channel)
                .rows(NEWS, updates)
                .param("now", Sql.at(now));
    }

    /**
     * Applies what is parked for messages that are here by now. To be sent by whoever gives a message its external id, in
     * the same transaction, behind that and {@link #lockExternal}.
     */
    public Query<UpdatedMessage> settleParked(StoreId store, UUID channel, Collection<String> externalIds) {
        return Query.of("""
                        with news as materialized (
                            delete from messaging.parked_update as p
                            where p.store_id = :store and p.channel_id = :channel and p.external_id = any (:externalIds)
                                and exists (
                                    select from messaging.message as m
                                    where m.store_id = :store and m.channel_id = :channel
                                        and m.external_id = p.external_id)
                            returning p.external_id, p.status, p.status_at, p.error_code, p.error_message, p.pricing,
                                      p.reaction, p.reacted_at, p.text, p.edited_at, p.deleted_at
                        )""" + applied(""), MessageUpdateStore::updated)
                .param("store", store.value())
                .param("channel", channel)
                .param("externalIds", externalIds.toArray(String[]::new));
    }

    /** Forgets what was told before a moment of messages that never came; answers how much went. */
    public Query<Long> forgetParked(StoreId store, Instant before, int most) {
        return Query.number("""
                        with old as materialized (
                            select o.channel_id, o.external_id from messaging.parked_update as o
                            where o.store_id = :store and o.created_at < :before order by o.created_at limit :most
                        ), gone as (
                            delete from messaging.parked_update as p using old
                            where p.store_id = :store and p.channel_id = old.channel_id
                                and p.external_id = old.external_id
                            returning 1
                        )
                        select count(*) from gone
                        """)
                .param("store", store.value())
                .param("before", Sql.at(before))
                .param("most", most);
    }

    private static @Nullable String errorCode(MessageUpdate update) {
        return update.delivery() == null || update.delivery().error() == null
                ? null
                : update.delivery().error().code();
    }

    private static @Nullable String errorMessage(MessageUpdate update) {
        return update.delivery() == null || update.delivery().error() == null
                ? null
                : update.delivery().error().message();
    }

    private static UpdatedMessage updated(ResultSet row, int index) throws SQLException {
        return new UpdatedMessage(
                row.getObject("id", UUID.class),
                row.getObject("conversation_id", UUID.class),
                row.getString("external_id"),
                row.getBoolean("changed"),
                row.getBoolean("failed"));
    }
}
