package iq.sendy.catalog.web;

import iq.sendy.catalog.ProductFile;
import iq.sendy.catalog.ProductImport;
import iq.sendy.catalog.ProductImports;
import iq.sendy.catalog.ProductRequest;
import iq.sendy.catalog.ProductSheet;
import iq.sendy.catalog.SaveMode;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.AnswerWriter;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Envelope;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.MultipartForm;
import iq.sendy.platform.body.Prepared;
import iq.sendy.platform.body.QueryParameters;
import iq.sendy.platform.body.Upload;
import iq.sendy.platform.sheets.Sheet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;

/** Product import from a CSV or XLSX file. */
@StoreController
class ProductImportController {

    private final ProductImports imports;
    private final AnswerWriter writer;

    ProductImportController(ProductImports imports, AnswerWriter writer) {
        this.imports = imports;
        this.writer = writer;
    }

    /** How to import; the same names may be fields of the form. */
    record Options(@Nullable Boolean dryRun, @Nullable Boolean partial) {}

    /**
     * What came of an import.
     *
     * @param failed rows that were not stored, or would not be
     * @param ignoredColumns the headers of columns that mean nothing here
     * @param errors what is wrong with them, {@code field} being {@code rows[7].price} for the sheet's row 7
     */
    record ImportBody(
            boolean dryRun,
            int created,
            int updated,
            int failed,
            List<String> ignoredColumns,
            List<Envelope.ErrorItem> errors) {}

    @PostMapping("/catalog/products/import")
    @Upload(most = Sheet.MOST_BYTES)
    @Allows(permission = "products.manage", scope = "catalog:write")
    @Describes(
            value =
                    "Add and change products from a CSV or XLSX file, sent as the form's part file: all or, unless partial, none",
            refuses = {ProductFile.class, ProductSheet.class, ProductRequest.class, ProductImport.class})
    Answer<ImportBody> read(
            @QueryParameters Options options,
            @Prepared(by = SheetReading.class) @Nullable ProductFile file,
            Caller caller,
            Actor actor,
            HttpServletRequest request) {
        var multipartForm = MultipartForm.of(request, Sheet.MOST_BYTES);
        var violations = new Violations();
        var trial = chosen(options.dryRun(), multipartForm.flag("dryRun", violations));
        var partial = chosen(options.partial(), multipartForm.flag("partial", violations));
        var lines = lines(file, violations);
        var mode = mode(trial, partial);
        var done = imports.run(caller.store(), actor, lines, mode);
        if (!done.problems().isEmpty() && mode == SaveMode.ALL_OR_NOTHING) {
            return Answer.refused(HttpStatus.BAD_REQUEST, done.problems());
        }
        return Answer.ok(
                "product.imported",
                new ImportBody(
                        trial,
                        done.created(),
                        done.updated(),
                        done.failed(),
                        done.ignoredColumns(),
                        writer.errors(done.problems(), writer.language(request))));
    }

    private static SaveMode mode(boolean trial, boolean partial) {
        if (trial) {
            return SaveMode.TRIAL;
        }
        return partial ? SaveMode.PARTIAL : SaveMode.ALL_OR_NOTHING;
    }

    private static boolean chosen(@Nullable Boolean query, @Nullable Boolean field) {
        return Boolean.TRUE.equals(query) || Boolean.TRUE.equals(field);
    }

    private static ProductSheet.ProductLines lines(@Nullable ProductFile file, Violations violations) {
        switch (file) {
            case ProductFile.Lines(var lines) -> {
                violations.refuseIfAny();
                return lines;
            }
            case ProductFile.Unreadable unreadable -> violations.addAll(unreadable.violations());
            case null -> violations.add("file", "field.required");
        }
        violations.refuseIfAny();
        throw new IllegalStateException("Refused before");
    }
}
