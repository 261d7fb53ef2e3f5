package iq.sendy.orders.web;

import iq.sendy.orders.ExportFormat;
import iq.sendy.orders.OrderExports;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.body.QueryParameters;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;

/** Orders as a file to take along. */
@StoreController
class ExportController {

    private final OrderExports exports;
    private final Clock clock;

    ExportController(OrderExports exports, Clock clock) {
        this.exports = exports;
        this.clock = clock;
    }

    record ExportQuery(@Nullable ExportFormat format) {}

    @GetMapping("/orders/export")
    @Allows(permission = "orders.view", scope = "orders:read")
    @Describes(
            value = "The orders of a list as a file, newest first: CSV, or a sheet with format xlsx",
            answers = {"text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
    void export(
            @QueryParameters OrderController.OrderFilterQuery filter,
            @QueryParameters ExportQuery form,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        var wanted = filter.in(caller.zone(), clock.instant());
        var format = form.format() == ExportFormat.XLSX ? ExportFormat.XLSX : ExportFormat.CSV;
        exports.send(caller.store(), wanted, format, language -> {
            response.setHeader("Content-Disposition", "attachment; filename=\"orders." + format + "\"");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("Content-Language", language);
            response.setContentType(format.contentType());
            return response.getOutputStream();
        });
    }
}
