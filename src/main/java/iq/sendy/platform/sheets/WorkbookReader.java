package iq.sendy.platform.sheets;

import iq.sendy.platform.api.RequestRejected;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * The first sheet of an XLSX file. What a cell becomes is bounded before it is made: where it stands, how long it is, and how
 * many digits its number has when it is written out.
 */
final class WorkbookReader {

    private static final int LAST_COLUMN = 16_384;
    private static final int MOST_DIGITS = 100;
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);

    private final ZipArchive archive;
    private final SheetRows sheetRows;
    private final List<String> shared = new ArrayList<>();

    private WorkbookReader(ZipArchive archive, SheetRows sheetRows) {
        this.archive = archive;
        this.sheetRows = sheetRows;
    }

    static void read(byte[] file, SheetRows sheetRows) throws UnreadableSheet {
        try {
            new WorkbookReader(new ZipArchive(file), sheetRows).read();
        } catch (RequestRejected noRoom) {
            throw noRoom;
        } catch (IOException | XMLStreamException | RuntimeException broken) {
            // The parser throws whatever it stumbles over; a file that it cannot read is the sender's.
            throw unreadable();
        }
    }

    private void read() throws IOException, XMLStreamException, UnreadableSheet {
        var book = related("", "_rels/.rels").getOrDefault("officeDocument", "xl/workbook.xml");
        if (book.endsWith(".bin")) {
            throw new UnreadableSheet(UnreadableSheet.Why.NO_TABLE, "A binary workbook");
        }
        var home = book.substring(0, book.lastIndexOf('/') + 1);
        var parts = related(home, home + "_rels/" + book.substring(home.length()) + ".rels");
        var strings = parts.get("sharedStrings");
        if (strings != null) {
            readShared(strings);
        }
        var sheet = parts.get("id " + firstSheet(book));
        if (sheet == null) {
            throw unreadable();
        }
        readRows(sheet);
    }

    /** What a part is related to: by the last word of the kind, the first of each, and by {@code id}. */
    private Map<String, String> related(String home, String part)
            throws IOException, XMLStreamException, UnreadableSheet {
        var targets = new HashMap<String, String>();
        var stream = archive.open(part);
        if (stream.isEmpty()) {
            return targets;
        }
        try (var xml = new XmlPart(stream.get())) {
            for (var event = xml.next(); event != XmlPart.Event.OVER; event = xml.next()) {
                var target = event == XmlPart.Event.BEGIN ? xml.attribute("Target") : null;
                if (target != null) {
                    var path = target.startsWith("/") ? target.substring(1) : home + target;
                    var kind = String.valueOf(xml.attribute("Type"));
                    targets.putIfAbsent(kind.substring(kind.lastIndexOf('/') + 1), path);
                    targets.putIfAbsent("id " + xml.attribute("Id"), path);
                }
                if (targets.size() > 10_000) {
                    throw unreadable();
                }
            }
        }
        return targets;
    }

    private @Nullable String firstSheet(String book) throws IOException, XMLStreamException, UnreadableSheet {
        try (var xml = open(book)) {
            for (var event = xml.next(); event != XmlPart.Event.OVER; event = xml.next()) {
                if (event == XmlPart.Event.BEGIN && xml.name().equals("sheet")) {
                    return xml.attribute("id");
                }
            }
        }
        return null;
    }

    private void readShared(String part) throws IOException, XMLStreamException, UnreadableSheet {
        var stream = archive.open(part);
        if (stream.isEmpty()) {
            return;
        }
        try (var xml = new XmlPart(stream.get())) {
            var text = new CellText();
            for (var event = xml.next(); event != XmlPart.Event.OVER; event = xml.next()) {
                text.take(event, xml);
                if (event == XmlPart.Event.END && xml.name().equals("si")) {
                    if (shared.size() == Sheet.MOST_ROWS * 10) {
                        throw unreadable();
                    }
                    shared.add(text.taken());
                    sheetRows.count(shared.getLast());
                }
            }
        }
    }

    private void readRows(String part) throws IOException, XMLStreamException, UnreadableSheet {
        var cells = new String[Sheet.MOST_COLUMNS];
        var number = 0;
        var width = 0;
        var column = -1;
        String type = null;
        var numbers = new HashSet<Integer>();
        var faulty = new HashSet<Integer>();
        try (var xml = open(part)) {
            var text = new CellText();
            for (var event = xml.next(); event != XmlPart.Event.OVER; event = xml.next()) {
                text.take(event, xml);
                if (event == XmlPart.Event.BEGIN && xml.name().equals("row")) {
                    Arrays.fill(cells, "");
                    numbers.clear();
                    faulty.clear();
                    column = -1;
                    width = 0;
                    var given = xml.attribute("r");
                    number = given == null ? number + 1 : row(given);
                } else if (event == XmlPart.Event.BEGIN && xml.name().equals("c")) {
                    var reference = xml.attribute("r");
                    column = reference == null ? column + 1 : column(reference);
                    type = xml.attribute("t");
                } else if (event == XmlPart.Event.END && xml.name().equals("c")) {
                    var value = value(type, text.taken());
                    var fault = "e".equals(type) || text.unworked(type);
                    if (column < 0 || (column >= cells.length && (fault || !value.isBlank()))) {
                        throw SheetRows.tooWide();
                    }
                    if (column < cells.length) {
                        cells[column] = value;
                        width = Math.max(width, column + 1);
                        if (fault) {
                            faulty.add(column);
                        } else if (numeric(type) && !value.isEmpty()) {
                            numbers.add(column);
                        }
                    }
                } else if (event == XmlPart.Event.END && xml.name().equals("row")) {
                    sheetRows.add(number, List.of(cells).subList(0, width), numbers, faulty);
                }
            }
        }
    }

    private XmlPart open(String part) throws IOException, XMLStreamException, UnreadableSheet {
        return new XmlPart(archive.open(part).orElseThrow(WorkbookReader::unreadable));
    }

    /** The number of a row, as it stands in {@code r="7"}. */
    private static int row(String digits) throws UnreadableSheet {
        if (digits.isEmpty() || digits.length() > 7 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw unreadable();
        }
        return Integer.parseInt(digits);
    }

    /** The column of a reference such as {@code AB12}, from 0. */
    private static int column(String reference) throws UnreadableSheet {
        var column = 0;
        var letters = 0;
        while (letters < reference.length() && letters < 4 && Character.isLetter(reference.charAt(letters))) {
            var letter = reference.charAt(letters++);
            if (letter < 'A' || letter > 'Z') {
                throw unreadable();
            }
            column = column * 26 + letter - 'A' + 1;
        }
        row(reference.substring(letters));
        if (column < 1 || column > LAST_COLUMN) {
            throw unreadable();
        }
        return column - 1;
    }

    private static boolean numeric(@Nullable String type) {
        return type == null || type.equals("n");
    }

    private String value(@Nullable String type, String text) throws UnreadableSheet {
        return switch (type == null ? "n" : type) {
            case "n" -> number(text.strip());
            case "b" -> text.strip().equals("1") ? "true" : "false";
            case "s" -> {
                var index = row(text.strip());
                if (index >= shared.size()) {
                    throw unreadable();
                }
                yield shared.get(index);
            }
            default -> text;
        };
    }

    /**
     * Written out if that is short; what is no number, or one that nobody means, is the row's fault and not the file's. A cell
     * is a double and shown with 15 digits: the 19.99 of a shop stands in its file as 19.989999999999998.
     */
    private static String number(String text) {
        if (text.isEmpty() || text.length() > MOST_DIGITS) {
            return text;
        }
        try {
            var number = new BigDecimal(text);
            if (Math.abs((long) number.scale()) > MOST_DIGITS) {
                return text;
            }
            var shown = number.round(SHOWN);
            return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException none) {
            return text;
        }
    }

    private static UnreadableSheet unreadable() {
        return new UnreadableSheet(UnreadableSheet.Why.BROKEN_WORKBOOK, "The workbook cannot be read");
    }
}
