package iq.sendy.analytics.web;

import iq.sendy.analytics.ProductReport;
import iq.sendy.analytics.ProductReport.ProductResult;
import iq.sendy.analytics.ProductReport.ProvinceResult;
import iq.sendy.kernel.Currency;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Products and governorates as they are answered: contract section 15. */
record ProductsBody(List<ProductSalesBody> items, List<ProvinceSalesBody> byProvince) {

    record ProductSalesBody(
            UUID productId,
            String sku,
            String name,
            long quantity,
            BigDecimal revenue,
            BigDecimal cost,
            BigDecimal profit,
            long returnedQuantity) {

        private static ProductSalesBody of(ProductResult result, Currency currency) {
            var figures = result.figures();
            return new ProductSalesBody(
                    result.product(),
                    result.sku(),
                    result.name(),
                    figures.quantity(),
                    currency.onWire(figures.revenue()),
                    currency.onWire(figures.cost()),
                    currency.onWire(result.profit()),
                    figures.returnedQuantity());
        }
    }

    /** The code is null for orders without an address, such as sales at the counter. */
    record ProvinceSalesBody(
            @Nullable String provinceCode,
            long orders,
            @Nullable BigDecimal deliveryRate,
            BigDecimal profit) {

        private static ProvinceSalesBody of(ProvinceResult result, Currency currency) {
            var counts = result.figures().counts();
            return new ProvinceSalesBody(
                    result.provinceCode().isEmpty() ? null : result.provinceCode(),
                    counts.orders(),
                    SummaryBody.RatesBody.rate(counts.delivered(), counts.handedOver()),
                    currency.onWire(result.profit()));
        }
    }

    static ProductsBody of(ProductReport report, Currency currency) {
        return new ProductsBody(
                report.products().stream()
                        .map(result -> ProductSalesBody.of(result, currency))
                        .toList(),
                report.provinces().stream()
                        .map(result -> ProvinceSalesBody.of(result, currency))
                        .toList());
    }
}
