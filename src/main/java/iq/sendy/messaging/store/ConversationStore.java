package iq.sendy.messaging.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.kernel.WireWord;
import iq.sendy.messaging.ConversationStatus;
import iq.sendy.messaging.Correspondent;
import iq.sendy.messaging.model.ConversationState;
import iq.sendy.messaging.model.ConversationState.ConversationHolds;
import iq.sendy.messaging.model.ConversationState.CustomerTimes;
import iq.sendy.messaging.model.ConversationState.LatestMessage;
import iq.sendy.messaging.model.ConversationState.MessageCounts;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Conversations as messages change them. Locks go in this order: identities of contacts, conversations by their ids,
 * contacts, messages by their ids, external ids.
 */
@Component
public class ConversationStore {

    private static final String COLUMNS = """
            c.id, c.contact_id, c.status, c.snoozed_until, c.agent_paused_until, c.message_count, c.unread_count,
            c.last_message_id, c.last_message_at, c.last_inbound_at, c.window_expires_at, c.waiting_since, c.sequence""";

    private static final Columns<ConversationState> CHANGED = Columns.of(ConversationState.class, "n")
            .uuid("id", ConversationState::id)
            .text("status", ConversationState::status)
            .time("snoozed_until", state -> state.holds().snoozedUntil())
            .time("agent_paused_until", state -> state.holds().agentPausedUntil())
            .bigint("message_count", state -> state.counts().arrived())
            .bigint("unread_count", state -> state.counts().unread())
            .uuid(
                    "last_message_id",
                    state -> state.latest() == null ? null : state.latest().id())
            .time(
                    "last_message_at",
                    state -> state.latest() == null ? null : state.latest().at())
            .time("last_inbound_at", state -> state.times().lastInbound())
            .time("window_expires_at", state -> state.times().windowExpires())
            .time("waiting_since", state -> state.times().waitingSince())
            .bigint("sequence", ConversationState::sequence);

    /** The conversation, against any other message until the transaction ends. */
    public Query<ConversationState> lock(StoreId store, UUID id) {
        return lock(store, List.of(id));
    }

    /** As {@link #lock(StoreId, UUID)}, of several. */
    public Query<ConversationState> lock(StoreId store, Collection<UUID> ids) {
        return Query.of("select " + COLUMNS + """
                         from messaging.conversation as c
                        where c.store_id = :store and c.id = any (:ids)
                        order by c.id for no key update
                        """, ConversationStore::state)
                .param("store", store.value())
                .param("ids", ids.toArray(UUID[]::new));
    }

    /**
     * Locks the conversations of correspondents, if all who are introduced are known and each is one contact; if not, none:
     * so that contacts are made with no conversation locked.
     */
    public Query<ConversationState> lockKnown(StoreId store, UUID channel, List<Correspondent> correspondents) {
        return Query.of(
                        "with named as materialized (select w.correspondent, w.introduced, i.contact_id from "
                                + ContactStore.NAMES_USED.table() + """

                            left join messaging.contact_identity as i
                                on i.store_id = :store and i.channel_id = :channel and i.kind = w.kind
                                    and i.value = w.value and (i.withdrawn_at is null or w.used_at <= i.withdrawn_at)
                        ), strange as materialized (
                            select from named where introduced group by correspondent
                            having count(distinct contact_id) <> 1 or count(contact_id) <> count(*)
                        )
                        select\s""" + COLUMNS + """

                        from messaging.conversation as c
                        where c.store_id = :store and c.channel_id = :channel
                            and c.contact_id in (select contact_id from named) and not exists (select from strange)
                        order by c.id for no key update
                        """,
                        ConversationStore::state)
                .param("store", store.value())
                .param("channel", channel)
                .rows(ContactStore.NAMES_USED, ContactStore.namesUsed(correspondents));
    }

    /** Writes what became of conversations that are locked. */
    public Query<Boolean> save(StoreId store, Collection<ConversationState> states, Instant now) {
        return Query.write("""
                        update messaging.conversation as c
                        set status = n.status, snoozed_until = n.snoozed_until, agent_paused_until = n.agent_paused_until,
                            message_count = n.message_count, unread_count = n.unread_count, last_message_id = n.last_message_id,
                            last_message_at = n.last_message_at, last_inbound_at = n.last_inbound_at,
                            window_expires_at = n.window_expires_at, waiting_since = n.waiting_since,
                            sequence = n.sequence, updated_at = :now
                        from\s""" + CHANGED.table() + """

                        where c.store_id = :store and c.id = n.id
                        """)
                .param("store", store.value())
                .rows(CHANGED, states)
                .param("now", Sql.at(now));
    }

    /** How many wait for a person. */
    public Query<Long> countOpen(StoreId store) {
        return Query.number("""
                        select count(*) from messaging.conversation as c
                        where c.store_id = :store and c.status = 'Open'
                        """).param("store", store.value());
    }

    static ConversationState state(ResultSet row, int index) throws SQLException {
        return new ConversationState(
                row.getObject("id", UUID.class),
                row.getObject("contact_id", UUID.class),
                WireWord.of(ConversationStatus.class, row.getString("status")),
                new ConversationHolds(
                        Sql.instantOrNull(row, "snoozed_until"), Sql.instantOrNull(row, "agent_paused_until")),
                new MessageCounts(row.getLong("message_count"), row.getLong("unread_count")),
                latest(row),
                new CustomerTimes(
                        Sql.instantOrNull(row, "last_inbound_at"),
                        Sql.instantOrNull(row, "window_expires_at"),
                        Sql.instantOrNull(row, "waiting_since")),
                row.getLong("sequence"));
    }

    private static @Nullable LatestMessage latest(ResultSet row) throws SQLException {
        var at = Sql.instantOrNull(row, "last_message_at");
        return at == null ? null : new LatestMessage(row.getObject("last_message_id", UUID.class), at);
    }
}
