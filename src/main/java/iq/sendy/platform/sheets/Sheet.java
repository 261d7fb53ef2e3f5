package iq.sendy.platform.sheets;

import iq.sendy.kernel.InputText;
import iq.sendy.platform.tenancy.OutsideTransaction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/** The rows of a CSV file or of the first sheet of an XLSX file, as texts; of a formula, the result that was saved. */
public record Sheet(List<SheetRow> rows) {

    public static final int MOST_BYTES = 10 << 20;
    public static final int MOST_ROWS = 100_000;
    public static final int MOST_COLUMNS = 100;

    private static final int MARKUP_WITHIN = 100;

    /**
     * One row that is not empty.
     *
     * @param number as a spreadsheet counts, from 1
     * @param cells trimmed; empty where there is nothing
     * @param numbers the columns whose cell is a number and no text that may look like one
     * @param faulty the columns whose cell is an error, or a formula without a result
     */
    public record SheetRow(int number, List<String> cells, Set<Integer> numbers, Set<Integer> faulty) {

        public SheetRow {
            cells = List.copyOf(cells);
            numbers = Set.copyOf(numbers);
            faulty = Set.copyOf(faulty);
        }

        /** A row of texts. */
        public SheetRow(int number, List<String> cells) {
            this(number, cells, Set.of(), Set.of());
        }
    }

    public Sheet {
        rows = List.copyOf(rows);
    }

    /**
     * Reads a file by its content, whatever its name says.
     *
     * @param room is told of the bytes that the rows will take, before they are there; it refuses by throwing
     */
    public static Sheet read(byte[] file, LongConsumer room) throws UnreadableSheet {
        OutsideTransaction.require("Reading a sheet");
        var sheetRows = new SheetRows(room);
        if (begins(file, 0, "PK\u0003\u0004")) {
            if (begins(file, 30, "mimetypeapplication/vnd.oasis.opendocument")) {
                throw new UnreadableSheet(UnreadableSheet.Why.OPEN_DOCUMENT, "An OpenDocument file");
            }
            WorkbookReader.read(file, sheetRows);
        } else {
            refuseOthers(file);
            new CsvText(Encodings.decode(file)).into(sheetRows);
        }
        if (sheetRows.all().isEmpty()) {
            throw new UnreadableSheet(UnreadableSheet.Why.EMPTY, "There is nothing in it");
        }
        return new Sheet(sheetRows.all());
    }

    /** What people call an Excel file and is none that is read. */
    private static void refuseOthers(byte[] file) throws UnreadableSheet {
        // Also a workbook with a password is packed so.
        if (begins(file, 0, "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
            throw new UnreadableSheet(UnreadableSheet.Why.OLD_EXCEL, "An old Excel file, or one with a password");
        }
        if (begins(file, 0, "%PDF-") || begins(file, 0, "\u0089PNG") || begins(file, 0, "\u00FF\u00D8\u00FF")) {
            throw new UnreadableSheet(UnreadableSheet.Why.NO_TABLE, "Neither CSV nor XLSX");
        }
        var start = new String(file, 0, Math.min(file.length, MARKUP_WITHIN), StandardCharsets.ISO_8859_1);
        var text = start.startsWith("\u00EF\u00BB\u00BF") ? start.substring(3) : start;
        if (text.strip().startsWith("<")) {
            throw new UnreadableSheet(UnreadableSheet.Why.MARKUP, "A web page or XML");
        }
    }

    /** Whether these bytes stand there, each given as a character. */
    private static boolean begins(byte[] file, int at, String bytes) {
        return file.length >= at + bytes.length()
                && bytes.equals(new String(file, at, bytes.length(), StandardCharsets.ISO_8859_1));
    }

    /**
     * Without what programs set around a text to keep spreadsheets from reading it: the mark that an export sets before what
     * would be a formula, and the formula {@code ="00123"} that keeps zeros.
     */
    static String clean(String cell) {
        var text = InputText.clean(cell.replace("\0", ""));
        if (text.length() > 1 && text.charAt(0) == '\'' && "=+-@".indexOf(text.charAt(1)) >= 0) {
            return text.substring(1);
        }
        if (text.length() > 3 && text.startsWith("=\"") && text.endsWith("\"")) {
            var inside = text.substring(2, text.length() - 1);
            return inside.indexOf('"') < 0 ? InputText.clean(inside) : text;
        }
        return text;
    }
}
