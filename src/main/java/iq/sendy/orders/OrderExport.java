package iq.sendy.orders;

import iq.sendy.geography.Area;
import iq.sendy.geography.Geography;
import iq.sendy.platform.compute.ComputeBound;
import iq.sendy.platform.sheets.SheetWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Orders as the lines of a sheet, written page by page: contract section 16. */
@ComputeBound
final class OrderExport {

    private static final List<String> COLUMNS = List.of(
            "number",
            "publicId",
            "externalRef",
            "status",
            "source",
            "createdAt",
            "customerName",
            "customerPhone",
            "addressProvinceCode",
            "province",
            "area",
            "customerAddress",
            "items",
            "subTotal",
            "discountTotal",
            "deliveryFee",
            "total",
            "paymentMethod",
            "paymentStatus",
            "notes");

    private final Geography geography;
    private final String language;

    OrderExport(Geography geography, String language) {
        this.geography = geography;
        this.language = language;
    }

    /** A file with its first lines. */
    SheetWriter begin(ExportFormat format, OutputStream stream, List<OrderView> page) throws IOException {
        var sheet = switch (format) {
            case CSV -> SheetWriter.csv(stream, COLUMNS);
            case XLSX -> SheetWriter.workbook(stream, "orders", COLUMNS);
        };
        write(sheet, page);
        return sheet;
    }

    /** Further lines; always true, as work that has no result. */
    boolean write(SheetWriter sheet, List<OrderView> page) throws IOException {
        for (var order : page) {
            sheet.line(cells(order));
        }
        sheet.flush();
        return true;
    }

    private List<@Nullable Object> cells(OrderView order) {
        var money = order.money();
        var customer = order.customer();
        var phone = customer.phone();
        var province = customer.provinceCode();
        var area = customer.areaId();
        var cells = new ArrayList<@Nullable Object>();
        cells.add(BigDecimal.valueOf(order.number()));
        cells.add(order.publicId());
        cells.add(order.agreement().externalRef());
        cells.add(order.status().toString());
        cells.add(order.agreement().source().toString());
        cells.add(order.revision().createdAt());
        cells.add(customer.name());
        cells.add(phone == null ? null : phone.value());
        cells.add(province);
        cells.add(
                province == null
                        ? null
                        : geography
                                .province(province)
                                .map(found -> found.names().in(language))
                                .orElse(null));
        cells.add(
                area == null
                        ? null
                        : geography
                                .area(area)
                                .map(Area::names)
                                .map(placeNames -> placeNames.in(language))
                                .orElse(null));
        cells.add(customer.address());
        cells.add(order.lines().stream()
                .map(line -> line.quantity() + " x " + line.sku())
                .collect(Collectors.joining("; ")));
        cells.add(money.currency().onWire(money.subTotal()));
        cells.add(money.currency().onWire(money.discountTotal()));
        cells.add(money.currency().onWire(money.deliveryFee()));
        cells.add(money.currency().onWire(money.total()));
        cells.add(order.payment().method().toString());
        cells.add(order.payment().status().toString());
        cells.add(order.agreement().notes());
        return cells;
    }
}
