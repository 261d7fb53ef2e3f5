package iq.sendy.printing.web;

import iq.sendy.orders.OrderRef;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.body.QueryParameters;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Size;
import iq.sendy.platform.body.Text;
import iq.sendy.printing.OrderPapers;
import iq.sendy.printing.PaperFormat;
import iq.sendy.printing.PrintLabels;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Orders on paper, as files to print. */
@StoreController
class PaperController {

    private final OrderPapers papers;

    PaperController(OrderPapers papers) {
        this.papers = papers;
    }

    record PaperQuery(@Nullable PaperFormat format) {

        PaperFormat wanted() {
            return Objects.requireNonNullElse(format, PaperFormat.PDF);
        }
    }

    @GetMapping("/orders/{id}/receipt")
    @Allows(permission = "orders.view", scope = "printing:read")
    @Describes(
            value = "The receipt of an order, 80 mm wide, in the store's language",
            answers = {"application/pdf", "image/png"})
    void receipt(
            @PathVariable String id, @QueryParameters PaperQuery query, Caller caller, HttpServletResponse response)
            throws IOException {
        OrderRef.parse(id)
                .flatMap(ref -> papers.receipt(caller.store(), ref, query.wanted()))
                .orElseThrow(RequestRejected::notFound)
                .send(response);
    }

    @GetMapping("/orders/{id}/label")
    @Allows(permission = "orders.view", scope = "printing:read")
    @Describes(
            value = "The label for an order's parcel, A6, in the store's language",
            answers = {"application/pdf", "image/png"})
    void label(@PathVariable String id, @QueryParameters PaperQuery query, Caller caller, HttpServletResponse response)
            throws IOException {
        OrderRef.parse(id)
                .flatMap(ref -> papers.label(caller.store(), ref, query.wanted()))
                .orElseThrow(RequestRejected::notFound)
                .send(response);
    }

    record LabelsQuery(
            @Required @Size(min = 1, max = PrintLabels.MOST) @Text(Text.REFERENCE) @Nullable
            List<String> ids) {

        PrintLabels command() {
            return new PrintLabels(Objects.requireNonNull(ids));
        }
    }

    @GetMapping("/orders/labels")
    @Allows(permission = "orders.view", scope = "printing:read")
    @Describes(
            value = "The labels of up to 100 orders in one file, a page each, in the order of their ids",
            answers = "application/pdf",
            refuses = PrintLabels.Result.class)
    void labels(@QueryParameters LabelsQuery query, Caller caller, HttpServletResponse response) throws IOException {
        switch (papers.labels(caller.store(), query.command())) {
            case PrintLabels.Result.Printed(var file) -> file.send(response);
            case PrintLabels.Result.NoSuchOrders missing ->
                throw new RequestRejected(HttpStatus.BAD_REQUEST, missing.violations());
        }
    }
}
