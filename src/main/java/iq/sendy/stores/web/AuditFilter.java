package iq.sendy.stores.web;

import iq.sendy.kernel.When;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.audit.AuditLog;
import iq.sendy.platform.body.CheckedFilter;
import iq.sendy.platform.body.Text;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The filters of the audit log, of a store and of the platform. */
record AuditFilter(
        @Text(Text.REFERENCE) @Nullable String action,
        @Text(Text.REFERENCE) @Nullable String resourceType,
        @Nullable UUID resourceId,
        @Nullable UUID actorId,
        @Nullable When from,
        @Nullable When to)
        implements CheckedFilter {

    @Override
    public void check(ZoneId zone, Violations violations) {
        CheckedFilter.period(from, to, zone, violations);
    }

    AuditLog.Wanted wanted(ZoneId zone) {
        return new AuditLog.Wanted(
                action,
                resourceType,
                resourceId,
                actorId,
                from == null ? null : from.start(zone),
                to == null ? null : to.end(zone));
    }
}
