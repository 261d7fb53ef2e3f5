package iq.sendy.catalog;

import iq.sendy.catalog.ProductImport.ImportedProduct;
import iq.sendy.catalog.ProductSheet.ProductLine;
import iq.sendy.catalog.ProductSheet.ProductLines;
import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.Currency;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.compute.ComputeKind;
import iq.sendy.platform.compute.ComputePool;
import iq.sendy.platform.sheets.Sheet;
import iq.sendy.platform.sheets.UnreadableSheet;
import java.util.ArrayList;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Products out of a file: it is read first, and then tried or stored. */
@Service
public class ProductImports {

    /** The most that a file may have. */
    public static final int MOST_BYTES = Sheet.MOST_BYTES;

    private final Categories categoryTree;
    private final Products products;
    private final ImageAddresses images;
    private final ComputePool compute;

    ProductImports(Categories categoryTree, Products products, ImageAddresses images, ComputePool compute) {
        this.categoryTree = categoryTree;
        this.products = products;
        this.images = images;
        this.compute = compute;
    }

    /**
     * Reads a file, outside of any transaction: to unpack a large one takes too long for it.
     *
     * @param room is told of the memory that the rows will take, before they are there; it refuses by throwing
     */
    public ProductFile read(StoreId store, Currency currency, Bytes file, LongConsumer room) {
        var bytes = file.toArray();
        var categories = categoryTree.idsByName(store);
        try {
            return compute.run(ComputeKind.SHEET, () -> {
                var sheet = new ProductSheet(Sheet.read(bytes, room), categories, currency, images);
                var unfit = sheet.unfit();
                return unfit.isPresent()
                        ? new ProductFile.Unreadable(unfit.get())
                        : new ProductFile.Lines(sheet.lines());
            });
        } catch (UnreadableSheet unreadable) {
            var message = String.valueOf(unreadable.getMessage());
            return new ProductFile.Unreadable(Violation.at("file", "file.unreadable")
                    .said(unreadable.why().text(), unreadable.arguments())
                    .with("reason", message));
        }
    }

    /** Stores all rows or, where one is wrong and they were not to be stored in part, none, and says what would have been. */
    @Transactional
    public ProductImport run(StoreId store, Actor actor, ProductLines lines, SaveMode mode) {
        var problems = new Violations();
        problems.addAll(lines.problems().faults());
        problems.addAll(lines.namesMissing(skus -> products.knownSkus(store, skus)));
        var doomed = mode == SaveMode.ALL_OR_NOTHING && !problems.isEmpty();
        var commands = lines.good().stream().map(ProductLine::command).toList();
        var results = products.saveAll(store, actor, commands, doomed ? SaveMode.TRIAL : mode);
        var rows = new ArrayList<ImportedProduct>();
        for (var i = 0; i < results.size(); i++) {
            var line = lines.good().get(i);
            switch (results.get(i)) {
                case SaveProduct.Result.Saved(var saved, var fresh) ->
                    rows.add(new ImportedProduct(line.row(), saved.product(), fresh));
                case SaveProduct.Result.NoSuchCategory _ -> problems.add(line.fault("categoryId", "category.unknown"));
                case SaveProduct.Result.NameMissing _ -> problems.add(line.fault("name", "field.required"));
                case SaveProduct.Result.NoSuchProduct _, SaveProduct.Result.SkuTaken _, SaveProduct.Result.Archived _ ->
                    throw new IllegalStateException("An import names products by their SKU alone");
            }
        }
        return new ProductImport(rows, lines.all() - rows.size(), problems.faults(), lines.ignoredColumns());
    }
}
