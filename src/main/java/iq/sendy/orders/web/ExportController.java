package iq.sendy.orders.web;

import iq.sendy.geography.Geography;
import iq.sendy.orders.Orders;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.Problems;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.body.Query;
import iq.sendy.stores.Stores;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;

@StoreController
class ExportController {

    private static final int PAGE = 500;

    /** Before every order: with a cursor nothing is counted. */
    private static final String FROM_THE_NEWEST = "9999999999999_" + Long.MAX_VALUE;

    private final Orders orders;
    private final Stores stores;
    private final Geography geography;

    ExportController(Orders orders, Stores stores, Geography geography) {
        this.orders = orders;
        this.stores = stores;
        this.geography = geography;
    }

    enum Format {
        CSV("csv"),
        XLSX("xlsx");

        private final String word;

        Format(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    record Form(@Nullable Format format) {}

    /** Written from the request's own thread, which the store is bound to; each page is a read of its own. */
    @GetMapping("/orders/export")
    @Allows(permission = "orders.view", scope = "orders:read")
    @Describes(
            value = "The orders of a list as a file, newest first: CSV, or a sheet with format xlsx",
            answers = {"text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
    void export(@Query OrderController.Filter filter, @Query Form form, Caller caller, HttpServletResponse response)
            throws IOException {
        var problems = new Problems();
        var wanted = filter.in(caller, problems);
        problems.refuseIfAny();
        var export =
                new OrderExport(geography, stores.settingsOf(caller.store()).language());
        var page = orders.list(caller.store(), wanted, paging(FROM_THE_NEWEST));
        try (var sheet = begin(form.format() == Format.XLSX ? Format.XLSX : Format.CSV, response)) {
            while (true) {
                for (var order : page.items()) {
                    sheet.line(export.cells(order));
                }
                sheet.flush();
                var next = page.nextCursor();
                if (next == null) {
                    return;
                }
                page = orders.list(caller.store(), wanted, paging(next));
            }
        }
    }

    private static OrderExport.Sheet begin(Format format, HttpServletResponse response) throws IOException {
        response.setHeader("Content-Disposition", "attachment; filename=\"orders." + format + "\"");
        response.setHeader("Cache-Control", "no-store");
        return switch (format) {
            case CSV -> {
                response.setContentType("text/csv; charset=utf-8");
                yield OrderExport.csv(response.getOutputStream());
            }
            case XLSX -> {
                response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
                yield OrderExport.xlsx(response.getOutputStream());
            }
        };
    }

    private static Paging paging(String cursor) {
        return new Paging(1, PAGE, cursor, UnaryOperator.identity());
    }
}
