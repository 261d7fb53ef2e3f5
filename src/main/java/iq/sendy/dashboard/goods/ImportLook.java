package iq.sendy.dashboard.goods;

import iq.sendy.catalog.ProductImport;
import iq.sendy.catalog.ProductImport.ImportedProduct;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.pages.PageReader;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What would come of a file, row by row.
 *
 * @param faults what is wrong, in the order of the rows
 * @param more how many faults are not listed
 * @param rows the first of those that would be stored
 */
record ImportLook(ProductImport found, List<RowFault> faults, long more, List<ImportedProduct> rows) {

    private static final String ROW = "rows[";
    private static final int SHOWN = 50;
    private static final int MOST_FAULTS = 200;

    /** Fields whose words are not called as they are. */
    private static final Map<String, String> WORDS = Map.of(
            "compareAtPrice", "compareAt",
            "categoryId", "category",
            "imageUrls", "pictures",
            "weightGrams", "weight",
            "initialQuantity", "first",
            "isActive", "shown",
            "trackInventory", "track");

    /** One thing that is wrong: where, at which of its cells (empty where it is the whole row), and why. */
    record RowFault(int row, String cell, String text) {}

    static ImportLook of(ProductImport found, PageReader reader) {
        var problems = found.problems();
        var listed = problems.stream()
                .map(each -> fault(each, reader))
                .sorted(Comparator.comparingInt(RowFault::row))
                .limit(MOST_FAULTS)
                .toList();
        return new ImportLook(
                found,
                listed,
                Violations.total(problems) - listed.size(),
                found.rows().stream().limit(SHOWN).toList());
    }

    private static RowFault fault(Violation violation, PageReader reader) {
        var place = Objects.requireNonNullElse(violation.field(), "");
        var end = place.indexOf(']');
        if (!place.startsWith(ROW) || end < 0) {
            return new RowFault(0, "", reader.fault(violation));
        }
        var cell = place.substring(Math.min(place.length(), end + 2));
        var field = cell.substring(0, cell.indexOf('[') < 0 ? cell.length() : cell.indexOf('['));
        var word = reader.sayIfKnown("product." + WORDS.getOrDefault(field, field));
        return new RowFault(
                Integer.parseInt(place.substring(ROW.length(), end)),
                Objects.requireNonNullElse(word, field),
                reader.fault(violation));
    }
}
