package iq.sendy.catalog.web;

import iq.sendy.platform.body.Preparation;
import iq.sendy.platform.body.PreparationRequest;
import iq.sendy.platform.sheets.Sheet;
import iq.sendy.platform.sheets.UnreadableSheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the file of an import, where one was sent: unpacking a large one takes too long for a transaction. */
@Component
class SheetReading implements Preparation<SheetReading.Content> {

    /** What was found in the file. */
    sealed interface Content {

        record Readable(Sheet sheet) implements Content {}

        record Unreadable(String why) implements Content {}
    }

    @Override
    public @Nullable Content prepare(PreparationRequest request) {
        var file = request.form(Sheet.MOST_BYTES).file("file");
        if (file.isEmpty()) {
            return null;
        }
        try {
            return new Content.Readable(Sheet.read(file.get().toArray(), request::claim));
        } catch (UnreadableSheet unreadable) {
            return new Content.Unreadable(String.valueOf(unreadable.getMessage()));
        }
    }
}
