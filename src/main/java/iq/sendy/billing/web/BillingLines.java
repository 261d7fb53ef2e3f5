package iq.sendy.billing.web;

import iq.sendy.billing.Invoice;
import iq.sendy.billing.Invoice.InvoiceState;
import iq.sendy.billing.SpendCap;
import iq.sendy.billing.StoreSubscription.MeteredSubscription;
import iq.sendy.billing.TokenUsages.PeriodUsage;
import iq.sendy.kernel.Currency;
import iq.sendy.platform.pages.PageDates;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Lines of the page on which owners see what their plan gives and costs, as they are read.
 *
 * @param language of the reader
 * @param zone by which the store's days are
 */
record BillingLines(Locale language, ZoneId zone) {

    private static final String AMOUNT = "#,##0.###";
    private static final char MINUS = '\u2212';
    private static final int WHOLE = 100;

    /**
     * How much of a limit is used.
     *
     * @param limit null where there is none
     * @param percent of the limit, a hundred at most; null where there is none, or it is nothing
     */
    record UsedLine(
            String used, @Nullable String limit, @Nullable Integer percent) {}

    /**
     * The period that runs.
     *
     * @param charge what is used beyond the plan, in dinars
     */
    record PeriodLine(String from, String until, UsedLine input, UsedLine output, String charge) {

        public List<UsedLine> directions() {
            return List.of(input, output);
        }
    }

    /** Where the agent stops; null where that is not set. */
    record CapLine(@Nullable String iqd, @Nullable String tokens) {

        public boolean any() {
            return iqd != null || tokens != null;
        }
    }

    /** The store's plan and what else it limits. */
    record PlanLine(String name, String price, UsedLine staff, UsedLine orders) {}

    /** Tokens in one direction, what of them is beyond the plan, and what that costs. */
    record BeyondLine(String used, String beyond, String price, String amount) {}

    /**
     * What an invoice comes to.
     *
     * @param rounding null where nothing was rounded
     */
    record SumLine(String plan, @Nullable String rounding, String total) {}

    /** An invoice: its lines come to its total. */
    record InvoiceLine(
            String from, String until, boolean open, String plan, BeyondLine input, BeyondLine output, SumLine sum) {

        public List<BeyondLine> directions() {
            return List.of(input, output);
        }
    }

    PeriodLine of(PeriodUsage usage) {
        var tokens = usage.allowance();
        return new PeriodLine(
                day(usage.period().start()),
                day(usage.period().end()),
                used(usage.used().input(), tokens.includedInput()),
                used(usage.used().output(), tokens.includedOutput()),
                dinars(usage.charge()));
    }

    PlanLine of(MeteredSubscription metered) {
        var terms = metered.subscription().plan().terms();
        return new PlanLine(
                terms.name(),
                dinars(terms.priceIqd()),
                used(metered.staff(), terms.staffLimit()),
                used(metered.orders(), terms.ordersPerPeriod()));
    }

    static CapLine of(SpendCap cap) {
        var iqd = cap.iqd();
        var tokens = cap.tokens();
        return new CapLine(iqd == null ? null : dinars(iqd), tokens == null ? null : dinars(tokens));
    }

    InvoiceLine of(Invoice invoice) {
        var period = invoice.period();
        var used = period.used();
        var over = invoice.overage();
        var tokens = period.terms().tokens();
        return new InvoiceLine(
                day(period.bounds().start()),
                day(period.bounds().end()),
                invoice.state() == InvoiceState.OPEN,
                period.terms().planName(),
                new BeyondLine(
                        dinars(used.input()),
                        dinars(over.input()),
                        dinars(tokens.overageInputPrice()),
                        amount(invoice.overageInput())),
                new BeyondLine(
                        dinars(used.output()),
                        dinars(over.output()),
                        dinars(tokens.overageOutputPrice()),
                        amount(invoice.overageOutput())),
                new SumLine(
                        dinars(invoice.planCharge()),
                        invoice.rounding().signum() == 0 ? null : amount(invoice.rounding()),
                        dinars(invoice.total())));
    }

    private static UsedLine used(long used, @Nullable Long limit) {
        if (limit == null) {
            return new UsedLine(dinars(used), null, null);
        }
        var percent = limit == 0 ? null : (int) Math.min(WHOLE, used * WHOLE / limit);
        return new UsedLine(dinars(used), dinars(limit), percent);
    }

    /** Counts are written as whole dinars are. */
    private static String dinars(long count) {
        return Currency.IQD.shown(count);
    }

    /** With the thousandths of a dinar that it has. */
    private static String amount(BigDecimal amount) {
        return new DecimalFormat(AMOUNT, DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(amount)
                .replace('-', MINUS);
    }

    private String day(Instant at) {
        return PageDates.in(language, zone).day(at);
    }
}
