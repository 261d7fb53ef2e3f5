package iq.sendy.orders.web;

import iq.sendy.geography.Geography;
import iq.sendy.orders.Orders;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.body.QueryParameters;
import iq.sendy.platform.compute.ComputeKind;
import iq.sendy.platform.compute.ComputePool;
import iq.sendy.stores.Settings;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;

/** Orders as a file to take along. */
@StoreController
class ExportController {

    private static final int PAGE = 500;

    /** Before every order: with a cursor nothing is counted. */
    private static final String FROM_THE_NEWEST = "9999999999999_" + Long.MAX_VALUE;

    private final Orders orders;
    private final Settings storeSettings;
    private final Geography geography;
    private final ComputePool compute;
    private final Clock clock;

    ExportController(Orders orders, Settings storeSettings, Geography geography, ComputePool compute, Clock clock) {
        this.orders = orders;
        this.storeSettings = storeSettings;
        this.geography = geography;
        this.compute = compute;
        this.clock = clock;
    }

    record ExportQuery(@Nullable ExportFormat format) {}

    /** Each page is a read of its own, is made by the pool into memory and then sent, so that one is there at a time. */
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
        var language = storeSettings.of(caller.store()).language();
        var export = new OrderExport(geography, language);
        var first = orders.list(caller.store(), wanted, paging(FROM_THE_NEWEST));
        var made = new ByteArrayOutputStream();
        var format = form.format() == ExportFormat.XLSX ? ExportFormat.XLSX : ExportFormat.CSV;
        var sheet = compute.run(ComputeKind.EXPORT, () -> export.begin(format, made, first.items()));
        begin(format, language, response);
        send(made, response);
        for (var next = first.nextCursor(); next != null; ) {
            var page = orders.list(caller.store(), wanted, paging(next));
            compute.goOn(ComputeKind.EXPORT, () -> export.write(sheet, page.items()));
            send(made, response);
            next = page.nextCursor();
        }
        compute.goOn(ComputeKind.EXPORT, sheet::end);
        send(made, response);
    }

    private static void begin(ExportFormat format, String language, HttpServletResponse response) {
        response.setHeader("Content-Disposition", "attachment; filename=\"orders." + format + "\"");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Language", language);
        response.setContentType(
                switch (format) {
                    case CSV -> "text/csv; charset=utf-8";
                    case XLSX -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
                });
    }

    /** From the request's own thread: a client that reads slowly holds nothing but that. */
    private static void send(ByteArrayOutputStream made, HttpServletResponse response) throws IOException {
        made.writeTo(response.getOutputStream());
        response.getOutputStream().flush();
        made.reset();
    }

    private static Paging paging(String cursor) {
        return new Paging(1, PAGE, cursor, UnaryOperator.identity());
    }
}
