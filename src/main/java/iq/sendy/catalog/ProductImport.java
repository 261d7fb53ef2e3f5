package iq.sendy.catalog;

import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violation;
import java.util.List;

/**
 * What came of an import, or would.
 *
 * @param rows those that were stored, or would be
 * @param failed how many were not
 * @param problems what is wrong with them, {@code field} being {@code rows[7].price} for the sheet's row 7
 * @param ignoredColumns the headers of columns that mean nothing here
 */
@RefusedWith(code = "category.unknown", field = "categoryId")
public record ProductImport(
        List<ImportedProduct> rows, int failed, List<Violation> problems, List<String> ignoredColumns) {

    /** A row of the sheet, and the product that it made or changed. */
    public record ImportedProduct(int row, ProductView product, boolean fresh) {}

    public ProductImport {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
        ignoredColumns = List.copyOf(ignoredColumns);
    }

    public int created() {
        return Math.toIntExact(rows.stream().filter(ImportedProduct::fresh).count());
    }

    public int updated() {
        return rows.size() - created();
    }
}
