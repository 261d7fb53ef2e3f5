package iq.sendy.dashboard.orders;

import iq.sendy.dashboard.DashboardPaths;
import iq.sendy.orders.ExportFormat;
import iq.sendy.orders.OrderExports;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of orders as a file, with what is looked for in it. */
@PageController
class OrderExportController {

    private final OrderExports exports;

    OrderExportController(OrderExports exports) {
        this.exports = exports;
    }

    @GetMapping(DashboardPaths.ORDERS + "/export")
    @Allows(permission = "orders.view")
    void export(
            @RequestParam(name = "format", defaultValue = "") String wanted,
            HttpServletRequest request,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        var format = wanted.equals(ExportFormat.XLSX.toString()) ? ExportFormat.XLSX : ExportFormat.CSV;
        var search = OrderSearch.of(request::getParameter);
        exports.send(caller.store(), search.filter(caller.zone()), format, language -> {
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"orders." + format + "\"");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language);
            response.setContentType(format.contentType());
            return response.getOutputStream();
        });
    }
}
