package iq.sendy.messaging.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.kernel.WireWord;
import iq.sendy.messaging.ConversationView;
import iq.sendy.messaging.MessageView;
import iq.sendy.messaging.StreamEvent;
import iq.sendy.messaging.StreamEventKind;
import iq.sendy.messaging.StreamHappening;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Events of the live stream, and how far each store has come. */
@Component
public class StreamStore {

    private static final int FORGOTTEN_AT_ONCE = 1_000;

    private static final Columns<StreamHappening> HAPPENED = Columns.of(StreamHappening.class, "e")
            .text("kind", StreamHappening::kind)
            .uuid("conversation_id", StreamHappening::conversation)
            .uuid("message_id", StreamHappening::message)
            .uuid("job_id", StreamHappening::job);

    /** How far a store has come. */
    public record StreamHead(StoreId store, long seq) {}

    /** Numbers are given under the lock of the store's row, which is held to the commit: so they are in its order. */
    public Query<Boolean> append(StoreId store, List<StreamHappening> happened, Instant now) {
        return Query.write("""
                        with head as (
                            insert into messaging.stream_head as h (store_id, seq, told_at) values (:store, :count, :now)
                            on conflict (store_id) do update set seq = h.seq + excluded.seq, told_at = excluded.told_at
                            returning h.seq
                        )
                        insert into messaging.stream_event (store_id, seq, kind, conversation_id, message_id, job_id, created_at)
                        select :store, head.seq - :count + e.place, e.kind, e.conversation_id, e.message_id, e.job_id, :now
                        from head cross join\s""" + HAPPENED.numbered("place"))
                .param("store", store.value())
                .param("count", (long) happened.size())
                .param("now", Sql.at(now))
                .rows(HAPPENED, happened);
    }

    /** Of these stores, those that began. */
    public Query<StreamHead> heads(Collection<StoreId> stores) {
        return Query.of(
                        "select h.store_id, h.seq from messaging.stream_head as h where h.store_id = any (:stores)",
                        (row, _) -> new StreamHead(
                                new StoreId(Objects.requireNonNull(row.getObject("store_id", UUID.class))),
                                row.getLong("seq")))
                .param("stores", stores.stream().map(StoreId::value).toArray(UUID[]::new));
    }

    public Query<StoreId> toldSince(Instant then) {
        return Query.of(
                        "select h.store_id from messaging.stream_head as h where h.told_at > :since",
                        (row, _) -> new StoreId(Objects.requireNonNull(row.getObject("store_id", UUID.class))))
                .param("since", Sql.at(then));
    }

    public Query<Instant> toldAt(StoreId store, long seq) {
        return Query.of(
                        "select created_at from messaging.stream_event where store_id = :store and seq = :seq",
                        (row, _) -> Sql.instant(row, "created_at"))
                .param("store", store.value())
                .param("seq", seq);
    }

    public Query<StreamEvent> after(StoreId store, long seen, int most) {
        return page(
                Query.of(
                        """
                        select e.seq, e.kind, e.conversation_id, e.message_id, e.job_id from messaging.stream_event as e
                        where e.store_id = :store and e.seq > :seen and e.seq <= :last order by e.seq
                        """,
                        (row, _) -> new StreamEvent(
                                row.getLong("seq"),
                                WireWord.of(StreamEventKind.class, row.getString("kind")),
                                row.getObject("conversation_id", UUID.class),
                                row.getObject("message_id", UUID.class),
                                row.getObject("job_id", UUID.class))),
                store,
                seen,
                most);
    }

    /** The messages that those events are about, as far as they are shown. */
    public Query<MessageView> messages(StoreId store, long seen, int most) {
        return page(
                Query.of(
                        "select " + MessageRows.COLUMNS + " from messaging.message as m where " + MessageRows.SHOWN
                                + """
                         and m.store_id = :store and m.id in (
                            select e.message_id from messaging.stream_event as e
                            where e.store_id = :store and e.seq > :seen and e.seq <= :last)
                        """,
                        MessageRows::view),
                store,
                seen,
                most);
    }

    public Query<ConversationView> conversations(StoreId store, long seen, int most) {
        return page(
                Query.of(
                        "select " + ConversationRows.COLUMNS + " from " + ConversationRows.FROM + """
                         where c.store_id = :store and c.id in (
                            select e.conversation_id from messaging.stream_event as e
                            where e.store_id = :store and e.seq > :seen and e.seq <= :last and e.kind = 'conversation')
                        """,
                        ConversationRows::view),
                store,
                seen,
                most);
    }

    private static <R> Query<R> page(Query<R> query, StoreId store, long seen, int most) {
        return query.param("store", store.value()).param("seen", seen).param("last", seen + most);
    }

    public Query<Long> forget(StoreId store, Instant before) {
        return Query.number("""
                        with old as (
                            select e.seq from messaging.stream_event as e
                            where e.store_id = :store and e.created_at < :before order by e.created_at limit :most
                        )
                        delete from messaging.stream_event as e using old
                        where e.store_id = :store and e.seq = old.seq returning e.seq
                        """)
                .param("store", store.value())
                .param("before", Sql.at(before))
                .param("most", FORGOTTEN_AT_ONCE);
    }
}
