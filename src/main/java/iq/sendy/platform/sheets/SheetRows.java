package iq.sendy.platform.sheets;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/** The rows of a sheet while it is read, within the bounds of what is taken. */
final class SheetRows {

    /** As many characters as a cell of a spreadsheet may have. */
    static final int LONGEST_CELL = 32_767;

    private static final int MOST_CELLS = 2_000_000;
    private static final int MOST_CHARACTERS = 20_000_000;

    /** What a text and a row take beside their content, and what is made of a row later. */
    private static final int TEXT = 56;

    private static final int ROW = 512;
    private static final int STEP = 1 << 20;

    private final List<Sheet.SheetRow> rows = new ArrayList<>();
    private final LongConsumer room;
    private long unclaimed;
    private long cells;
    private long characters;

    SheetRows(LongConsumer room) {
        this.room = room;
    }

    void add(int number, List<String> line) throws UnreadableSheet {
        add(number, line, Set.of(), Set.of());
    }

    void add(int number, List<String> line, Set<Integer> numbers, Set<Integer> faulty) throws UnreadableSheet {
        if (line.size() > Sheet.MOST_COLUMNS) {
            throw tooWide();
        }
        var clean = line.stream().map(Sheet::clean).toList();
        if (faulty.isEmpty() && clean.stream().allMatch(String::isEmpty)) {
            return;
        }
        // The first row names the columns.
        if (rows.size() > Sheet.MOST_ROWS) {
            throw new UnreadableSheet(UnreadableSheet.Why.TOO_LARGE, "More than " + Sheet.MOST_ROWS + " rows");
        }
        claim(ROW);
        for (var cell : clean) {
            count(cell);
        }
        // A set of numbers has twice the room that it needs.
        claim(8L * (numbers.size() + faulty.size()));
        rows.add(new Sheet.SheetRow(number, clean, numbers, faulty));
    }

    /** Counts a text that is kept, here or among those that cells share. */
    void count(String text) throws UnreadableSheet {
        if (text.isEmpty()) {
            return;
        }
        cells++;
        characters += text.length();
        if (cells > MOST_CELLS || characters > MOST_CHARACTERS) {
            throw new UnreadableSheet(
                    UnreadableSheet.Why.TOO_LARGE,
                    "More than " + MOST_CELLS + " cells or " + MOST_CHARACTERS + " characters");
        }
        claim(TEXT + 2L * text.length());
    }

    private void claim(long bytes) {
        unclaimed += bytes;
        if (unclaimed > STEP) {
            room.accept(unclaimed);
            unclaimed = 0;
        }
    }

    List<Sheet.SheetRow> all() {
        return rows;
    }

    static UnreadableSheet tooWide() {
        return new UnreadableSheet(UnreadableSheet.Why.TOO_LARGE, "More than " + Sheet.MOST_COLUMNS + " columns");
    }
}
