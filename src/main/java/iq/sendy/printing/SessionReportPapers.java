package iq.sendy.printing;

import iq.sendy.cashier.SessionReport;
import iq.sendy.cashier.SessionReportPrinter;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.InlineFile;
import iq.sendy.platform.compute.ComputeKind;
import iq.sendy.platform.compute.ComputePool;
import java.time.Clock;
import org.springframework.stereotype.Service;

/** X and Z reports on paper, in the store's language, drawn when no transaction is open. */
@Service
public class SessionReportPapers implements SessionReportPrinter {

    private final PrintedStores stores;
    private final ComputePool compute;
    private final Clock clock;

    SessionReportPapers(PrintedStores stores, ComputePool compute, Clock clock) {
        this.stores = stores;
        this.compute = compute;
        this.clock = clock;
    }

    @Override
    public InlineFile print(StoreId store, SessionReport report, PrintedForm form) {
        var printed = stores.of(store);
        var settings = printed.settings();
        var now = clock.instant();
        var format = switch (form) {
            case PDF -> PaperFormat.PDF;
            case PNG -> PaperFormat.PNG;
        };
        var closing = report.session().closing();
        var name = closing == null ? "x-report" : "z-report-" + closing.zNumber();
        var file = compute.run(
                ComputeKind.DOCUMENT,
                () -> format.draw(new ReportPaper(printed.name(), settings, report, now).paper(), name));
        return format.file(name, settings.language(), file);
    }
}
