package iq.sendy.catalog;

import iq.sendy.kernel.Currency;
import iq.sendy.kernel.InputText;
import iq.sendy.kernel.SearchText;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.Binder;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.sheets.Sheet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A sheet of products: its headers are Arabic or English, and each row is read as the JSON body of a product would be. */
@RefusedWith(code = "product.sku_repeated")
public final class ProductSheet {

    private static final Set<String> MONEY = Set.of("price", "compareAtPrice", "cost");
    private static final Set<String> WHOLE = Set.of("weightGrams", "initialQuantity");
    private static final int MOST_URLS = 20;
    private static final String SCHEME = "https://";
    private static final Set<String> YES =
            Set.of("true", "1", "yes", "y", "نعم", "بلي", "فعال", "نشط", "صح", "بهلي", "پيشاندراوه");
    private static final Set<String> NO =
            Set.of("false", "0", "no", "n", "لا", "نهخير", "غير فعال", "غير نشط", "خطا", "شاراوه");

    /** One row that could be read. */
    public record ProductLine(int row, SaveProduct command) {

        Violation fault(String field, String code) {
            return Violation.at(field, code).under(path(row));
        }
    }

    /** One that has faults, and no name: one more, unless a product has its SKU already. */
    public record NamelessLine(int row, @Nullable String sku) {}

    /** What was read: the good rows, how many rows there are, what is wrong with the others, and the headers left out. */
    public record ProductLines(
            List<ProductLine> good,
            List<NamelessLine> nameless,
            int all,
            Violations problems,
            List<String> ignoredColumns) {

        public ProductLines {
            good = List.copyOf(good);
            nameless = List.copyOf(nameless);
            ignoredColumns = List.copyOf(ignoredColumns);
        }

        /** The names that are missing beside other faults: all that is wrong with a row is said at once. */
        List<Violation> namesMissing(Function<List<String>, List<String>> known) {
            if (nameless.isEmpty()) {
                return List.of();
            }
            var named = new HashSet<>(known.apply(nameless.stream()
                    .map(NamelessLine::sku)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList()));
            good.forEach(line ->
                    named.add(Objects.requireNonNull(line.command().sku().value())));
            return nameless.stream()
                    .filter(line -> line.sku() == null || !named.contains(line.sku()))
                    .map(line -> Violation.at("name", "field.required").under(path(line.row())))
                    .toList();
        }
    }

    private final ProductColumns columns;
    private final Sheet sheet;
    private final Map<String, UUID> categories;
    private final Currency currency;
    private final ImageAddresses images;

    ProductSheet(Sheet sheet, Map<String, UUID> categories, Currency currency, ImageAddresses images) {
        this.sheet = sheet;
        this.categories = categories;
        this.currency = currency;
        this.images = images;
        this.columns = new ProductColumns(sheet);
    }

    /** Why no row can be read, if none can. */
    Optional<Violation> unfit() {
        return columns.unfit();
    }

    /** Every row below the headers; a SKU that came before in the file is a fault of the later row. */
    ProductLines lines() {
        var seen = new HashSet<String>();
        var good = new ArrayList<ProductLine>();
        var nameless = new ArrayList<NamelessLine>();
        var violations = new Violations();
        var rows = sheet.rows().subList(1, sheet.rows().size());
        for (var sheetRow : rows) {
            var faults = Violations.ofRow();
            var command = command(sheetRow, seen, nameless, faults);
            if (command != null) {
                good.add(new ProductLine(sheetRow.number(), command));
            }
            faults.faults().forEach(violation -> violations.add(violation.under(path(sheetRow.number()))));
        }
        return new ProductLines(good, nameless, rows.size(), violations, columns.ignored());
    }

    private @Nullable SaveProduct command(
            Sheet.SheetRow sheetRow, Set<String> seen, List<NamelessLine> nameless, Violations violations) {
        if (shifted(sheetRow)) {
            violations.add(Violation.of("field.invalid").said("sheet_beyond_headers", List.of()));
            return null;
        }
        var bound = Binder.row(ProductRequest.class, object(sheetRow, violations), currency);
        violations.addAll(bound.problems().faults());
        images.check(bound.value(), violations);
        var sku = bound.value().sku().value();
        if (!bound.value().sku().present()) {
            if (!violations.has("sku")) {
                violations.add("sku", "field.required");
            }
        } else if (sku != null && !seen.add(sku)) {
            violations.add("sku", "product.sku_repeated");
        }
        if (violations.isEmpty()) {
            return bound.value().command(currency);
        }
        if (!bound.value().name().present() && !violations.has("name")) {
            nameless.add(new NamelessLine(sheetRow.number(), sku));
        }
        return null;
    }

    private static String path(int row) {
        return "rows[" + row + "]";
    }

    /** The row as a body; an empty cell is a field left out. */
    private ObjectNode object(Sheet.SheetRow sheetRow, Violations violations) {
        var object = JsonNodeFactory.instance.objectNode();
        columns.fields().forEach((column, field) -> {
            var cell = column < sheetRow.cells().size() ? sheetRow.cells().get(column) : "";
            if (sheetRow.faulty().contains(column)) {
                violations.add(Violation.at(field, "field.invalid")
                        .said(cell.isEmpty() ? "sheet_formula" : "sheet_error", List.of(cell)));
            } else if (MONEY.contains(field) || WHOLE.contains(field)) {
                number(object, field, cell, sheetRow.numbers().contains(column), violations);
            } else if (!cell.isEmpty()) {
                put(object, field, cell, violations);
            }
        });
        return object;
    }

    /** A value that has the delimiter in it shifts all behind it: no cell of such a row is what its header says. */
    private boolean shifted(Sheet.SheetRow sheetRow) {
        for (var i = columns.width(); i < sheetRow.cells().size(); i++) {
            if (!sheetRow.cells().get(i).isEmpty() || sheetRow.faulty().contains(i)) {
                return true;
            }
        }
        return false;
    }

    private void number(ObjectNode object, String field, String cell, boolean number, Violations violations) {
        if (cell.isEmpty()) {
            return;
        }
        var decimals = MONEY.contains(field) ? currency.decimals() : 0;
        var plain = number ? Optional.of(cell) : SheetNumber.plain(cell, decimals);
        plain.ifPresentOrElse(
                digits -> object.put(field, digits),
                () -> violations.add(field, "money.fraction", currency.name(), Integer.toString(decimals)));
    }

    private void put(ObjectNode object, String field, String cell, Violations violations) {
        switch (field) {
            case "isActive", "trackInventory" -> flag(object, field, cell);
            case "imageUrls" -> {
                var urls = object.putArray(field);
                urls(cell).forEach(urls::add);
            }
            case "category" -> {
                var category = categories.get(folded(cell));
                if (category == null) {
                    violations.add("category", "category.unknown");
                } else {
                    object.put("categoryId", category.toString());
                }
            }
            default -> object.put(field, cell);
        }
    }

    private static void flag(ObjectNode object, String field, String cell) {
        var word = folded(cell);
        if (YES.contains(word)) {
            object.put(field, true);
        } else if (NO.contains(word)) {
            object.put(field, false);
        } else {
            object.put(field, cell);
        }
    }

    /** A cell that is looked up; one that is longer than any name is none. */
    private static String folded(String cell) {
        return InputText.beyond(cell, Text.NAME) ? "" : SearchText.fold(cell);
    }

    /**
     * Addresses between blanks, commas and the like, all of which may stand in an address: so only where the next one begins.
     * One more than a product may have is enough to be refused.
     */
    private static List<String> urls(String cell) {
        var urls = new ArrayList<String>();
        var start = 0;
        for (var i = 1; i < cell.length() && urls.size() < MOST_URLS; i++) {
            if (separates(cell.charAt(i - 1)) && cell.regionMatches(true, i, SCHEME, 0, SCHEME.length())) {
                add(urls, cell.substring(start, i));
                start = i;
            }
        }
        add(urls, cell.substring(start));
        return urls;
    }

    private static void add(List<String> urls, String part) {
        var end = part.length();
        while (end > 0 && separates(part.charAt(end - 1))) {
            end--;
        }
        if (end > 0) {
            urls.add(part.substring(0, end));
        }
    }

    private static boolean separates(char c) {
        return ",;|\u060C\u061B".indexOf(c) >= 0 || InputText.blank(c);
    }
}
