package iq.sendy.printing.web;

import iq.sendy.orders.OrderRef;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.StoreController;
import iq.sendy.printing.OrderPapers;
import iq.sendy.printing.OrderPapers.PrintedPaper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Orders on paper, as files to print. */
@StoreController
class PaperController {

    private final OrderPapers papers;

    PaperController(OrderPapers papers) {
        this.papers = papers;
    }

    @GetMapping("/orders/{id}/receipt")
    @Allows(permission = "orders.view", scope = "printing:read")
    @Describes(value = "The receipt of an order, 80 mm wide, in the store's language", answers = "application/pdf")
    void receipt(@PathVariable String id, Caller caller, HttpServletResponse response) throws IOException {
        send(
                OrderRef.parse(id)
                        .flatMap(ref -> papers.receipt(caller.store(), ref))
                        .orElseThrow(RequestRejected::notFound),
                response);
    }

    @GetMapping("/orders/{id}/label")
    @Allows(permission = "orders.view", scope = "printing:read")
    @Describes(value = "The label for an order's parcel, A6, in the store's language", answers = "application/pdf")
    void label(@PathVariable String id, Caller caller, HttpServletResponse response) throws IOException {
        send(
                OrderRef.parse(id)
                        .flatMap(ref -> papers.label(caller.store(), ref))
                        .orElseThrow(RequestRejected::notFound),
                response);
    }

    private static void send(PrintedPaper paper, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + paper.name() + ".pdf\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, paper.language());
        response.setContentLength(paper.pdf().length());
        response.getOutputStream().write(paper.pdf().toArray());
    }
}
