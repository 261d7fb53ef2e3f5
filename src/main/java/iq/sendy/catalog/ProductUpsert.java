package iq.sendy.catalog;

import iq.sendy.catalog.store.CategoryStore;
import iq.sendy.catalog.store.ProductStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.BeforeCommit;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.tenancy.WriteConflict;
import iq.sendy.stores.StoreSettings;
import iq.sendy.stores.Stores;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Creating, updating and archiving products. Putting products on the shelf, changing them there, and taking them off
 * it.
 */
@Component
class ProductUpsert {

    /** So many rows go in one statement; a file may have a hundred thousand. */
    private static final int AT_ONCE = 2_000;

    private final ProductStore products;
    private final CategoryStore categories;
    private final Stores stores;
    private final ObjectProvider<Quantities> quantities;
    private final Pipeline pipeline;
    private final BeforeCommit beforeCommit;
    private final ProductEvents productEvents;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    ProductUpsert(
            ProductStore products,
            CategoryStore categories,
            Stores stores,
            ObjectProvider<Quantities> quantities,
            Pipeline pipeline,
            BeforeCommit beforeCommit,
            ProductEvents productEvents,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.products = products;
        this.categories = categories;
        this.stores = stores;
        this.quantities = quantities;
        this.pipeline = pipeline;
        this.beforeCommit = beforeCommit;
        this.productEvents = productEvents;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** Adds a product, or changes the one that has its SKU. */
    SaveProductResult one(StoreId store, Actor actor, SaveProduct command) {
        return many(store, actor, List.of(command), SaveMode.PARTIAL).getFirst();
    }

    /** As {@link #one}, for many with different SKUs; every refusal is known before the first write. */
    List<SaveProductResult> many(StoreId store, Actor actor, List<SaveProduct> commands, SaveMode mode) {
        var skus = commands.stream()
                .map(command -> Objects.requireNonNull(command.sku().value()))
                .toList();
        var found = products.lockBySku(store, skus);
        var known = ask(store, commands, found);
        var bySku = found.answer().stream().collect(Collectors.toMap(ProductView::sku, Function.identity()));
        var now = clock.instant();
        var plans = new ArrayList<UpsertPlan>();
        for (var i = 0; i < commands.size(); i++) {
            plans.add(plan(commands.get(i), bySku.get(skus.get(i)), known, now));
        }
        var refused = plans.stream().anyMatch(plan -> plan.refused() != null);
        if (mode == SaveMode.TRIAL || (refused && mode == SaveMode.ALL_OR_NOTHING)) {
            return plans.stream().map(UpsertPlan::foreseen).toList();
        }
        var results = new ArrayList<SaveProductResult>();
        for (var from = 0; from < plans.size(); from += AT_ONCE) {
            var some = plans.subList(from, Math.min(from + AT_ONCE, plans.size()));
            results.addAll(carryOut(store, actor, some, known.settings(), now));
        }
        return results;
    }

    /** Changes a product, its SKU too. */
    SaveProductResult change(StoreId store, Actor actor, UUID product, SaveProduct command) {
        var found = products.lock(store, product);
        var known = ask(store, List.of(command), found);
        if (found.first().isEmpty()) {
            return new SaveProductResult.NoSuchProduct();
        }
        var before = found.single();
        if (known.lacksCategoryOf(command)) {
            return new SaveProductResult.NoSuchCategory();
        }
        if (before.archived()) {
            return new SaveProductResult.Archived();
        }
        var now = clock.instant();
        var after = command.over(before, now);
        if (!after.sku().equals(before.sku())) {
            var taken = products.skusKnown(store, List.of(after.sku()));
            pipeline.send(taken);
            if (taken.first().isPresent()) {
                return new SaveProductResult.SkuTaken();
            }
        }
        try {
            return carryOut(store, actor, List.of(new UpsertPlan(before, after, null)), known.settings(), now)
                    .getFirst();
        } catch (DuplicateKeyException since) {
            // one_product_per_sku: taken after we looked. The step starts over and then finds it taken.
            throw new WriteConflict("the SKU was taken meanwhile");
        }
    }

    /** Takes a product off the shelf; a second time it only answers it. */
    Optional<StockedProduct> archive(StoreId store, Actor actor, UUID product) {
        var found = products.lock(store, product);
        var settings = stores.settings(store);
        var quantity = quantities.getObject().availableOf(store, List.of(product));
        pipeline.send(found, settings, quantity);
        if (found.first().isEmpty()) {
            return Optional.empty();
        }
        var before = found.single();
        var available = available(before, quantity.answer());
        if (before.archived()) {
            return Optional.of(new StockedProduct(before, available));
        }
        var now = clock.instant();
        var after = before.archived(now);
        pipeline.send(products.update(store, List.of(after)));
        beforeCommit.add(BeforeCommit.LockOrder.SEQUENCE, products.listed(store, -1));
        productEvents.changed(
                store,
                actor,
                settings.first().orElse(StoreSettings.DEFAULTS),
                List.of(new ProductChange(before, after, available)),
                now);
        return Optional.of(new StockedProduct(after, available));
    }

    /** From its first quantity on a product of which nothing was stated is tracked. */
    void count(StoreId store, Actor actor, List<UUID> counted) {
        var now = clock.instant();
        var fresh = products.count(store, counted, now);
        var settings = stores.settings(store);
        var quantity = quantities.getObject().availableOf(store, counted);
        pipeline.send(fresh, settings, quantity);
        var changes = fresh.answer().stream()
                .filter(product -> product.trackStated() == null)
                .map(product -> new ProductChange(product, product, available(product, quantity.answer())))
                .toList();
        if (!changes.isEmpty()) {
            productEvents.changed(store, actor, settings.first().orElse(StoreSettings.DEFAULTS), changes, now);
        }
    }

    /** What was found out before anything is written. */
    private record Known(StoreSettings settings, Set<UUID> categories) {

        boolean lacksCategoryOf(SaveProduct command) {
            var category = command.categoryId().value();
            return category != null && !categories.contains(category);
        }
    }

    private Known ask(StoreId store, List<SaveProduct> commands, Query<ProductView> found) {
        var wanted = commands.stream()
                .map(command -> command.categoryId().value())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var settings = stores.settings(store);
        var parts = new ArrayList<Query<?>>(List.of(found, stores.currencyHeld(store), settings));
        var held = categories.hold(store, wanted);
        if (!wanted.isEmpty()) {
            parts.add(held);
        }
        pipeline.send(parts);
        var rules = settings.first().orElse(StoreSettings.DEFAULTS);
        if (commands.stream().anyMatch(command -> command.currency() != rules.currency())) {
            throw new WriteConflict("a change of the store's currency");
        }
        return new Known(rules, wanted.isEmpty() ? Set.of() : new HashSet<>(held.answer()));
    }

    private UpsertPlan plan(SaveProduct command, @Nullable ProductView before, Known known, Instant now) {
        if (known.lacksCategoryOf(command)) {
            return UpsertPlan.refused(new SaveProductResult.NoSuchCategory());
        }
        if (before != null) {
            return new UpsertPlan(before, command.over(before, now), null);
        }
        return command.name().value() == null
                ? UpsertPlan.refused(new SaveProductResult.NameMissing())
                : new UpsertPlan(null, command.fresh(uuidGenerator.next(), now), null);
    }

    private List<SaveProductResult> carryOut(
            StoreId store, Actor actor, List<UpsertPlan> plans, StoreSettings settings, Instant now) {
        var fresh = plans.stream()
                .filter(UpsertPlan::fresh)
                .map(UpsertPlan::after)
                .map(Objects::requireNonNull)
                .toList();
        var changed = plans.stream()
                .filter(UpsertPlan::changes)
                .map(UpsertPlan::after)
                .map(Objects::requireNonNull)
                .toList();
        var available = write(store, plans, fresh, changed);
        var changes = new ArrayList<ProductChange>();
        var results = new ArrayList<SaveProductResult>();
        for (var plan : plans) {
            var after = plan.after();
            if (after == null) {
                results.add(Objects.requireNonNull(plan.refused()));
                continue;
            }
            var left = !after.tracked() ? null : plan.fresh() ? first(after) : available.getOrDefault(after.id(), 0L);
            if (plan.fresh() || plan.changes()) {
                changes.add(new ProductChange(plan.before(), after, left));
            }
            results.add(new SaveProductResult.Saved(new StockedProduct(after, left), plan.fresh()));
        }
        var more = plans.stream().filter(UpsertPlan::listsOneMore).count();
        if (more > 0) {
            beforeCommit.add(BeforeCommit.LockOrder.SEQUENCE, products.listed(store, more));
        }
        if (!changes.isEmpty()) {
            productEvents.changed(store, actor, settings, changes, now);
        }
        return results;
    }

    /** Writes what is new and what changed, and asks in the same trip how many pieces there are of the old ones. */
    private Map<UUID, Long> write(
            StoreId store, List<UpsertPlan> plans, List<ProductView> fresh, List<ProductView> changed) {
        var parts = new ArrayList<Query<?>>();
        var inserted = products.insert(store, fresh);
        if (!fresh.isEmpty()) {
            parts.add(inserted);
        }
        if (!changed.isEmpty()) {
            parts.add(products.update(store, changed));
        }
        var old = plans.stream()
                .map(UpsertPlan::before)
                .filter(Objects::nonNull)
                .map(ProductView::id)
                .toList();
        var quantity = quantities.getObject().availableOf(store, old);
        if (!old.isEmpty()) {
            parts.add(quantity);
        }
        pipeline.send(parts);
        if (!fresh.isEmpty() && inserted.answer().size() < fresh.size()) {
            throw new WriteConflict("another product with the same SKU");
        }
        var available = new HashMap<UUID, Long>();
        if (!old.isEmpty()) {
            quantity.answer().forEach(each -> available.put(each.productId(), each.available()));
        }
        return available;
    }

    private static long first(ProductView product) {
        return product.initialQuantity() == null ? 0 : product.initialQuantity();
    }

    static @Nullable Long available(ProductView product, List<Quantities.Quantity> quantities) {
        if (!product.tracked()) {
            return null;
        }
        return quantities.stream()
                .filter(each -> each.productId().equals(product.id()))
                .map(Quantities.Quantity::available)
                .findFirst()
                .orElse(0L);
    }
}
