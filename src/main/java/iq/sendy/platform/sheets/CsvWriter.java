package iq.sendy.platform.sheets;

import iq.sendy.platform.compute.ComputeBound;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * CSV in UTF-8 with its mark. Every text stands in quotes: what separates cells depends on the reader's settings, and half a
 * text may be a formula; commons-csv can quote texts and times alike or neither.
 */
@ComputeBound
final class CsvWriter implements SheetWriter {

    private final Writer writer;

    CsvWriter(OutputStream stream, List<String> columns) throws IOException {
        this.writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        writer.write(String.join(",", columns) + "\r\n");
    }

    @Override
    public void line(List<? extends @Nullable Object> cells) throws IOException {
        writer.write(cells.stream().map(CsvWriter::cell).collect(Collectors.joining(",", "", "\r\n")));
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        var text = FormulaGuard.guarded(value);
        return value instanceof Instant ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public void flush() throws IOException {
        writer.flush();
    }

    @Override
    public boolean end() throws IOException {
        writer.flush();
        return true;
    }
}
