package iq.sendy.platform.audit;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the log that {@link Audit} writes, newest first. */
@Component
public class AuditLog {

    private static final String WHICH = """
            from platform.audit_entry
            where store_id = :store
                and (:action::text is null or action = :action)
                and (:resourceType::text is null or resource_type = :resourceType)
                and (:resourceId::uuid is null or resource_id = :resourceId)
                and (:actorId::uuid is null or actor_id = :actorId)
                and (:from::timestamptz is null or created_at >= :from)
                and (:to::timestamptz is null or created_at < :to)
            """;

    private final Pipeline pipeline;
    private final JsonMapper json;

    AuditLog(Pipeline pipeline, JsonMapper json) {
        this.pipeline = pipeline;
        this.json = json;
    }

    /** What to look for; null looks for everything. */
    public record Wanted(
            @Nullable String action,
            @Nullable String resourceType,
            @Nullable UUID resourceId,
            @Nullable UUID actorId,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** One change, as the contract shows it. */
    public record Entry(
            UUID id,
            String action,
            String resourceType,
            @Nullable UUID resourceId,
            Who actor,
            @Nullable JsonNode before,
            @Nullable JsonNode after,
            @Nullable String ip,
            Instant createdAt) {}

    /** Who made it. */
    public record Who(
            String kind, @Nullable UUID id, @Nullable String name) {}

    private record Numbered(long number, Entry entry) {}

    @Transactional(readOnly = true)
    public Page<Entry> list(StoreId store, Wanted wanted, Paging paging) {
        var cursor = paging.cursor();
        var found = wanted(
                        Query.of(
                                """
                                select seq, id, action, resource_type, resource_id, actor_kind, actor_id, actor_name, before,
                                       after, ip, created_at
                                """ + WHICH + """
                                        and (:before::bigint is null or seq < :before)
                                        order by seq desc
                                        offset :offset limit :most
                                        """,
                                (row, _) -> new Numbered(
                                        row.getLong("seq"),
                                        new Entry(
                                                Objects.requireNonNull(row.getObject("id", UUID.class)),
                                                row.getString("action"),
                                                row.getString("resource_type"),
                                                row.getObject("resource_id", UUID.class),
                                                new Who(
                                                        row.getString("actor_kind"),
                                                        row.getObject("actor_id", UUID.class),
                                                        row.getString("actor_name")),
                                                state(row.getString("before")),
                                                state(row.getString("after")),
                                                row.getString("ip"),
                                                row.getTimestamp("created_at").toInstant()))),
                        store,
                        wanted)
                .param("before", cursor == null ? null : Long.valueOf(cursor))
                .param("offset", paging.offset())
                .param("most", paging.pageSize() + 1);
        var total = wanted(Query.of("select count(*) " + WHICH, (row, _) -> row.getLong(1)), store, wanted);
        pipeline.send(found, total);
        return Page.of(paging, found.answer(), total.single(), last -> Long.toString(last.number()))
                .map(Numbered::entry);
    }

    private static <R> Query<R> wanted(Query<R> question, StoreId store, Wanted wanted) {
        return question.param("store", store.value())
                .param("action", wanted.action())
                .param("resourceType", wanted.resourceType())
                .param("resourceId", wanted.resourceId())
                .param("actorId", wanted.actorId())
                .param("from", Sql.atOrNull(wanted.from()))
                .param("to", Sql.atOrNull(wanted.to()));
    }

    private @Nullable JsonNode state(@Nullable String stored) {
        return stored == null ? null : json.readTree(stored);
    }
}
