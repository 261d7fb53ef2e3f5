package iq.sendy.identity.web;

import iq.sendy.kernel.When;
import iq.sendy.platform.api.Problems;
import iq.sendy.platform.audit.AuditLog;
import iq.sendy.platform.body.Checked;
import iq.sendy.platform.body.Text;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The filters of the audit log, at the stores' doors and at the operators'. */
record AuditFilter(
        @Text(Text.REFERENCE) @Nullable String action,
        @Text(Text.REFERENCE) @Nullable String resourceType,
        @Nullable UUID resourceId,
        @Nullable UUID actorId,
        @Nullable When from,
        @Nullable When to)
        implements Checked {

    @Override
    public void check(Problems problems) {
        // Whatever the zone, both are read in the same one.
        if (from != null && to != null && !from.start(ZoneOffset.UTC).isBefore(to.end(ZoneOffset.UTC))) {
            problems.add("from", "range.invalid");
        }
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
