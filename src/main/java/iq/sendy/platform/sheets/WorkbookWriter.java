package iq.sendy.platform.sheets;

import iq.sendy.platform.compute.ComputeBound;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** XLSX with one sheet, whose lines leave as they are flushed. */
@ComputeBound
final class WorkbookWriter implements SheetWriter {

    private final Workbook book;
    private final Worksheet sheet;
    private int row;

    WorkbookWriter(OutputStream stream, String name, List<String> columns) {
        this.book = new Workbook(stream, "Sendy", "1.0");
        this.sheet = book.newWorksheet(name);
        line(columns);
    }

    @Override
    public void line(List<? extends @Nullable Object> cells) {
        for (var column = 0; column < cells.size(); column++) {
            var value = cells.get(column);
            if (value instanceof BigDecimal number) {
                sheet.value(row, column, number);
            } else if (value != null && !value.toString().isEmpty()) {
                // Not among the shared strings, which would all stay in memory.
                sheet.inlineString(row, column, FormulaGuard.guarded(value));
            }
        }
        row++;
    }

    @Override
    public void flush() throws IOException {
        sheet.flush();
    }

    @Override
    public boolean end() throws IOException {
        book.finish();
        return true;
    }
}
