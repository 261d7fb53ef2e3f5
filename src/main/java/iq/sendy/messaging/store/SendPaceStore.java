package iq.sendy.messaging.store;

import iq.sendy.jobs.Lane;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.model.PairRate;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How fast is sent: the lanes of channels, and the pace of each conversation. */
@Component
public class SendPaceStore {

    /** At once to one channel from one process: as many conversations as that. */
    private static final int MOST_IN_FLIGHT = 16;

    /** The pace of a conversation. */
    public record SendPace(PairRate rate, @Nullable Instant openFrom, int steps) {}

    /** One lane for each channel that ever had something queued. */
    public Query<Lane> lanes(StoreId store) {
        return Query.of("""
                        select channel_id, case when open_from > now() then open_from end as open_from
                        from messaging.send_lane where store_id = :store
                        """, (row, _) -> {
                    var lane = lane(Objects.requireNonNull(row.getObject("channel_id", UUID.class)));
                    var from = Sql.instantOrNull(row, "open_from");
                    return from == null ? Lane.open(lane, MOST_IN_FLIGHT) : Lane.openFrom(lane, from, MOST_IN_FLIGHT);
                })
                .param("store", store.value());
    }

    /** The lane of a channel's queued messages. */
    public static UUID lane(UUID channel) {
        return UUID.nameUUIDFromBytes(("messaging.send at " + channel).getBytes(StandardCharsets.UTF_8));
    }

    /** The channel has a lane from now on. */
    public Query<Boolean> addLane(StoreId store, UUID channel) {
        return Query.write("""
                        insert into messaging.send_lane (store_id, channel_id) values (:store, :channel)
                        on conflict (store_id, channel_id) do nothing
                        """).param("store", store.value()).param("channel", channel);
    }

    /** The channel sends nothing queued for that long, by the database's clock as lanes go by. */
    public Query<Boolean> pauseLane(StoreId store, UUID channel, Duration pause) {
        return Query.write("""
                        update messaging.send_lane
                        set open_from = greatest(open_from, now() + make_interval(secs => :pause))
                        where store_id = :store and channel_id = :channel
                        """)
                .param("store", store.value())
                .param("channel", channel)
                .param("pause", pause.toMillis() / 1000.0);
    }

    public Query<SendPace> find(StoreId store, UUID conversation) {
        return Query.of(
                        """
                        select even_until, open_from, steps from messaging.send_pace
                        where store_id = :store and conversation_id = :conversation
                        """,
                        (row, _) -> new SendPace(
                                new PairRate(Sql.instant(row, "even_until")),
                                Sql.instantOrNull(row, "open_from"),
                                row.getInt("steps")))
                .param("store", store.value())
                .param("conversation", conversation);
    }

    /** Meta takes messages of the conversation again. */
    public Query<Boolean> calm(StoreId store, UUID conversation) {
        return Query.write("""
                        update messaging.send_pace set open_from = null, steps = 0
                        where store_id = :store and conversation_id = :conversation and steps > 0
                        """).param("store", store.value()).param("conversation", conversation);
    }

    /** Keeps the pace of a conversation, which is locked. */
    public Query<Boolean> save(StoreId store, UUID conversation, SendPace pace) {
        return Query.write("""
                        insert into messaging.send_pace (store_id, conversation_id, even_until, open_from, steps)
                        values (:store, :conversation, :even, :open::timestamptz, :steps)
                        on conflict (store_id, conversation_id) do update
                        set even_until = excluded.even_until, open_from = excluded.open_from, steps = excluded.steps
                        """)
                .param("store", store.value())
                .param("conversation", conversation)
                .param("even", Sql.at(pace.rate().evenUntil()))
                .param("open", Sql.atOrNull(pace.openFrom()))
                .param("steps", pace.steps());
    }
}
