package iq.sendy.orders;

import iq.sendy.platform.api.Violation;
import java.util.List;

/** A line that asks for more than there is; {@code available} is what could be sold. */
public record Shortage(int line, String sku, long available) {

    /** Each short line with its SKU and what is left. */
    public static List<Violation> violations(List<Shortage> shortages) {
        return shortages.stream()
                .map(shortage -> Violation.at(
                                "items[" + shortage.line() + "].quantity",
                                "stock.insufficient",
                                shortage.sku(),
                                Long.toString(shortage.available()))
                        .with("sku", shortage.sku())
                        .with("available", shortage.available()))
                .toList();
    }
}
