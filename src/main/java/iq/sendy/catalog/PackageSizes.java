package iq.sendy.catalog;

import iq.sendy.catalog.store.PackageSizeStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.StoreLock;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Package sizes. What parcels are packed in. Whoever changes package sizes takes turns, so that a new default takes
 * over cleanly.
 */
@Component
class PackageSizes {

    private static final String LOCK = "catalog.package_sizes";

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

    Page<PackageSize> list(StoreId store, Paging paging) {
        var cursor = paging.cursor();
        var cut = cursor == null ? 0 : cursor.indexOf('_');
        var found = sizes.list(
                store,
                cursor == null ? null : Instant.ofEpochMilli(Long.parseLong(cursor.substring(0, cut))),
                cursor == null ? null : UUID.fromString(cursor.substring(cut + 1)),
                paging.offset(),
                paging.pageSize() + 1);
        var total = sizes.count(store);
        pipeline.send(found, total);
        return Page.of(
                paging, found.answer(), total.single(), size -> size.createdAt().toEpochMilli() + "_" + size.id());
    }

    Query<PackageSize> find(StoreId store, UUID size) {
        return sizes.find(store, size);
    }

    PackageSize add(StoreId store, Actor actor, SavePackageSize command) {
        var size = command.fresh(uuidGenerator.next(), clock.instant());
        var parts = new ArrayList<Query<?>>();
        if (size.isDefault()) {
            parts.add(StoreLock.take(store, LOCK));
            parts.add(sizes.clearDefault(store, size.id(), size.createdAt()));
        }
        parts.add(sizes.insert(store, size));
        pipeline.send(parts);
        audit.record(store, actor, new Audit.Change("package_size.created", "package_size", size.id(), null, size));
        return size;
    }

    /** Empty when there is no such size. */
    Optional<PackageSize> change(StoreId store, Actor actor, UUID id, SavePackageSize command) {
        var found = sizes.find(store, id);
        pipeline.send(StoreLock.take(store, LOCK), found);
        if (found.first().isEmpty()) {
            return Optional.empty();
        }
        var before = found.single();
        var after = command.over(before, clock.instant());
        var parts = new ArrayList<Query<?>>();
        if (after.isDefault() && !before.isDefault()) {
            parts.add(sizes.clearDefault(store, id, after.updatedAt()));
        }
        parts.add(sizes.update(store, after));
        pipeline.send(parts);
        audit.record(store, actor, new Audit.Change("package_size.updated", "package_size", id, before, after));
        return Optional.of(after);
    }

    /** False when there is no such size. */
    boolean delete(StoreId store, Actor actor, UUID id) {
        var found = sizes.find(store, id);
        var deleted = sizes.delete(store, id);
        pipeline.send(StoreLock.take(store, LOCK), found, deleted);
        if (deleted.first().isEmpty()) {
            return false;
        }
        audit.record(store, actor, new Audit.Change("package_size.deleted", "package_size", id, found.single(), null));
        return true;
    }
}
