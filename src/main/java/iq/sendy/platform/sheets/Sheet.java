package iq.sendy.platform.sheets;

import iq.sendy.kernel.InputText;
import iq.sendy.platform.tenancy.OutsideTransaction;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

/** The rows of a CSV file or of the first sheet of an XLSX file, as texts. Formulas are not worked out. */
public record Sheet(List<Row> rows) {

    public static final int MOST_BYTES = 10 << 20;
    public static final int MOST_ROWS = 100_000;
    public static final int MOST_COLUMNS = 100;

    private static final long MOST_UNPACKED = 100L << 20;
    private static final int MOST_RATIO = 100;

    /**
     * One row that is not empty.
     *
     * @param number as a spreadsheet counts, from 1
     * @param cells trimmed; empty where there is nothing
     */
    public record Row(int number, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    public Sheet {
        rows = List.copyOf(rows);
    }

    /** Reads a file by its content, whatever its name says. */
    public static Sheet read(byte[] file) throws UnreadableSheet {
        OutsideTransaction.require("Reading a sheet");
        var packed = file.length > 3 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
        return packed ? workbook(file) : text(file);
    }

    private static Sheet text(byte[] file) throws UnreadableSheet {
        var text = Encodings.decode(file);
        var format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(false)
                .get();
        var rows = new ArrayList<Row>();
        try (var records = format.parse(new StringReader(text))) {
            for (var line : records) {
                add(rows, (int) line.getRecordNumber(), line.toList());
            }
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            throw new UnreadableSheet("A quote is not closed");
        }
        return new Sheet(rows);
    }

    /** What stands most often in the first line. */
    private static char delimiter(String text) {
        var end = text.indexOf('\n');
        var first = end < 0 ? text : text.substring(0, end);
        var best = ',';
        for (var candidate : new char[] {';', '\t'}) {
            if (count(first, candidate) > count(first, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private static Sheet workbook(byte[] file) throws UnreadableSheet {
        refuseBomb(file);
        var rows = new ArrayList<Row>();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(false, false));
                var lines = book.getFirstSheet().openStream()) {
            for (var line : (Iterable<org.dhatim.fastexcel.reader.Row>) lines::iterator) {
                if (line.getCellCount() > MOST_COLUMNS) {
                    throw new UnreadableSheet("More than " + MOST_COLUMNS + " columns");
                }
                var cells = new ArrayList<String>();
                for (var cell : line) {
                    cells.add(cell == null ? "" : text(cell));
                }
                add(rows, line.getRowNum(), cells);
            }
        } catch (IOException | RuntimeException broken) {
            // The reader throws whatever it stumbles over; a file that it cannot read is the sender's.
            throw new UnreadableSheet("The workbook cannot be read");
        }
        return new Sheet(rows);
    }

    private static String text(Cell cell) {
        return cell.getType() == CellType.NUMBER ? cell.asNumber().toPlainString() : cell.getText();
    }

    private static void add(List<Row> rows, int number, List<String> cells) throws UnreadableSheet {
        if (cells.size() > MOST_COLUMNS) {
            throw new UnreadableSheet("More than " + MOST_COLUMNS + " columns");
        }
        var clean = cells.stream().map(Sheet::clean).toList();
        if (clean.stream().allMatch(String::isEmpty)) {
            return;
        }
        // The first row names the columns.
        if (rows.size() > MOST_ROWS) {
            throw new UnreadableSheet("More than " + MOST_ROWS + " rows");
        }
        rows.add(new Row(number, clean));
    }

    /** Without the mark that an export sets before what a spreadsheet would take for a formula. */
    private static String clean(String cell) {
        var text = InputText.clean(cell.replace("\0", ""));
        return text.length() > 1 && text.charAt(0) == '\'' && "=+-@".indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }

    /** Unpacks it once into nothing: what a header says of its size proves nothing. */
    private static void refuseBomb(byte[] file) throws UnreadableSheet {
        var most = Math.min(MOST_UNPACKED, Math.max(1L << 20, (long) file.length * MOST_RATIO));
        var total = 0L;
        var part = new byte[8 << 10];
        try (var entries = new ZipInputStream(new ByteArrayInputStream(file))) {
            while (entries.getNextEntry() != null) {
                for (var length = entries.read(part); length >= 0; length = entries.read(part)) {
                    total += length;
                    if (total > most) {
                        throw new UnreadableSheet("It unpacks to more than is taken");
                    }
                }
            }
        } catch (IOException broken) {
            throw new UnreadableSheet("The workbook cannot be unpacked");
        }
    }
}
