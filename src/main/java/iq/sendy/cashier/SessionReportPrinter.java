package iq.sendy.cashier;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.InlineFile;

/** Printing of session reports. The counter has its paper from a module above, which knows how to draw. */
public interface SessionReportPrinter {

    /** What a report is printed as: a document, or the dots of a thermal printer. */
    enum PrintedForm {
        PDF,
        PNG
    }

    /** To be asked outside a transaction: it works for long. */
    InlineFile print(StoreId store, SessionReport report, PrintedForm form);
}
