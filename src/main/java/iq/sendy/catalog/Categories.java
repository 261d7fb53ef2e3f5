package iq.sendy.catalog;

import iq.sendy.catalog.store.CatalogLock;
import iq.sendy.catalog.store.CategoryStore;
import iq.sendy.kernel.SearchText;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.tenancy.WriteConflict;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Category tree of a store. Whoever changes it comes one after the other, or two moves could close a circle. */
@Service
public class Categories {

    private static final String TYPE = "category";

    private final CategoryStore categories;
    private final Pipeline pipeline;
    private final Audit audit;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    Categories(CategoryStore categories, Pipeline pipeline, Audit audit, UuidGenerator uuidGenerator, Clock clock) {
        this.categories = categories;
        this.pipeline = pipeline;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** In the shop's own order. */
    @Transactional(readOnly = true)
    public Page<CategoryView> list(StoreId store, Paging paging) {
        return categories.list(store).page(pipeline, paging);
    }

    /** As {@link #list}, without pages. */
    @Transactional(readOnly = true)
    public List<CategoryView> all(StoreId store) {
        return pipeline.ask(categories.all(store)).answer();
    }

    /** Whether there is one; it shares a trip. */
    public Query<Boolean> any(StoreId store) {
        return categories.any(store);
    }

    @Transactional(readOnly = true)
    public Optional<CategoryView> find(StoreId store, UUID category) {
        return pipeline.ask(categories.find(store, category)).first();
    }

    /** Whether a category would stand below itself, were that its parent. */
    @Transactional(readOnly = true)
    public boolean wouldCycle(StoreId store, UUID category, UUID parent) {
        return pipeline.ask(categories.holds(store, category, parent)).single();
    }

    /** The ids of a store's categories by their folded names; of several with one name the first in the shop's order. */
    @Transactional(readOnly = true)
    public Map<String, UUID> idsByName(StoreId store) {
        var ids = new HashMap<String, UUID>();
        for (var category : pipeline.ask(categories.all(store)).answer()) {
            ids.putIfAbsent(SearchText.fold(category.name()), category.id());
        }
        return ids;
    }

    @Transactional
    public SaveCategory.Result add(StoreId store, Actor actor, SaveCategory command) {
        return add(store, actor, uuidGenerator.next(), command);
    }

    /**
     * As {@link #add}, under an id that its form was given: however often that is sent, one is there. What was sent
     * otherwise under that id, as after going back to the form, is another category.
     */
    @Transactional
    public SaveCategory.Result addOnce(StoreId store, Actor actor, UUID id, SaveCategory command) {
        var made = pipeline.ask(categories.find(store, id)).first();
        if (made.isPresent()) {
            return command.changesNothingOf(made.get())
                    ? new SaveCategory.Result.Saved(made.get())
                    : add(store, actor, command);
        }
        return WriteConflict.onDuplicateKey("the same form", () -> add(store, actor, id, command));
    }

    private SaveCategory.Result add(StoreId store, Actor actor, UUID id, SaveCategory command) {
        var category = command.fresh(id, clock.instant());
        var parent = category.parentCategoryId();
        if (parent != null) {
            var trip = pipeline.open();
            CatalogLock.CATEGORIES.take(trip, store);
            var found = trip.add(categories.find(store, parent));
            trip.send();
            if (!found.any()) {
                return new SaveCategory.Result.NoSuchParent();
            }
        }
        pipeline.send(categories.insert(store, category));
        audit.record(store, actor, Change.created(TYPE, category.id(), category));
        return new SaveCategory.Result.Saved(category);
    }

    @Transactional
    public SaveCategory.Result change(StoreId store, Actor actor, UUID id, SaveCategory command) {
        var parent = command.parentCategoryId().value();
        var trip = pipeline.open();
        CatalogLock.CATEGORIES.take(trip, store);
        var found = trip.add(categories.lock(store, id));
        var above = parent == null ? null : trip.add(categories.find(store, parent));
        var cycle = parent == null ? null : trip.add(categories.holds(store, id, parent));
        trip.send();
        if (!found.any()) {
            return new SaveCategory.Result.NoSuchCategory();
        }
        if (above != null && !above.any()) {
            return new SaveCategory.Result.NoSuchParent();
        }
        if (cycle != null && cycle.single()) {
            return new SaveCategory.Result.Cycle();
        }
        var before = found.single();
        var after = command.over(before, clock.instant());
        pipeline.send(categories.update(store, after));
        audit.record(store, actor, Change.updated(TYPE, id, before, after));
        return new SaveCategory.Result.Saved(after);
    }

    @Transactional
    public DeleteCategory.Result delete(StoreId store, Actor actor, DeleteCategory command) {
        var id = command.category();
        var trip = pipeline.open();
        CatalogLock.CATEGORIES.take(trip, store);
        var found = trip.add(categories.lock(store, id));
        var used = trip.add(categories.inUse(store, id));
        trip.send();
        if (!found.any()) {
            return new DeleteCategory.Result.NoSuchCategory();
        }
        if (used.single()) {
            return new DeleteCategory.Result.InUse();
        }
        try {
            pipeline.send(categories.clearFromArchived(store, id), categories.delete(store, id));
        } catch (DataIntegrityViolationException since) {
            // An archived product of it came back at this moment. The transaction starts over and finds the category in
            // use.
            throw new WriteConflict("a product of the category came back meanwhile");
        }
        audit.record(store, actor, Change.deleted(TYPE, id, found.single()));
        return new DeleteCategory.Result.Deleted();
    }
}
