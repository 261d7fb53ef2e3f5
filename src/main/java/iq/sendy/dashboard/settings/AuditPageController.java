package iq.sendy.dashboard.settings;

import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.AuditLog;
import java.util.HashMap;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Who changed what in the store. */
@PageController
class AuditPageController {

    private final AuditLog log;
    private final AuditedThings things;

    AuditPageController(AuditLog log, AuditedThings things) {
        this.log = log;
        this.things = things;
    }

    @GetMapping(SettingsPaths.AUDIT)
    @Allows(permission = "settings.view", scope = "settings:read")
    ModelAndView list(Caller caller, Paging paging) {
        var found = log.list(caller.store(), AuditLog.Wanted.ALL, paging);
        var model = new HashMap<String, Object>(Map.of("entries", found.items()));
        model.put("things", things.of(caller, found.items()));
        model.put("older", Pages.older(SettingsPaths.AUDIT, found));
        model.put("newest", Pages.newest(SettingsPaths.AUDIT, paging));
        return new ModelAndView("dashboard/settings/audit", model);
    }
}
