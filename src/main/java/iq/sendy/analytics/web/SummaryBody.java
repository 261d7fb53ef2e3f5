package iq.sendy.analytics.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import iq.sendy.analytics.SalesCounts;
import iq.sendy.analytics.SalesFigures;
import iq.sendy.analytics.SalesMoney;
import iq.sendy.analytics.SalesSummary;
import iq.sendy.analytics.SalesSummary.WaitingWork;
import iq.sendy.kernel.Currency;
import iq.sendy.orders.CallerFigures;
import iq.sendy.orders.OrderBody.TimelineEntryBody.TimelineActorBody;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Summary of a period as it is answered: contract section 15. */
record SummaryBody(
        LocalDate from,
        LocalDate to,
        @JsonUnwrapped SalesCounts counts,
        @JsonUnwrapped RatesBody rates,
        @JsonUnwrapped SoldBody sold,
        @JsonUnwrapped CashBody cash,
        @JsonUnwrapped ResultBody result,
        TodoBody todo,
        List<CallsBody> calls) {

    /** Shares of what was handed over; null when nothing was. */
    record RatesBody(
            @Nullable BigDecimal deliveryRate,
            @Nullable BigDecimal refusalRate,
            @Nullable BigDecimal returnRate) {

        private static final int DECIMALS = 4;

        private static RatesBody of(SalesCounts counts) {
            var whole = counts.handedOver();
            return new RatesBody(
                    rate(counts.delivered(), whole), rate(counts.refused(), whole), rate(counts.returned(), whole));
        }

        static @Nullable BigDecimal rate(long part, long whole) {
            return whole <= 0
                    ? null
                    : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP);
        }
    }

    record SoldBody(
            BigDecimal revenue,
            BigDecimal discountTotal,
            BigDecimal deliveryFees,
            @Nullable BigDecimal averageOrderValue) {

        private static SoldBody of(SalesFigures figures, Currency currency) {
            var money = figures.money();
            return new SoldBody(
                    currency.onWire(money.revenue()),
                    currency.onWire(money.discountTotal()),
                    currency.onWire(money.deliveryFees()),
                    average(money.revenue(), figures.counts().delivered(), currency));
        }

        /** To the nearest dinar or cent. */
        private static @Nullable BigDecimal average(long sum, long count, Currency currency) {
            return count <= 0
                    ? null
                    : currency.onWire(BigDecimal.valueOf(sum)
                            .divide(BigDecimal.valueOf(count), 0, RoundingMode.HALF_UP)
                            .longValueExact());
        }
    }

    record CashBody(BigDecimal cashDue, BigDecimal cashCollected, BigDecimal cashWithCourier, BigDecimal cashRounding) {

        private static CashBody of(SalesMoney money, Currency currency) {
            return new CashBody(
                    currency.onWire(money.cashDue()),
                    currency.onWire(money.cashCollected()),
                    currency.onWire(money.cashWithCourier()),
                    currency.onWire(money.cashRounding()));
        }
    }

    record ResultBody(BigDecimal cost, BigDecimal expenses, BigDecimal profit) {

        private static ResultBody of(SalesSummary summary, Currency currency) {
            return new ResultBody(
                    currency.onWire(summary.figures().money().cost()),
                    currency.onWire(summary.expenses()),
                    currency.onWire(summary.profit()));
        }
    }

    record TodoBody(long toConfirm, long toPack, long lowStock, long openReturns, long openConversations) {

        private static TodoBody of(WaitingWork waiting) {
            return new TodoBody(
                    waiting.toConfirm(),
                    waiting.toPack(),
                    waiting.lowStock(),
                    waiting.openReturns(),
                    waiting.openConversations());
        }
    }

    /** What one member of staff, or one key, came to at the confirmation desk in the period. */
    record CallsBody(TimelineActorBody actor, long attempts, long confirmed, long rejected) {

        private static CallsBody of(CallerFigures each) {
            return new CallsBody(
                    new TimelineActorBody(each.actorKind(), each.actorId(), each.actorName()),
                    each.attempts(),
                    each.confirmed(),
                    each.rejected());
        }
    }

    static SummaryBody of(SalesSummary summary, Currency currency) {
        var figures = summary.figures();
        return new SummaryBody(
                summary.range().from(),
                summary.range().to(),
                figures.counts(),
                RatesBody.of(figures.counts()),
                SoldBody.of(figures, currency),
                CashBody.of(figures.money(), currency),
                ResultBody.of(summary, currency),
                TodoBody.of(summary.waiting()),
                summary.calls().stream().map(CallsBody::of).toList());
    }
}
