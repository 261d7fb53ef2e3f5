package iq.sendy.dashboard.web;

import iq.sendy.access.Roles;
import iq.sendy.accounts.Accounts;
import iq.sendy.accounts.MemberView;
import iq.sendy.analytics.DateRange;
import iq.sendy.analytics.SalesGrouping;
import iq.sendy.analytics.SalesReports;
import iq.sendy.analytics.SalesSummaries;
import iq.sendy.dashboard.DashboardPaths;
import iq.sendy.dashboard.HomeTasks;
import iq.sendy.dashboard.SalesChart;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.pages.PageReader;
import iq.sendy.platform.pages.PageReaders;
import java.util.HashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The first page after signing in: what waits, and how today goes. */
@PageController
class DashboardHomeController {

    private static final int DAYS = 30;

    private final HomeTasks tasks;
    private final SalesReports reports;
    private final SalesSummaries summaries;
    private final Accounts accounts;
    private final Roles roles;
    private final PageReaders readers;

    DashboardHomeController(
            HomeTasks tasks,
            SalesReports reports,
            SalesSummaries summaries,
            Accounts accounts,
            Roles roles,
            PageReaders readers) {
        this.tasks = tasks;
        this.reports = reports;
        this.summaries = summaries;
        this.accounts = accounts;
        this.roles = roles;
        this.readers = readers;
    }

    @GetMapping(DashboardPaths.HOME)
    @Allows(permission = Allows.SIGNED_IN)
    ModelAndView show(Caller caller, Locale language) {
        var reader = readers.of(caller, language);
        var model = new HashMap<String, @Nullable Object>();
        model.put("tasks", tasks.of(caller));
        accounts.find(caller.store(), caller.id()).ifPresent(member -> model.put("role", role(caller, member, reader)));
        if (caller.missing("analytics.view", "analytics:read") == null) {
            var today = new DateRange(reader.today(), reader.today().plusDays(1));
            model.put(
                    "today", summaries.of(caller.store(), today, caller.zone()).figures());
            model.put("chart", chart(caller, reader));
        }
        return new ModelAndView("dashboard/home", model);
    }

    /** Of the last thirty days with today, as the page of figures begins with. */
    private SalesChart chart(Caller caller, PageReader reader) {
        var tomorrow = reader.today().plusDays(1);
        var days = new DateRange(tomorrow.minusDays(DAYS), tomorrow);
        var periods = reports.periods(caller.store(), days, SalesGrouping.DAY, caller.zone());
        return SalesChart.of(periods, SalesGrouping.DAY, "range=" + DAYS, reader);
    }

    private String role(Caller caller, MemberView member, PageReader reader) {
        var role = member.roleId();
        return role == null
                ? reader.say("home.role." + member.kind().name())
                : roles.find(caller.store(), role)
                        .map(found -> found.name())
                        .orElseGet(() -> reader.say("home.role." + member.kind().name()));
    }
}
