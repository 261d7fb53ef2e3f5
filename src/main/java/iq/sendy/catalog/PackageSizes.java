package iq.sendy.catalog;

import iq.sendy.catalog.store.CatalogLock;
import iq.sendy.catalog.store.PackageSizeStore;
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
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Package sizes of a store. Whoever makes another one the default comes one after the other, so that one takes over. */
@Service
public class PackageSizes {

    private static final String TYPE = "package_size";

    private final PackageSizeStore sizes;
    private final Pipeline pipeline;
    private final Audit audit;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    PackageSizes(PackageSizeStore sizes, Pipeline pipeline, Audit audit, UuidGenerator uuidGenerator, Clock clock) {
        this.sizes = sizes;
        this.pipeline = pipeline;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<PackageSize> list(StoreId store, Paging paging) {
        return sizes.list(store).page(pipeline, paging);
    }

    /** Whether there is one; it shares a trip. */
    public Query<Boolean> any(StoreId store) {
        return sizes.any(store);
    }

    /** A package size by its id, as a query that shares a trip. */
    public Query<PackageSize> query(StoreId store, UUID size) {
        return sizes.find(store, size);
    }

    @Transactional(readOnly = true)
    public Optional<PackageSize> find(StoreId store, UUID size) {
        return pipeline.ask(sizes.find(store, size)).first();
    }

    /** A new default takes over. */
    @Transactional
    public PackageSize add(StoreId store, Actor actor, SavePackageSize command) {
        return add(store, actor, uuidGenerator.next(), command);
    }

    /**
     * As {@link #add}, under an id that its form was given: however often that is sent, one is there. What was sent
     * otherwise under that id, as after going back to the form, is another size.
     */
    @Transactional
    public PackageSize addOnce(StoreId store, Actor actor, UUID id, SavePackageSize command) {
        var made = pipeline.ask(sizes.find(store, id)).first();
        if (made.isPresent()) {
            return command.changesNothingOf(made.get()) ? made.get() : add(store, actor, command);
        }
        return WriteConflict.onDuplicateKey("the same form", () -> add(store, actor, id, command));
    }

    private PackageSize add(StoreId store, Actor actor, UUID id, SavePackageSize command) {
        var size = command.fresh(id, clock.instant());
        var trip = pipeline.open();
        if (size.isDefault()) {
            CatalogLock.PACKAGE_SIZES.take(trip, store);
            trip.add(sizes.clearDefault(store, size.id(), size.createdAt()));
        }
        trip.add(sizes.insert(store, size));
        trip.send();
        audit.record(store, actor, Change.created(TYPE, size.id(), size));
        return size;
    }

    /** Empty when there is no such size. */
    @Transactional
    public Optional<PackageSize> change(StoreId store, Actor actor, UUID id, SavePackageSize command) {
        var trip = pipeline.open();
        CatalogLock.PACKAGE_SIZES.take(trip, store);
        var found = trip.add(sizes.find(store, id));
        trip.send();
        return found.first().map(before -> {
            var after = command.over(before, clock.instant());
            trip.addIf(
                    after.isDefault() && !before.isDefault(), () -> sizes.clearDefault(store, id, after.updatedAt()));
            trip.add(sizes.update(store, after));
            trip.send();
            audit.record(store, actor, Change.updated(TYPE, id, before, after));
            return after;
        });
    }

    /** False when there is no such size. */
    @Transactional
    public boolean delete(StoreId store, Actor actor, UUID id) {
        var trip = pipeline.open();
        CatalogLock.PACKAGE_SIZES.take(trip, store);
        var found = trip.add(sizes.find(store, id));
        trip.add(sizes.delete(store, id));
        trip.send();
        found.first().ifPresent(size -> audit.record(store, actor, Change.deleted(TYPE, id, size)));
        return found.any();
    }
}
