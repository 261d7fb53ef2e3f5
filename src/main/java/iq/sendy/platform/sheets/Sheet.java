package iq.sendy.platform.sheets;

import iq.sendy.kernel.InputText;
import iq.sendy.platform.tenancy.OutsideTransaction;
import java.util.List;
import java.util.function.LongConsumer;

/** The rows of a CSV file or of the first sheet of an XLSX file, as texts. Formulas are not worked out. */
public record Sheet(List<Row> rows) {

    public static final int MOST_BYTES = 10 << 20;
    public static final int MOST_ROWS = 100_000;
    public static final int MOST_COLUMNS = 100;

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

    /**
     * Reads a file by its content, whatever its name says.
     *
     * @param room is told of the bytes that the rows will take, before they are there; it refuses by throwing
     */
    public static Sheet read(byte[] file, LongConsumer room) throws UnreadableSheet {
        OutsideTransaction.require("Reading a sheet");
        var rows = new Rows(room);
        if (file.length > 3 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4) {
            WorkbookReader.read(file, rows);
        } else {
            new CsvText(Encodings.decode(file)).into(rows);
        }
        return new Sheet(rows.all());
    }

    /** Without the mark that an export sets before what a spreadsheet would take for a formula. */
    static String clean(String cell) {
        var text = InputText.clean(cell.replace("\0", ""));
        return text.length() > 1 && text.charAt(0) == '\'' && "=+-@".indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }
}
