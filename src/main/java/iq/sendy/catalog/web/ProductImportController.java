package iq.sendy.catalog.web;

import iq.sendy.catalog.Products;
import iq.sendy.catalog.SaveMode;
import iq.sendy.catalog.SaveProduct;
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

    private final Products products;
    private final AnswerWriter writer;

    ProductImportController(Products products, AnswerWriter writer) {
        this.products = products;
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
            refuses = {
                SheetReading.Content.class,
                ProductSheet.class,
                ProductRequest.class,
                SaveProduct.Result.NoSuchCategory.class
            })
    Answer<ImportBody> read(
            @QueryParameters Options options,
            @Prepared(by = SheetReading.class) SheetReading.@Nullable Content file,
            Caller caller,
            Actor actor,
            HttpServletRequest request) {
        var multipartForm = MultipartForm.of(request, Sheet.MOST_BYTES);
        var violations = new Violations();
        var trial = chosen(options.dryRun(), multipartForm.flag("dryRun", violations));
        var partial = chosen(options.partial(), multipartForm.flag("partial", violations));
        var lines = lines(file, violations);
        lines.nameMissing(skus -> products.knownSkus(caller.store(), skus));
        var mode = trial || (!lines.problems().isEmpty() && !partial) ? SaveMode.TRIAL : mode(partial);
        var commands =
                lines.good().stream().map(ProductSheet.ProductLine::command).toList();
        return answer(lines, products.saveAll(caller.store(), actor, commands, mode), trial, partial, request);
    }

    private static SaveMode mode(boolean partial) {
        return partial ? SaveMode.PARTIAL : SaveMode.ALL_OR_NOTHING;
    }

    private static boolean chosen(@Nullable Boolean query, @Nullable Boolean field) {
        return Boolean.TRUE.equals(query) || Boolean.TRUE.equals(field);
    }

    private static ProductSheet.ProductLines lines(SheetReading.@Nullable Content file, Violations violations) {
        switch (file) {
            case SheetReading.Content.Lines(var lines) -> {
                violations.refuseIfAny();
                return lines;
            }
            case SheetReading.Content.Unreadable unreadable -> violations.addAll(unreadable.violations());
            case null -> violations.add("file", "field.required");
        }
        violations.refuseIfAny();
        throw new IllegalStateException("Refused before");
    }

    private Answer<ImportBody> answer(
            ProductSheet.ProductLines lines,
            List<SaveProduct.Result> results,
            boolean trial,
            boolean partial,
            HttpServletRequest request) {
        var violations = lines.problems();
        var created = 0;
        var updated = 0;
        for (var i = 0; i < results.size(); i++) {
            var line = lines.good().get(i);
            switch (results.get(i)) {
                case SaveProduct.Result.Saved(var _, var fresh) -> {
                    created += fresh ? 1 : 0;
                    updated += fresh ? 0 : 1;
                }
                case SaveProduct.Result.NoSuchCategory _ ->
                    violations.add(line.fault("categoryId", "category.unknown"));
                case SaveProduct.Result.NameMissing _ -> violations.add(line.fault("name", "field.required"));
                case SaveProduct.Result.NoSuchProduct _, SaveProduct.Result.SkuTaken _, SaveProduct.Result.Archived _ ->
                    throw new IllegalStateException("An import names products by their SKU alone");
            }
        }
        if (!violations.isEmpty() && !trial && !partial) {
            return Answer.refused(HttpStatus.BAD_REQUEST, violations.faults());
        }
        var body = new ImportBody(
                trial,
                created,
                updated,
                lines.all() - created - updated,
                lines.ignoredColumns(),
                writer.errors(violations.faults(), writer.language(request)));
        return Answer.ok("product.imported", body);
    }
}
