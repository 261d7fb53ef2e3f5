package iq.sendy.analytics;

import iq.sendy.kernel.Currency;
import iq.sendy.orders.OrderSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Figures as a table with the members of the JSON answer as its columns. */
public record ReportSheet(String name, List<String> columns, List<List<Object>> lines) {

    public ReportSheet {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /** A line for each period, with two more columns for each source. */
    public static ReportSheet ofSales(List<SalesPeriod> periods, Currency currency) {
        var columns = Stream.concat(
                Stream.of("from", "orders", "revenue", "delivered", "refused", "returned", "profit"),
                Stream.of(OrderSource.values()).flatMap(source -> Stream.of("orders" + source, "revenue" + source)));
        return new ReportSheet(
                "sales",
                columns.toList(),
                periods.stream().map(period -> line(period, currency)).toList());
    }

    private static List<Object> line(SalesPeriod period, Currency currency) {
        var counts = period.figures().counts();
        var cells = new ArrayList<Object>();
        cells.add(period.from().toString());
        cells.add(BigDecimal.valueOf(counts.orders()));
        cells.add(currency.onWire(period.figures().money().revenue()));
        cells.add(BigDecimal.valueOf(counts.delivered()));
        cells.add(BigDecimal.valueOf(counts.refused()));
        cells.add(BigDecimal.valueOf(counts.returned()));
        cells.add(currency.onWire(period.profit()));
        for (var source : OrderSource.values()) {
            var part = period.bySource().getOrDefault(source.toString(), SalesFigures.NONE);
            cells.add(BigDecimal.valueOf(part.counts().orders()));
            cells.add(currency.onWire(part.money().revenue()));
        }
        return cells;
    }

    /** A line for each product. */
    public static ReportSheet ofProducts(ProductReport report, Currency currency) {
        return new ReportSheet(
                "products",
                List.of("productId", "sku", "name", "quantity", "revenue", "cost", "profit", "returnedQuantity"),
                report.products().stream().map(result -> line(result, currency)).toList());
    }

    private static List<Object> line(ProductReport.ProductResult result, Currency currency) {
        var figures = result.figures();
        return List.of(
                result.product().toString(),
                result.sku(),
                result.name(),
                BigDecimal.valueOf(figures.quantity()),
                currency.onWire(figures.revenue()),
                currency.onWire(figures.cost()),
                currency.onWire(result.profit()),
                BigDecimal.valueOf(figures.returnedQuantity()));
    }
}
