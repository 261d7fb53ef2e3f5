package iq.sendy.dashboard.cashier;

import iq.sendy.cashier.CashierSessions;
import iq.sendy.cashier.SessionReportPrinter;
import iq.sendy.cashier.SessionReportPrinter.PrintedForm;
import iq.sendy.kernel.Uuids;
import iq.sendy.orders.OrderRef;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.printing.OrderPapers;
import iq.sendy.printing.PaperFormat;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Papers of the counter: reports of sessions, and receipts. */
@PageController
class CounterPapersController {

    private final CashierSessions sessions;
    private final SessionReportPrinter reports;
    private final OrderPapers papers;

    CounterPapersController(CashierSessions sessions, SessionReportPrinter reports, OrderPapers papers) {
        this.sessions = sessions;
        this.reports = reports;
        this.papers = papers;
    }

    @GetMapping(CashierScreens.SESSION + "/report")
    @Allows(permission = "cashier.view")
    void report(
            @PathVariable("session") String id,
            @RequestParam(name = "format", defaultValue = "") String format,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        var report = Uuids.parse(id)
                .flatMap(each -> sessions.report(caller.store(), each))
                .orElseThrow(RequestRejected::notFound);
        var form = format.equals("png") ? PrintedForm.PNG : PrintedForm.PDF;
        reports.print(caller.store(), report, form).send(response);
    }

    @GetMapping(CashierScreens.RECEIPTS + "/{order}")
    @Allows(permission = "orders.view")
    void receipt(
            @PathVariable("order") String order,
            @RequestParam(name = "format", defaultValue = "") String format,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        OrderRef.parse(order)
                .flatMap(ref ->
                        papers.receipt(caller.store(), ref, format.equals("png") ? PaperFormat.PNG : PaperFormat.PDF))
                .orElseThrow(RequestRejected::notFound)
                .send(response);
    }
}
