package iq.sendy.billing.web;

import iq.sendy.billing.AiProvider;
import iq.sendy.billing.Invoice.InvoiceState;
import iq.sendy.billing.Margins;
import iq.sendy.billing.PeriodMargin;
import iq.sendy.billing.PeriodMargin.ModelUse;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.OperatorController;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What is left of what a store pays, after its models are paid. */
@OperatorController
class MarginController {

    private final Margins margins;

    MarginController(Margins margins) {
        this.margins = margins;
    }

    /** Tokens of a model that nobody pays us for are in the whole too. */
    record ModelCostBody(
            @Nullable AiProvider aiProviderCode,
            @Nullable String aiModelCode,
            long calls,
            long inputTokens,
            long outputTokens,
            long unpaidInputTokens,
            long unpaidOutputTokens,
            @Nullable Long costIqd) {

        static ModelCostBody of(ModelUse use) {
            return new ModelCostBody(
                    use.provider(),
                    use.model(),
                    use.calls(),
                    use.used().input(),
                    use.used().output(),
                    use.unpaid().input(),
                    use.unpaid().output(),
                    use.costIqd().orElse(null));
        }
    }

    /** What the store pays. */
    record EarnedBody(long planChargeIqd, long overageChargeIqd, long totalIqd) {}

    record PeriodMarginBody(
            Instant periodStart,
            Instant periodEnd,
            InvoiceState state,
            EarnedBody earned,
            List<ModelCostBody> models,
            long costIqd,
            long unpricedTokens,
            long marginIqd) {

        static PeriodMarginBody of(PeriodMargin margin) {
            var invoice = margin.invoice();
            var bounds = invoice.period().bounds();
            return new PeriodMarginBody(
                    bounds.start(),
                    bounds.end(),
                    invoice.state(),
                    new EarnedBody(invoice.planCharge(), invoice.period().charge(), invoice.total()),
                    margin.uses().stream().map(ModelCostBody::of).toList(),
                    margin.costIqd(),
                    margin.unpricedTokens(),
                    margin.marginIqd());
        }
    }

    record StoreMarginBody(UUID storeId, List<PeriodMarginBody> periods) {}

    @GetMapping("/stores/{id}/margin")
    @Allows(permission = Allows.PLATFORM_ADMIN)
    @Describes("What the periods of a store earned and what its models cost, newest first")
    Answer<StoreMarginBody> get(@PathVariable UUID id) {
        return margins.of(new StoreId(id))
                .map(periods -> Answer.ok(
                        "subscription.margin",
                        new StoreMarginBody(
                                id, periods.stream().map(PeriodMarginBody::of).toList())))
                .orElseGet(Answer::notFound);
    }
}
