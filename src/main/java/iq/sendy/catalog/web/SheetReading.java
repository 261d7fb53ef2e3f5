package iq.sendy.catalog.web;

import iq.sendy.catalog.Categories;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.body.Preparation;
import iq.sendy.platform.body.PreparationRequest;
import iq.sendy.platform.compute.ComputeKind;
import iq.sendy.platform.compute.ComputePool;
import iq.sendy.platform.sheets.Sheet;
import iq.sendy.platform.sheets.UnreadableSheet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the file of an import, where one was sent: unpacking a large one takes too long for a transaction. */
@Component
class SheetReading implements Preparation<SheetReading.Content> {

    private final Categories categoryTree;
    private final ImageAddresses images;
    private final ComputePool compute;

    SheetReading(Categories categoryTree, ImageAddresses images, ComputePool compute) {
        this.categoryTree = categoryTree;
        this.images = images;
        this.compute = compute;
    }

    /** What was found in the file. */
    sealed interface Content {

        record Lines(ProductSheet.ProductLines lines) implements Content {}

        @RefusedWith(code = "file.unreadable", field = "file")
        record Unreadable(Violation why) implements Content, Refusal {

            @Override
            public List<Violation> violations() {
                return List.of(why);
            }
        }
    }

    @Override
    public @Nullable Content prepare(PreparationRequest request) {
        var file = request.form(Sheet.MOST_BYTES).file("file");
        if (file.isEmpty()) {
            return null;
        }
        var caller = request.caller();
        var bytes = file.get().toArray();
        var categories = categoryTree.idsByName(caller.store());
        try {
            return compute.run(ComputeKind.SHEET, () -> {
                var rows = Sheet.read(bytes, request::claim);
                var sheet = new ProductSheet(rows, categories, caller.currency(), images);
                var unfit = sheet.unfit();
                return unfit.isPresent() ? new Content.Unreadable(unfit.get()) : new Content.Lines(sheet.lines());
            });
        } catch (UnreadableSheet unreadable) {
            var message = String.valueOf(unreadable.getMessage());
            return new Content.Unreadable(Violation.at("file", "file.unreadable")
                    .said(unreadable.why().text(), unreadable.arguments())
                    .with("reason", message));
        }
    }
}
