package iq.sendy.analytics;

import java.util.List;
import java.util.UUID;

/** Report of what sold best in a period, and of where it went; each carries its share of the period's expenses. */
public record ProductReport(List<ProductResult> products, List<ProvinceResult> provinces) {

    public ProductReport {
        products = List.copyOf(products);
        provinces = List.copyOf(provinces);
    }

    /** A product and what it brought. */
    public record ProductResult(UUID product, String sku, String name, ProductFigures figures, long expenses) {

        public long profit() {
            return figures.revenue() - figures.cost() - expenses;
        }
    }

    /**
     * A governorate and what it brought.
     *
     * @param provinceCode empty for orders without an address
     */
    public record ProvinceResult(String provinceCode, SalesFigures figures, long expenses) {

        public long profit() {
            return figures.money().profit(expenses);
        }
    }
}
