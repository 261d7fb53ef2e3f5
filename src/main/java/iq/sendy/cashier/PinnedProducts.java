package iq.sendy.cashier;

import iq.sendy.cashier.store.PinnedProductStore;
import iq.sendy.catalog.Offer;
import iq.sendy.catalog.Products;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.StoreLock;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The products that a shop has pinned to its counter. Whoever changes them comes one after the other, so thirty stay thirty. */
@Service
public class PinnedProducts {

    private static final String TYPE = "pinned_product";
    private static final String LOCK = "cashier.pinned";

    private final PinnedProductStore pins;
    private final Products products;
    private final Pipeline pipeline;
    private final Audit audit;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    PinnedProducts(
            PinnedProductStore pins,
            Products products,
            Pipeline pipeline,
            Audit audit,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.pins = pins;
        this.products = products;
        this.pipeline = pipeline;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** In the shop's own order. What is sold under them costs a trip more: it needs the ids of the page. */
    @Transactional(readOnly = true)
    public Page<PinProduct.Result.Pinned> list(StoreId store, Paging paging) {
        var page = pins.list(store).page(pipeline, paging);
        var ids = page.items().stream().map(PinnedProduct::productId).toList();
        var trip = pipeline.open();
        var found = trip.addIf(!ids.isEmpty(), () -> products.offers(store, List.of(), ids));
        trip.send();
        var offers = ids.isEmpty() ? Map.<UUID, Offer>of() : byProduct(found.answer());
        return page.map(pin -> new PinProduct.Result.Pinned(pin, Objects.requireNonNull(offers.get(pin.productId()))));
    }

    private static Map<UUID, Offer> byProduct(List<Offer> offers) {
        return offers.stream().collect(Collectors.toMap(Offer::productId, Function.identity(), (one, _) -> one));
    }

    @Transactional
    public PinProduct.Result pin(StoreId store, Actor actor, PinProduct command) {
        var present = pins.all(store);
        var offer = products.offers(store, List.of(), List.of(command.productId()));
        pipeline.send(StoreLock.take(store, LOCK), present, offer);
        if (offer.first().filter(found -> !found.archived()).isEmpty()) {
            return new PinProduct.Result.NoSuchProduct();
        }
        var pinned = present.answer();
        var before = pinned.stream()
                .filter(pin -> pin.productId().equals(command.productId()))
                .findFirst();
        if (before.isPresent()) {
            return new PinProduct.Result.Pinned(moved(store, actor, before.get(), command), offer.single());
        }
        if (pinned.size() >= PinnedProduct.MOST) {
            return new PinProduct.Result.LimitReached();
        }
        var behindAll = pinned.isEmpty() ? 0 : pinned.getLast().sortOrder() + 1;
        var pin = new PinnedProduct(
                uuidGenerator.next(),
                command.productId(),
                Objects.requireNonNullElse(command.sortOrder(), behindAll),
                clock.instant());
        pipeline.send(pins.insert(store, pin));
        audit.record(store, actor, Change.created(TYPE, pin.id(), pin));
        return new PinProduct.Result.Pinned(pin, offer.single());
    }

    private PinnedProduct moved(StoreId store, Actor actor, PinnedProduct before, PinProduct command) {
        var after = before.at(Objects.requireNonNullElse(command.sortOrder(), before.sortOrder()));
        if (after.equals(before)) {
            return before;
        }
        pipeline.send(pins.move(store, List.of(after)));
        audit.record(store, actor, Change.updated(TYPE, before.id(), before, after));
        return after;
    }

    /** False when there is no such pin. */
    @Transactional
    public boolean unpin(StoreId store, Actor actor, UUID id) {
        var found = pins.lock(store, id);
        pipeline.send(StoreLock.take(store, LOCK), found, pins.delete(store, id));
        found.first().ifPresent(pin -> audit.record(store, actor, Change.deleted(TYPE, id, pin)));
        return found.any();
    }

    @Transactional
    public ReorderPins.Result reorder(StoreId store, Actor actor, ReorderPins command) {
        var present = pins.all(store);
        pipeline.send(StoreLock.take(store, LOCK), present);
        var pinned = present.answer();
        var violations =
                command.violations(pinned.stream().map(PinnedProduct::productId).collect(Collectors.toSet()));
        if (!violations.isEmpty()) {
            return new ReorderPins.Result.AnotherSet(violations);
        }
        var moved = command.moved(pinned);
        if (!moved.isEmpty()) {
            pipeline.send(pins.move(store, moved));
            audit.record(
                    store,
                    actor,
                    new Change(TYPE + ".reordered", TYPE, null, productIds(pinned), command.productIds()));
        }
        return new ReorderPins.Result.Reordered();
    }

    private static List<UUID> productIds(List<PinnedProduct> pins) {
        return pins.stream().map(PinnedProduct::productId).toList();
    }

    /** What is sold no more does not stand on the counter, nor is it put there by somebody who saw it a moment ago. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(StoreId store, UUID product) {
        pipeline.send(StoreLock.take(store, LOCK), pins.deleteOf(store, product));
    }
}
