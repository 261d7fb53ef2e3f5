package iq.sendy.platform.audit;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.sql.Keyset;
import iq.sendy.platform.sql.Listing;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Sql;
import iq.sendy.platform.sql.StoreCounters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Audit log: reads what {@link Audit} writes, newest first. */
@Component
public class AuditLog {

    private static final String COLUMNS = """
            e.seq, e.id, e.action, e.resource_type, e.resource_id, e.actor_kind, e.actor_id, e.actor_name, e.before, e.after,
            e.ip, e.created_at""";

    /** Its entries are numbered without a gap, and none is ever removed. */
    private static final List<String> LAST_NUMBER = List.of("audit");

    private static final Keyset<Numbered> NEWEST = Keyset.<Numbered>descending().bigint("e.seq", Numbered::number);

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
            @Nullable Instant to) {

        /** The whole log. */
        public static final Wanted ALL = new Wanted(null, null, null, null, null, null);
    }

    /** One change, as the contract shows it. */
    public record AuditEntry(
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

    private record Numbered(long number, AuditEntry entry) {}

    @Transactional(readOnly = true)
    public Page<AuditEntry> list(StoreId store, Wanted wanted, Paging paging) {
        var listing = Listing.select(COLUMNS, this::numbered)
                .from("platform.audit_entry as e where e.store_id = :store", NEWEST)
                .param("store", store.value())
                .and("e.action = :action", "action", wanted.action())
                .and("e.resource_type = :type", "type", wanted.resourceType())
                .and("e.resource_id = :resource", "resource", wanted.resourceId())
                .and("e.actor_id = :actor", "actor", wanted.actorId())
                .and("e.created_at >= :from", "from", Sql.atOrNull(wanted.from()))
                .and("e.created_at < :to", "to", Sql.atOrNull(wanted.to()))
                .countedOnPagesByNumber();
        if (wanted.equals(Wanted.ALL)) {
            listing.total(StoreCounters.sum(store, LAST_NUMBER));
        }
        return listing.page(pipeline, paging).map(Numbered::entry);
    }

    private Numbered numbered(ResultSet row, int index) throws SQLException {
        return new Numbered(
                row.getLong("seq"),
                new AuditEntry(
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
                        Sql.instant(row, "created_at")));
    }

    private @Nullable JsonNode state(@Nullable String stored) {
        return stored == null ? null : json.readTree(stored);
    }
}
