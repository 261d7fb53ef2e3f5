package iq.sendy.printing;

import iq.sendy.cashier.SessionReport;
import iq.sendy.cashier.SessionReportPrinter;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.InlineFile;
import iq.sendy.platform.compute.ComputeKind;
import iq.sendy.platform.compute.ComputePool;
import iq.sendy.stores.Settings;
import iq.sendy.stores.StoreView;
import iq.sendy.stores.Stores;
import java.time.Clock;
import org.springframework.stereotype.Service;

/** X and Z reports on paper, in the store's language, drawn when no transaction is open. */
@Service
public class SessionReportPapers implements SessionReportPrinter {

    private final Stores stores;
    private final Settings storeSettings;
    private final ComputePool compute;
    private final Clock clock;

    SessionReportPapers(Stores stores, Settings storeSettings, ComputePool compute, Clock clock) {
        this.stores = stores;
        this.storeSettings = storeSettings;
        this.compute = compute;
        this.clock = clock;
    }

    @Override
    public InlineFile print(StoreId store, SessionReport report, PrintedForm form) {
        var settings = storeSettings.of(store);
        var storeName = stores.find(store).map(StoreView::name).orElseThrow();
        var now = clock.instant();
        var format = switch (form) {
            case PDF -> PaperFormat.PDF;
            case PNG -> PaperFormat.PNG;
        };
        var closing = report.session().closing();
        var name = closing == null ? "x-report" : "z-report-" + closing.zNumber();
        var file = compute.run(
                ComputeKind.DOCUMENT,
                () -> format.draw(new ReportPaper(storeName, settings, report, now).paper(), name));
        return format.file(name, settings.language(), file);
    }
}
