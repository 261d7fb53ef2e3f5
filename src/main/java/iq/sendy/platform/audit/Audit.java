package iq.sendy.platform.audit;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.BeforeCommit;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.time.Clock;
import java.util.List;
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

    private final BeforeCommit beforeCommit;
    private final Clock clock;
    private final JsonMapper json;
    private final Columns<Change> numbered;

    Audit(BeforeCommit beforeCommit, UuidGenerator uuidGenerator, Clock clock, JsonMapper json) {
        this.beforeCommit = beforeCommit;
        this.clock = clock;
        this.json = json;
        this.numbered = Columns.of(Change.class, "change")
                .uuid("id", _ -> uuidGenerator.next())
                .text("action", Change::action)
                .text("resource_type", Change::resourceType)
                .uuid("resource_id", Change::resourceId)
                .json("before", change -> text(change.before()))
                .json("after", change -> text(change.after()));
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
            @Nullable Object after) {

        /** A resource of this type is there from now on. */
        public static Change created(String type, UUID id, Object after) {
            return new Change(type + ".created", type, id, null, after);
        }

        /** A resource of this type is another than before. */
        public static Change updated(String type, UUID id, Object before, Object after) {
            return new Change(type + ".updated", type, id, before, after);
        }

        /** A resource of this type is gone. */
        public static Change deleted(String type, UUID id, Object before) {
            return new Change(type + ".deleted", type, id, before, null);
        }
    }

    /** Appends the change to the log of the store whose transaction is running. */
    public void record(StoreId store, Actor actor, Change change) {
        record(store, actor, List.of(change));
    }

    /** Appends the changes of one step, in their order. */
    public void record(StoreId store, Actor actor, List<Change> changes) {
        beforeCommit.add(
                BeforeCommit.LockOrder.AUDIT,
                Query.write("""
                                with counted as (
                                    insert into platform.store_counter as c (store_id, name, value)
                                    values (:store, 'audit', :count)
                                    on conflict (store_id, name) do update set value = c.value + :count
                                    returning value - :count as before_us
                                )
                                insert into platform.audit_entry
                                    (store_id, seq, id, action, resource_type, resource_id, actor_kind, actor_id,
                                     actor_name, before, after, ip, created_at)
                                select :store, before_us + position, id, action, resource_type, resource_id, :actorKind,
                                       :actorId::uuid, :actorName, before, after, :ip, :now
                                from counted,\s""" + numbered.numbered("position"))
                        .param("store", store.value())
                        .param("count", (long) changes.size())
                        .rows(numbered, changes)
                        .param("actorKind", actor.kind())
                        .param("actorId", actor.id())
                        .param("actorName", actor.name())
                        .param("ip", actor.ip())
                        .param("now", Sql.at(clock.instant())));
    }

    private @Nullable String text(@Nullable Object state) {
        return state == null ? null : json.writeValueAsString(state);
    }
}
