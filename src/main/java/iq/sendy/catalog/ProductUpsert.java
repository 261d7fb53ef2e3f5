package iq.sendy.catalog;

import iq.sendy.catalog.Quantities.Quantity;
import iq.sendy.catalog.store.CategoryStore;
import iq.sendy.catalog.store.ProductStore;
import iq.sendy.kernel.Currency;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.tenancy.WriteConflict;
import iq.sendy.stores.Settings;
import iq.sendy.stores.StoreSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Upsert of products, by SKU or by id. Every refusal is known before the first write. */
@Component
class ProductUpsert {

    /** So many rows go in one statement; a file may have a hundred thousand. */
    private static final int AT_ONCE = 2_000;

    private final ProductStore products;
    private final CategoryStore categories;
    private final ProductEvents productEvents;
    private final Quantities quantities;
    private final Settings storeSettings;
    private final Pipeline pipeline;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    ProductUpsert(
            ProductStore products,
            CategoryStore categories,
            ProductEvents productEvents,
            Quantities quantities,
            Settings storeSettings,
            Pipeline pipeline,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.products = products;
        this.categories = categories;
        this.productEvents = productEvents;
        this.quantities = quantities;
        this.storeSettings = storeSettings;
        this.pipeline = pipeline;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** Adds what has a new SKU and changes the others; the SKUs of the commands are different. */
    List<SaveProduct.Result> bySku(StoreId store, Actor actor, List<SaveProduct> commands, SaveMode mode) {
        var skus = commands.stream()
                .map(command -> Objects.requireNonNull(command.sku().value()))
                .toList();
        var found = products.lockBySku(store, skus);
        var context = read(store, commands, found);
        var bySku = found.answer().stream().collect(Collectors.toMap(ProductView::sku, Function.identity()));
        var now = clock.instant();
        var plans = new ArrayList<UpsertPlan>();
        for (var i = 0; i < commands.size(); i++) {
            plans.add(plan(commands.get(i), bySku.get(skus.get(i)), context, now));
        }
        var refused = plans.stream().anyMatch(plan -> plan.refused() != null);
        if (mode == SaveMode.TRIAL || (refused && mode == SaveMode.ALL_OR_NOTHING)) {
            return plans.stream().map(UpsertPlan::planned).toList();
        }
        var results = new ArrayList<SaveProduct.Result>();
        for (var from = 0; from < plans.size(); from += AT_ONCE) {
            var some = plans.subList(from, Math.min(from + AT_ONCE, plans.size()));
            results.addAll(carryOut(store, actor, some, context.currency(), now));
        }
        return results;
    }

    /** Changes a product, its SKU too. */
    SaveProduct.Result byId(StoreId store, Actor actor, UUID product, SaveProduct command) {
        var found = products.lock(store, product);
        var context = read(store, List.of(command), found);
        if (!found.any()) {
            return new SaveProduct.Result.NoSuchProduct();
        }
        var before = found.single();
        if (context.lacksCategoryOf(command)) {
            return new SaveProduct.Result.NoSuchCategory();
        }
        if (before.archived()) {
            return new SaveProduct.Result.Archived();
        }
        var now = clock.instant();
        var after = command.over(before, now);
        if (!after.sku().equals(before.sku())
                && pipeline.ask(products.knownSkus(store, List.of(after.sku()))).any()) {
            return new SaveProduct.Result.SkuTaken();
        }
        try {
            return carryOut(store, actor, List.of(new UpsertPlan(before, after, null)), context.currency(), now)
                    .getFirst();
        } catch (DuplicateKeyException since) {
            // one_product_per_sku: taken after we looked. The transaction starts over and then finds it taken.
            throw new WriteConflict("the SKU was taken meanwhile");
        }
    }

    /** What was read before anything is written. */
    private record UpsertContext(Currency currency, Set<UUID> categories) {

        boolean lacksCategoryOf(SaveProduct command) {
            var category = command.categoryId().value();
            return category != null && !categories.contains(category);
        }
    }

    private UpsertContext read(StoreId store, List<SaveProduct> commands, Query<ProductView> found) {
        var wanted = commands.stream()
                .map(command -> command.categoryId().value())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var trip = pipeline.open();
        trip.add(found);
        trip.add(storeSettings.holdCurrency(store));
        var settings = trip.add(storeSettings.query(store));
        var held = trip.addIf(!wanted.isEmpty(), () -> categories.hold(store, wanted));
        trip.send();
        var currency = settings.first().orElse(StoreSettings.DEFAULTS).currency();
        if (commands.stream().anyMatch(command -> command.currency() != currency)) {
            throw new WriteConflict("a change of the store's currency");
        }
        return new UpsertContext(currency, new HashSet<>(held.answer()));
    }

    private UpsertPlan plan(SaveProduct command, @Nullable ProductView before, UpsertContext context, Instant now) {
        if (context.lacksCategoryOf(command)) {
            return UpsertPlan.refused(new SaveProduct.Result.NoSuchCategory());
        }
        if (before != null) {
            return new UpsertPlan(before, command.over(before, now), null);
        }
        return command.name().value() == null
                ? UpsertPlan.refused(new SaveProduct.Result.NameMissing())
                : new UpsertPlan(null, command.fresh(uuidGenerator.next(), now), null);
    }

    private List<SaveProduct.Result> carryOut(
            StoreId store, Actor actor, List<UpsertPlan> plans, Currency currency, Instant now) {
        var available = write(store, plans);
        var changes = new ArrayList<ProductChange>();
        var results = new ArrayList<SaveProduct.Result>();
        for (var plan : plans) {
            var after = plan.after();
            if (after == null) {
                results.add(Objects.requireNonNull(plan.refused()));
                continue;
            }
            var left = plan.available(available);
            if (plan.fresh() || plan.changes()) {
                changes.add(new ProductChange(plan.before(), after, left));
            }
            results.add(new SaveProduct.Result.Saved(new StockedProduct(after, left), plan.fresh()));
        }
        productEvents.publish(store, actor, currency, changes, now);
        return results;
    }

    /** Writes what is new and what changed, and asks in the same trip how many pieces there are of the old ones. */
    private Map<UUID, Long> write(StoreId store, List<UpsertPlan> plans) {
        var fresh = plans.stream()
                .filter(UpsertPlan::fresh)
                .map(UpsertPlan::product)
                .toList();
        var changed = plans.stream()
                .filter(UpsertPlan::changes)
                .map(UpsertPlan::product)
                .toList();
        var old = plans.stream()
                .map(UpsertPlan::before)
                .filter(Objects::nonNull)
                .map(ProductView::id)
                .toList();
        var trip = pipeline.open();
        var inserted = trip.addIf(!fresh.isEmpty(), () -> products.insert(store, fresh));
        trip.addIf(!changed.isEmpty(), () -> products.update(store, changed));
        var quantity = trip.addIf(!old.isEmpty(), () -> quantities.availableOf(store, old));
        trip.send();
        if (inserted.answer().size() < fresh.size()) {
            throw new WriteConflict("another product with the same SKU");
        }
        return quantity.answer().stream().collect(Collectors.toMap(Quantity::productId, Quantity::available));
    }
}
