package iq.sendy.catalog.web;

import iq.sendy.catalog.ProductFile;
import iq.sendy.catalog.ProductImports;
import iq.sendy.platform.body.Preparation;
import iq.sendy.platform.body.PreparationRequest;
import iq.sendy.platform.sheets.Sheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the file of an import, where one was sent: unpacking a large one takes too long for a transaction. */
@Component
class SheetReading implements Preparation<ProductFile> {

    private final ProductImports imports;

    SheetReading(ProductImports imports) {
        this.imports = imports;
    }

    @Override
    public @Nullable ProductFile prepare(PreparationRequest request) {
        var caller = request.caller();
        return request.form(Sheet.MOST_BYTES)
                .file("file")
                .map(file -> imports.read(caller.store(), caller.currency(), file, request::claim))
                .orElse(null);
    }
}
