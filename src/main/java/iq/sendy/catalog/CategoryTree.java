package iq.sendy.catalog;

import iq.sendy.catalog.store.CategoryStore;
import iq.sendy.kernel.SearchText;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.StoreLock;
import iq.sendy.platform.tenancy.WriteConflict;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Category tree. Sorting products into a tree of categories. Whoever changes the tree takes turns, or two moves could
 * close a circle.
 */
@Component
class CategoryTree {

    private static final String LOCK = "catalog.categories";

    /** No shop has more categories than it could ever look through. */
    private static final int MOST_NAMES = 10_000;

    private final CategoryStore categories;
    private final Pipeline pipeline;
    private final Audit audit;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    CategoryTree(CategoryStore categories, Pipeline pipeline, Audit audit, UuidGenerator uuidGenerator, Clock clock) {
        this.categories = categories;
        this.pipeline = pipeline;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    Page<CategoryView> list(StoreId store, Paging paging) {
        var cursor = paging.cursor();
        var cut = cursor == null ? 0 : cursor.indexOf('_');
        var found = categories.list(
                store,
                cursor == null ? null : Long.parseLong(cursor.substring(0, cut)),
                cursor == null ? null : UUID.fromString(cursor.substring(cut + 1)),
                paging.offset(),
                paging.pageSize() + 1);
        var total = categories.count(store);
        pipeline.send(found, total);
        return Page.of(paging, found.answer(), total.single(), category -> category.sortOrder() + "_" + category.id());
    }

    Optional<CategoryView> find(StoreId store, UUID category) {
        var found = categories.find(store, category);
        pipeline.send(found);
        return found.first();
    }

    /** Whether a category would hold itself, below that parent. */
    boolean cycle(StoreId store, UUID category, UUID parent) {
        var cycle = categories.holds(store, category, parent);
        pipeline.send(cycle);
        return cycle.single();
    }

    Map<String, UUID> byName(StoreId store) {
        var found = categories.list(store, null, null, 0, MOST_NAMES);
        pipeline.send(found);
        var ids = new HashMap<String, UUID>();
        found.answer().forEach(category -> ids.putIfAbsent(SearchText.fold(category.name()), category.id()));
        return ids;
    }

    SaveCategoryResult add(StoreId store, Actor actor, SaveCategory command) {
        var category = command.fresh(uuidGenerator.next(), clock.instant());
        var parent = category.parentCategoryId();
        if (parent != null) {
            var found = categories.find(store, parent);
            pipeline.send(StoreLock.take(store, LOCK), found);
            if (found.first().isEmpty()) {
                return new SaveCategoryResult.NoSuchParent();
            }
        }
        pipeline.send(categories.insert(store, category));
        audit.record(store, actor, new Audit.Change("category.created", "category", category.id(), null, category));
        return new SaveCategoryResult.Saved(category);
    }

    SaveCategoryResult change(StoreId store, Actor actor, UUID id, SaveCategory command) {
        var parent = command.parentCategoryId().value();
        var found = categories.lock(store, id);
        var above = categories.find(store, parent == null ? id : parent);
        var cycle = categories.holds(store, id, parent == null ? id : parent);
        var parts = new ArrayList<Query<?>>();
        parts.add(StoreLock.take(store, LOCK));
        parts.add(found);
        if (parent != null) {
            parts.add(above);
            parts.add(cycle);
        }
        pipeline.send(parts);
        if (found.first().isEmpty()) {
            return new SaveCategoryResult.NoSuchCategory();
        }
        if (parent != null && above.first().isEmpty()) {
            return new SaveCategoryResult.NoSuchParent();
        }
        if (parent != null && cycle.single()) {
            return new SaveCategoryResult.Cycle();
        }
        var before = found.single();
        var after = command.over(before, clock.instant());
        pipeline.send(categories.update(store, after));
        audit.record(store, actor, new Audit.Change("category.updated", "category", id, before, after));
        return new SaveCategoryResult.Saved(after);
    }

    DeleteCategoryResult delete(StoreId store, Actor actor, UUID id) {
        var found = categories.lock(store, id);
        var used = categories.inUse(store, id);
        pipeline.send(StoreLock.take(store, LOCK), found, used);
        if (found.first().isEmpty()) {
            return new DeleteCategoryResult.NoSuchCategory();
        }
        if (used.single()) {
            return new DeleteCategoryResult.InUse();
        }
        try {
            pipeline.send(categories.empty(store, id), categories.delete(store, id));
        } catch (DataIntegrityViolationException since) {
            // An archived product of it came back at this moment. The step starts over and finds the category in use.
            throw new WriteConflict("a product of the category came back meanwhile");
        }
        audit.record(store, actor, new Audit.Change("category.deleted", "category", id, found.single(), null));
        return new DeleteCategoryResult.Deleted();
    }
}
