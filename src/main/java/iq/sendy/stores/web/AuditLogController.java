package iq.sendy.stores.web;

import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.audit.AuditLog;
import iq.sendy.platform.body.QueryParameters;
import org.springframework.web.bind.annotation.GetMapping;

/** Who changed what in a store. */
@StoreController
class AuditLogController {

    private final AuditLog log;

    AuditLogController(AuditLog log) {
        this.log = log;
    }

    @GetMapping("/audit-log")
    @Allows(permission = "settings.view", scope = "settings:read")
    @Describes("List every change by anyone in the store, newest first")
    Answer<Page<AuditLog.AuditEntry>> list(@QueryParameters AuditFilter filter, Paging paging, Caller caller) {
        return Answer.ok("audit.listed", log.list(caller.store(), filter.wanted(caller.zone()), paging));
    }
}
