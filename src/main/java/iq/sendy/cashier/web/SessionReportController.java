package iq.sendy.cashier.web;

import iq.sendy.cashier.CashierSessions;
import iq.sendy.cashier.SessionReport;
import iq.sendy.cashier.SessionReportPrinter;
import iq.sendy.cashier.SessionReportPrinter.PrintedForm;
import iq.sendy.kernel.WireWord;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.body.QueryParameters;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** X and Z reports, as an answer or on paper. */
@StoreController
class SessionReportController {

    private final CashierSessions sessions;
    private final SessionReportPrinter printer;

    SessionReportController(CashierSessions sessions, SessionReportPrinter printer) {
        this.sessions = sessions;
        this.printer = printer;
    }

    /** What a report can be answered as. */
    enum ReportFormat implements WireWord {
        JSON("json"),
        PDF("pdf"),
        PNG("png");

        private final String word;

        ReportFormat(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    record ReportFormatQuery(@Nullable ReportFormat format) {}

    /** Null where a file was sent. */
    @GetMapping("/cashier/sessions/{id}/report")
    @Allows(permission = "cashier.view", scope = "cashier:read")
    @Describes(
            value = "The X report of an open session, the Z report of a closed one",
            answers = {"application/pdf", "image/png"})
    @Nullable
    Answer<SessionReportBody> report(
            @PathVariable UUID id,
            @QueryParameters ReportFormatQuery query,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        var found = sessions.report(caller.store(), id);
        if (found.isEmpty()) {
            return Answer.notFound();
        }
        return switch (Objects.requireNonNullElse(query.format(), ReportFormat.JSON)) {
            case JSON -> Answer.ok("cashier_session.report", SessionReportBody.of(found.get()));
            case PDF -> print(caller, found.get(), PrintedForm.PDF, response);
            case PNG -> print(caller, found.get(), PrintedForm.PNG, response);
        };
    }

    private @Nullable Answer<SessionReportBody> print(
            Caller caller, SessionReport report, PrintedForm form, HttpServletResponse response) throws IOException {
        printer.print(caller.store(), report, form).send(response);
        return null;
    }
}
