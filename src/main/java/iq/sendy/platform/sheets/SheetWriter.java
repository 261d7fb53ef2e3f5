package iq.sendy.platform.sheets;

import iq.sendy.platform.compute.ComputeBound;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Table that is written line by line into a file for spreadsheets. A cell is a text, a {@link BigDecimal}, an
 * {@link Instant} or nothing.
 */
@ComputeBound
public interface SheetWriter {

    static SheetWriter csv(OutputStream stream, List<String> columns) throws IOException {
        return new CsvWriter(stream, columns);
    }

    /** An XLSX file with one sheet of this name. */
    static SheetWriter workbook(OutputStream stream, String name, List<String> columns) {
        return new WorkbookWriter(stream, name, columns);
    }

    void line(List<? extends @Nullable Object> cells) throws IOException;

    /** What was written may leave. */
    void flush() throws IOException;

    /** All that is still to be written; always true, as work that has no result. */
    boolean end() throws IOException;
}
