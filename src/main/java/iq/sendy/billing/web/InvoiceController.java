package iq.sendy.billing.web;

import iq.sendy.billing.Invoice;
import iq.sendy.billing.Invoice.InvoiceState;
import iq.sendy.billing.Invoices;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.StoreController;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;

/** What each period of a store costs. */
@StoreController
class InvoiceController {

    private final Invoices invoices;

    InvoiceController(Invoices invoices) {
        this.invoices = invoices;
    }

    /** What was used in a direction, and what it costs beyond the plan; the price is for 1,000 tokens. */
    record TokenLineBody(
            long tokensUsed,
            @Nullable Long includedTokens,
            long overageTokens,
            long overageTokenPriceIqd,
            BigDecimal amountIqd) {}

    /** Both directions, and what they come to when they are rounded together. */
    record OverageBody(TokenLineBody input, TokenLineBody output, BigDecimal roundingIqd, long overageChargeIqd) {

        static OverageBody of(Invoice invoice) {
            var used = invoice.period().used();
            var over = invoice.overage();
            var tokens = invoice.period().terms().tokens();
            return new OverageBody(
                    new TokenLineBody(
                            used.input(),
                            tokens.includedInput(),
                            over.input(),
                            tokens.overageInputPrice(),
                            invoice.overageInput()),
                    new TokenLineBody(
                            used.output(),
                            tokens.includedOutput(),
                            over.output(),
                            tokens.overageOutputPrice(),
                            invoice.overageOutput()),
                    invoice.rounding(),
                    invoice.period().charge());
        }
    }

    /** The share of a plan's price that is asked for a period. */
    record PlanLineBody(UUID planId, String planName, long priceIqd, long planChargeIqd) {}

    record InvoiceBody(
            Instant periodStart,
            Instant periodEnd,
            InvoiceState state,
            PlanLineBody plan,
            OverageBody overage,
            long totalIqd) {

        static InvoiceBody of(Invoice invoice) {
            var bounds = invoice.period().bounds();
            var terms = invoice.period().terms();
            return new InvoiceBody(
                    bounds.start(),
                    bounds.end(),
                    invoice.state(),
                    new PlanLineBody(terms.plan(), terms.planName(), terms.priceIqd(), invoice.planCharge()),
                    OverageBody.of(invoice),
                    invoice.total());
        }
    }

    @GetMapping("/subscription/invoices")
    @Allows(permission = "subscription.view", scope = "settings:read")
    @Describes("What each period costs, the one that runs first")
    Answer<Page<InvoiceBody>> list(Paging paging, Caller caller) {
        return Answer.ok(
                "subscription.invoices", invoices.list(caller.store(), paging).map(InvoiceBody::of));
    }
}
