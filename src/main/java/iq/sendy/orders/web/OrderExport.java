package iq.sendy.orders.web;

import iq.sendy.geography.Area;
import iq.sendy.geography.Geography;
import iq.sendy.orders.OrderView;
import iq.sendy.platform.compute.ComputeBound;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
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

    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** What a spreadsheet would take for the beginning of a formula; the wide ones are one in East Asia. */
    private static final String FORMULA = "=+-@\t\r＝＋－＠";

    private final Geography geography;
    private final String language;

    OrderExport(Geography geography, String language) {
        this.geography = geography;
        this.language = language;
    }

    /** Where the lines go. */
    interface Sheet {

        void line(List<@Nullable Object> cells) throws IOException;

        /** A page is complete and may leave. */
        void flush() throws IOException;

        /** All that is still to be written, behind the last page; always true, as work that has no result. */
        boolean ended() throws IOException;
    }

    /** A file with its first lines. */
    Sheet begun(boolean workbook, OutputStream stream, List<OrderView> page) throws IOException {
        var sheet = workbook ? xlsx(stream) : csv(stream);
        gone(sheet, page);
        return sheet;
    }

    /** Further lines. */
    boolean gone(Sheet sheet, List<OrderView> page) throws IOException {
        for (var order : page) {
            sheet.line(cells(order));
        }
        sheet.flush();
        return true;
    }

    private static Sheet csv(OutputStream stream) throws IOException {
        return new Csv(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    }

    private static Sheet xlsx(OutputStream stream) throws IOException {
        var sheet = new Xlsx(new Workbook(stream, "Sendy", "1.0"));
        sheet.line(new ArrayList<>(COLUMNS));
        return sheet;
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

    /** A text as a spreadsheet takes it for one; a time has no beginning of a formula. */
    private static String guarded(Object value) {
        if (value instanceof Instant instant) {
            return MILLISECONDS.format(instant);
        }
        var text = value.toString();
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static final class Csv implements Sheet {

        private final Writer writer;

        Csv(Writer writer) throws IOException {
            this.writer = writer;
            writer.write('\uFEFF');
            writer.write(String.join(",", COLUMNS) + "\r\n");
        }

        @Override
        public void line(List<@Nullable Object> cells) throws IOException {
            writer.write(cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n")));
        }

        /** Every text in quotes: what separates cells depends on the reader's settings, and half a text may be a formula. */
        private static String cell(@Nullable Object value) {
            if (value == null) {
                return "";
            }
            if (value instanceof BigDecimal number) {
                return number.toPlainString();
            }
            var text = guarded(value);
            return value instanceof Instant ? text : '"' + text.replace("\"", "\"\"") + '"';
        }

        @Override
        public void flush() throws IOException {
            writer.flush();
        }

        @Override
        public boolean ended() throws IOException {
            writer.flush();
            return true;
        }
    }

    private static final class Xlsx implements Sheet {

        private final Workbook book;
        private final Worksheet sheet;
        private int row;

        Xlsx(Workbook book) {
            this.book = book;
            this.sheet = book.newWorksheet("orders");
        }

        @Override
        public void line(List<@Nullable Object> cells) {
            for (var column = 0; column < cells.size(); column++) {
                var value = cells.get(column);
                if (value instanceof BigDecimal number) {
                    sheet.value(row, column, number);
                } else if (value != null && !value.toString().isEmpty()) {
                    // Not among the shared strings, which would all stay in memory.
                    sheet.inlineString(row, column, guarded(value));
                }
            }
            row++;
        }

        @Override
        public void flush() throws IOException {
            sheet.flush();
        }

        @Override
        public boolean ended() throws IOException {
            book.finish();
            return true;
        }
    }
}
