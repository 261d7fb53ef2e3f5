package iq.sendy.printing.web;

import iq.sendy.geography.Geography;
import iq.sendy.orders.OrderDetails;
import iq.sendy.orders.OrderRef;
import iq.sendy.orders.OrderView;
import iq.sendy.orders.Orders;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.compute.ComputeKind;
import iq.sendy.platform.compute.ComputePool;
import iq.sendy.stores.Settings;
import iq.sendy.stores.StoreView;
import iq.sendy.stores.Stores;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Orders on paper. Everything is read first, each in its own transaction, and drawn when none is open. */
@StoreController
class PaperController {

    private final Orders orders;
    private final Stores stores;
    private final Settings storeSettings;
    private final Geography geography;
    private final ComputePool compute;

    PaperController(Orders orders, Stores stores, Settings storeSettings, Geography geography, ComputePool compute) {
        this.orders = orders;
        this.stores = stores;
        this.storeSettings = storeSettings;
        this.geography = geography;
        this.compute = compute;
    }

    @GetMapping("/orders/{id}/receipt")
    @Allows(permission = "orders.view", scope = "printing:read")
    @Describes(value = "The receipt of an order, 80 mm wide, in the store's language", answers = "application/pdf")
    void receipt(@PathVariable String id, Caller caller, HttpServletResponse response) throws IOException {
        var order = order(id, caller);
        var settings = storeSettings.of(caller.store());
        var name = nameOf(caller);
        var pdf = compute.run(ComputeKind.DOCUMENT, () -> new ReceiptPaper(name, settings, order, geography).pdf());
        send("receipt-" + order.publicId(), pdf, settings.language(), response);
    }

    @GetMapping("/orders/{id}/label")
    @Allows(permission = "orders.view", scope = "printing:read")
    @Describes(value = "The label for an order's parcel, A6, in the store's language", answers = "application/pdf")
    void label(@PathVariable String id, Caller caller, HttpServletResponse response) throws IOException {
        var order = order(id, caller);
        var settings = storeSettings.of(caller.store());
        var name = nameOf(caller);
        var pdf = compute.run(ComputeKind.DOCUMENT, () -> new LabelPaper(name, settings, order, geography).pdf());
        send("label-" + order.publicId(), pdf, settings.language(), response);
    }

    private OrderView order(String id, Caller caller) {
        return OrderRef.parse(id)
                .flatMap(ref -> orders.find(caller.store(), ref))
                .map(OrderDetails::order)
                .orElseThrow(RequestRejected::notFound);
    }

    private String nameOf(Caller caller) {
        return stores.find(caller.store()).map(StoreView::name).orElseThrow();
    }

    private static void send(String name, byte[] pdf, String language, HttpServletResponse response)
            throws IOException {
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + ".pdf\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language);
        response.setContentLength(pdf.length);
        response.getOutputStream().write(pdf);
    }
}
