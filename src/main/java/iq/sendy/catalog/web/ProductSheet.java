package iq.sendy.catalog.web;

import iq.sendy.catalog.SaveProduct;
import iq.sendy.kernel.Currency;
import iq.sendy.kernel.Digits;
import iq.sendy.kernel.InputText;
import iq.sendy.kernel.SearchText;
import iq.sendy.platform.api.Fault;
import iq.sendy.platform.api.Problems;
import iq.sendy.platform.body.Binder;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.sheets.Sheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A sheet of products: its headers are Arabic or English, and each row is read as the JSON body of a product would be. */
final class ProductSheet {

    /** Every header that is understood, folded; spaces, dashes and underscores do not count. */
    private static final Map<String, String> HEADERS = headers();

    private static final Set<String> AMOUNTS =
            Set.of("price", "compareAtPrice", "cost", "weightGrams", "initialQuantity");
    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}([,\\u066C][0-9]{3})+([.\\u066B][0-9]+)?");
    private static final int MOST_URLS = 20;
    private static final Set<String> YES = Set.of("true", "1", "yes", "y", "نعم", "بلي", "فعال", "نشط", "صح");
    private static final Set<String> NO = Set.of("false", "0", "no", "n", "لا", "نهخير", "غير فعال", "غير نشط", "خطا");

    /** One row that could be read. */
    record Line(int row, SaveProduct command) {

        Fault fault(String field, String code) {
            return Fault.at(field, code).under(path(row));
        }
    }

    /** What was read: the good rows, how many rows there are, and what is wrong with the others. */
    record Lines(List<Line> good, int all, Problems problems) {

        Lines {
            good = List.copyOf(good);
        }
    }

    private final Map<Integer, String> columns = new HashMap<>();
    private final Sheet sheet;
    private final Map<String, UUID> categories;
    private final Currency currency;

    ProductSheet(Sheet sheet, Map<String, UUID> categories, Currency currency) {
        this.sheet = sheet;
        this.categories = categories;
        this.currency = currency;
        if (!sheet.rows().isEmpty()) {
            var first = sheet.rows().getFirst().cells();
            for (var i = 0; i < first.size(); i++) {
                var field = HEADERS.get(key(first.get(i)));
                if (field != null) {
                    columns.putIfAbsent(i, field);
                }
            }
        }
    }

    boolean hasSku() {
        return columns.containsValue("sku");
    }

    /** Every row below the headers; a SKU that came before in the file is a fault of the later row. */
    Lines lines() {
        var seen = new HashSet<String>();
        var good = new ArrayList<Line>();
        var problems = new Problems();
        var rows = sheet.rows().subList(1, sheet.rows().size());
        for (var row : rows) {
            var faults = Problems.ofRow();
            var command = command(row, seen, faults);
            if (command != null) {
                good.add(new Line(row.number(), command));
            }
            faults.faults().forEach(fault -> problems.add(fault.under(path(row.number()))));
        }
        return new Lines(good, rows.size(), problems);
    }

    private @Nullable SaveProduct command(Sheet.Row row, Set<String> seen, Problems problems) {
        var read = Binder.row(ProductRequest.class, object(row, problems), currency);
        problems.addAll(read.problems().faults());
        var sku = read.value().sku().value();
        if (!read.value().sku().present()) {
            problems.add("sku", "field.required");
        } else if (sku != null && !seen.add(sku)) {
            problems.add("sku", "product.sku_repeated");
        }
        return problems.isEmpty() ? read.value().command(currency) : null;
    }

    private static String path(int row) {
        return "rows[" + row + "]";
    }

    /** The row as a body; an empty cell is a field left out. */
    private ObjectNode object(Sheet.Row row, Problems problems) {
        var object = JsonNodeFactory.instance.objectNode();
        columns.forEach((column, field) -> {
            var cell = column < row.cells().size() ? row.cells().get(column) : "";
            if (!cell.isEmpty()) {
                put(object, field, cell, problems);
            }
        });
        return object;
    }

    private void put(ObjectNode object, String field, String cell, Problems problems) {
        switch (field) {
            case "isActive", "trackInventory" -> flag(object, field, cell);
            case "imageUrls" -> {
                var urls = object.putArray(field);
                urls(cell).forEach(urls::add);
            }
            case "category" -> {
                var category = categories.get(folded(cell));
                if (category == null) {
                    problems.add("category", "category.unknown");
                } else {
                    object.put("categoryId", category.toString());
                }
            }
            default -> object.put(field, AMOUNTS.contains(field) ? ungrouped(cell) : cell);
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

    /** {@code 25,000} is what spreadsheets make of 25000. */
    private static String ungrouped(String cell) {
        if (InputText.beyondWord(cell)) {
            return cell;
        }
        var digits = Digits.toAscii(cell);
        return GROUPED.matcher(digits).matches()
                ? digits.replace(",", "").replace("\u066C", "").replace('\u066B', '.')
                : cell;
    }

    private static String key(String header) {
        var key = new StringBuilder();
        folded(header).chars().filter(c -> " _*()-".indexOf(c) < 0).forEach(c -> key.append((char) c));
        return key.toString();
    }

    /** A cell that is looked up; one that is longer than any name is none. */
    private static String folded(String cell) {
        return InputText.beyond(cell, Text.NAME) ? "" : SearchText.fold(cell);
    }

    /** Addresses between blanks, commas or bars; one more than a product may have is enough to be refused. */
    private static List<String> urls(String cell) {
        var urls = new ArrayList<String>();
        var start = 0;
        for (var i = 0; i <= cell.length() && urls.size() <= MOST_URLS; i++) {
            var c = i < cell.length() ? cell.charAt(i) : ',';
            if (c == ',' || c == '|' || InputText.blank(c)) {
                // Nothing between two separators is nothing; before the first and behind the last it is a mistake.
                if (i > start || start == 0 || i == cell.length()) {
                    urls.add(cell.substring(start, i));
                }
                start = i + 1;
            }
        }
        return urls;
    }

    private static Map<String, String> headers() {
        var headers = new HashMap<String, String>();
        name(headers, "sku", "sku", "code", "product code", "الرمز", "رمز المنتج", "كود", "الكود", "كود المنتج");
        name(headers, "name", "name", "product", "product name", "title", "الاسم", "اسم المنتج", "المنتج");
        name(headers, "description", "description", "الوصف", "التفاصيل");
        name(headers, "isActive", "isActive", "active", "فعال", "نشط", "الحالة");
        name(headers, "price", "price", "السعر", "سعر البيع");
        name(
                headers,
                "compareAtPrice",
                "compareAtPrice",
                "old price",
                "السعر قبل الخصم",
                "السعر القديم",
                "السعر الأصلي");
        name(headers, "cost", "cost", "الكلفة", "التكلفة", "سعر الشراء");
        name(headers, "imageUrls", "imageUrls", "images", "image", "الصور", "الصورة", "روابط الصور");
        name(headers, "categoryId", "categoryId", "معرف الفئة");
        name(headers, "category", "category", "الفئة", "القسم", "التصنيف");
        name(headers, "weightGrams", "weightGrams", "weight", "الوزن", "الوزن بالغرام");
        name(headers, "barcode", "barcode", "الباركود", "باركود");
        name(headers, "trackInventory", "trackInventory", "track", "تتبع المخزون");
        name(headers, "initialQuantity", "initialQuantity", "quantity", "stock", "الكمية", "المخزون", "العدد");
        return Map.copyOf(headers);
    }

    private static void name(Map<String, String> headers, String field, String... names) {
        for (var name : names) {
            headers.put(key(name), field);
        }
    }
}
