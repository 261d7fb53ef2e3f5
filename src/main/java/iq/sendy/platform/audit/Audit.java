package iq.sendy.platform.audit;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.ids.Ids;
import iq.sendy.platform.sql.Asked;
import iq.sendy.platform.sql.Closing;
import iq.sendy.platform.sql.Sql;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The append-only log of every change: who, what, before, after, from where. Entries are written in the last trip of the
 * change's own transaction, numbered without a gap in each store.
 */
@Component
public class Audit {

    private final Closing closing;
    private final Ids ids;
    private final Clock clock;
    private final JsonMapper json;

    Audit(Closing closing, Ids ids, Clock clock, JsonMapper json) {
        this.closing = closing;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
    }

    /**
     * What happened to one resource. Secrets and hashes never stand in before or after.
     *
     * @param action resource and verb, such as {@code order.cancelled}
     */
    public record Change(
            String action,
            String resourceType,
            @Nullable UUID resourceId,
            @Nullable Object before,
            @Nullable Object after) {}

    /** Appends the change to the log of the store whose transaction is running. */
    public void record(StoreId store, Actor actor, Change change) {
        closing.add(
                Closing.Place.AUDIT,
                Asked.write(
                                """
                                with counted as (
                                    insert into platform.store_counter as c (store_id, name, value)
                                    values (:store, 'audit', 1)
                                    on conflict (store_id, name) do update set value = c.value + 1
                                    returning value
                                )
                                insert into platform.audit_entry
                                    (store_id, seq, id, action, resource_type, resource_id, actor_kind, actor_id,
                                     actor_name, before, after, ip, created_at)
                                select :store, value, :id, :action, :resourceType, :resourceId, :actorKind, :actorId,
                                       :actorName, :before::jsonb, :after::jsonb, :ip, :now
                                from counted
                                """)
                        .param("store", store.value())
                        .param("id", ids.next())
                        .param("action", change.action())
                        .param("resourceType", change.resourceType())
                        .param("resourceId", change.resourceId())
                        .param("actorKind", actor.kind())
                        .param("actorId", actor.id())
                        .param("actorName", actor.name())
                        .param("before", text(change.before()))
                        .param("after", text(change.after()))
                        .param("ip", actor.ip())
                        .param("now", Sql.at(clock.instant())));
    }

    private @Nullable String text(@Nullable Object state) {
        return state == null ? null : json.writeValueAsString(state);
    }
}
