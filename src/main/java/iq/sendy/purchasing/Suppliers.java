package iq.sendy.purchasing;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.tenancy.WriteConflict;
import iq.sendy.purchasing.Supplier.SupplierDetails;
import iq.sendy.purchasing.store.SupplierStore;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Suppliers of a store, each with what is owed to it. */
@Service
public class Suppliers {

    private static final String TYPE = "supplier";

    private final SupplierStore suppliers;
    private final Pipeline pipeline;
    private final Audit audit;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    Suppliers(SupplierStore suppliers, Pipeline pipeline, Audit audit, UuidGenerator uuidGenerator, Clock clock) {
        this.suppliers = suppliers;
        this.pipeline = pipeline;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** Newest first; {@code q} is a part of a name, company, e-mail address or phone. */
    @Transactional(readOnly = true)
    public Page<Supplier> list(StoreId store, @Nullable String q, Paging paging) {
        return suppliers.list(store, q).page(pipeline, paging);
    }

    @Transactional(readOnly = true)
    public Optional<Supplier> find(StoreId store, UUID id) {
        return pipeline.ask(suppliers.find(store, id)).first();
    }

    @Transactional
    public Supplier create(StoreId store, Actor actor, SupplierDetails details) {
        return make(store, actor, uuidGenerator.next(), details);
    }

    /**
     * As {@link #create}, under an id that its form was given: however often that is sent, one is there. What was sent
     * otherwise under that id, as after going back to the form, is another supplier, and so is what is sent after it was
     * deleted.
     */
    @Transactional
    public Supplier createOnce(StoreId store, Actor actor, UUID id, SupplierDetails details) {
        var made = pipeline.ask(suppliers.find(store, id)).first();
        if (made.isPresent() && made.get().details().equals(details)) {
            return made.get();
        }
        if (made.isPresent() || pipeline.ask(suppliers.deleted(store, id)).any()) {
            return create(store, actor, details);
        }
        return WriteConflict.onDuplicateKey("the same form", () -> make(store, actor, id, details));
    }

    private Supplier make(StoreId store, Actor actor, UUID id, SupplierDetails details) {
        var now = clock.instant();
        var supplier = new Supplier(id, details, 0, now, now);
        pipeline.send(suppliers.insert(store, supplier));
        audit.record(store, actor, Change.created(TYPE, supplier.id(), details));
        return supplier;
    }

    /** Empty when there is none; the merge sees the supplier as it is under its lock. */
    @Transactional
    public Optional<Supplier> change(StoreId store, Actor actor, UUID id, UnaryOperator<SupplierDetails> merge) {
        return pipeline.ask(suppliers.lock(store, id)).first().map(before -> {
            var after = before.with(merge.apply(before.details()), clock.instant());
            pipeline.send(suppliers.update(store, after));
            audit.record(store, actor, Change.updated(TYPE, id, before.details(), after.details()));
            return after;
        });
    }

    /** Its purchase orders keep it, with what comes to be owed for them later. */
    @Transactional
    public DeleteSupplier.Result delete(StoreId store, Actor actor, DeleteSupplier command) {
        var found = pipeline.ask(suppliers.lock(store, command.supplier())).first();
        if (found.isEmpty()) {
            return new DeleteSupplier.Result.NoSuchSupplier();
        }
        var supplier = found.get();
        if (supplier.balance() != 0) {
            return new DeleteSupplier.Result.NotEven();
        }
        pipeline.send(suppliers.delete(store, supplier.id(), clock.instant()));
        audit.record(store, actor, Change.deleted(TYPE, supplier.id(), supplier.details()));
        return new DeleteSupplier.Result.Deleted();
    }
}
