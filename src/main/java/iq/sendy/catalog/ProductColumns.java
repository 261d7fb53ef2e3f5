package iq.sendy.catalog;

import iq.sendy.kernel.InputText;
import iq.sendy.kernel.SearchText;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.sheets.Sheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the columns of a sheet of products mean, by their Arabic, Sorani or English headers. */
final class ProductColumns {

    /** Every header that is understood, folded; spaces, dashes and underscores do not count. */
    private static final Map<String, String> HEADERS = headers();

    /** Two headers that fill one field are one meaning. */
    private static final Map<String, String> SAME = Map.of("category", "categoryId");

    private static final int LONGEST_SHOWN = 100;
    private static final int MOST_TITLES = 20;

    private final Map<Integer, String> fields = new TreeMap<>();
    private final List<String> ignored = new ArrayList<>();
    private final @Nullable Violation unfit;
    private final int width;

    ProductColumns(Sheet sheet) {
        var headers = sheet.rows().isEmpty()
                ? List.<String>of()
                : sheet.rows().getFirst().cells();
        var named = new HashMap<String, String>();
        var last = 0;
        Violation violation = null;
        for (var i = 0; i < headers.size(); i++) {
            var header = headers.get(i);
            last = header.isEmpty() ? last : i + 1;
            var field = HEADERS.get(key(header));
            if (field == null) {
                ignored.add(header.isEmpty() ? letters(i) : shown(header));
                continue;
            }
            fields.put(i, field);
            var other = named.putIfAbsent(SAME.getOrDefault(field, field), header);
            if (other != null && violation == null) {
                violation = unreadable("sheet_doubled_column", shown(other), shown(header));
            }
        }
        this.width = last;
        // Columns behind the last header are none; who fills them is told with the row.
        while (ignored.size() + fields.size() > width) {
            ignored.removeLast();
        }
        this.unfit = fields.containsValue("sku") ? violation : withoutCode(sheet);
    }

    /** Why no product can be read, if none can. */
    Optional<Violation> unfit() {
        return Optional.ofNullable(unfit);
    }

    /** The fields by their column, from 0. */
    Map<Integer, String> fields() {
        return fields;
    }

    /** The headers that mean nothing here, as they stand there; one that is empty by its letter. */
    List<String> ignored() {
        return ignored;
    }

    /** How many columns there are up to the last that has a header. */
    int width() {
        return width;
    }

    /** Many sheets begin with a title: then the headers come later. */
    private static Violation withoutCode(Sheet sheet) {
        for (var sheetRow :
                sheet.rows().subList(0, Math.min(MOST_TITLES, sheet.rows().size()))) {
            if (sheetRow.cells().stream().anyMatch(cell -> "sku".equals(HEADERS.get(key(cell))))) {
                return unreadable("sheet_title_row", Integer.toString(sheetRow.number()));
            }
        }
        return unreadable("sheet_no_code");
    }

    private static Violation unreadable(String words, String... arguments) {
        return Violation.at("file", "file.unreadable").said(words, List.of(arguments));
    }

    private static String shown(String header) {
        return header.length() > LONGEST_SHOWN ? header.substring(0, LONGEST_SHOWN) : header;
    }

    /** A column as spreadsheets call it. */
    private static String letters(int column) {
        var last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }

    /** A header that is longer than any name is none. */
    private static String key(String header) {
        var key = new StringBuilder();
        if (!InputText.beyond(header, Text.NAME)) {
            SearchText.fold(header).chars().filter(c -> " _*()-".indexOf(c) < 0).forEach(c -> key.append((char) c));
        }
        return key.toString();
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
        sorani(headers);
        return Map.copyOf(headers);
    }

    /** In the words of the dashboard. */
    private static void sorani(Map<String, String> headers) {
        name(headers, "sku", "کۆدی کاڵا", "کۆد");
        name(headers, "name", "ناو", "ناوی کاڵا", "کاڵا");
        name(headers, "description", "وەسف");
        name(headers, "isActive", "پیشاندراوە");
        name(headers, "price", "نرخ", "نرخی فرۆشتن");
        name(headers, "compareAtPrice", "نرخی پێش داشکاندن", "نرخی کۆن");
        name(headers, "cost", "تێچوو", "نرخی کڕین");
        name(headers, "imageUrls", "وێنە", "وێنەکان");
        name(headers, "categoryId", "ناسنامەی پۆل");
        name(headers, "category", "پۆل");
        name(headers, "weightGrams", "کێش", "کێش بە گرام");
        name(headers, "barcode", "بارکۆد");
        name(headers, "trackInventory", "ژماردن");
        name(headers, "initialQuantity", "ژمارە", "بڕ", "کۆگا");
    }

    private static void name(Map<String, String> headers, String field, String... names) {
        for (var name : names) {
            headers.put(key(name), field);
        }
    }
}
