package iq.sendy.orders;

import iq.sendy.kernel.StoreId;
import iq.sendy.orders.PlaceOrderResult.ExternalRefConflict;
import iq.sendy.orders.PlaceOrderResult.Placed;
import iq.sendy.orders.PlaceOrderResult.PlacedBefore;
import iq.sendy.orders.model.NewOrder;
import iq.sendy.orders.store.OrderStore;
import iq.sendy.orders.store.OrderStore.Numbered;
import iq.sendy.orders.store.OrderStore.RefOwner;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.ids.Ids;
import iq.sendy.platform.ids.PublicIds;
import iq.sendy.platform.sql.Asked;
import iq.sendy.platform.sql.Together;
import iq.sendy.platform.tenancy.Overtaken;
import iq.sendy.stores.StoreSettings;
import iq.sendy.stores.Stores;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Placing orders, one or many: one trip asks, one trip writes. Every refusal is decided before the first write, so that a
 * returned one has nothing to roll back; what was overtaken between the two throws, and the step runs again.
 */
@Component
class Placing {

    private final Stores stores;
    private final OrderStore orders;
    private final Together together;
    private final Audit audit;
    private final Ids ids;
    private final PublicIds publicIds;
    private final Clock clock;

    Placing(
            Stores stores,
            OrderStore orders,
            Together together,
            Audit audit,
            Ids ids,
            PublicIds publicIds,
            Clock clock) {
        this.stores = stores;
        this.orders = orders;
        this.together = together;
        this.audit = audit;
        this.ids = ids;
        this.publicIds = publicIds;
        this.clock = clock;
    }

    /** What was found out before anything is written. */
    private record Known(StoreSettings settings, Map<String, RefOwner> owners) {

        Optional<RefOwner> ownerOf(PlaceOrder command) {
            var ref = command.externalRef();
            return ref == null ? Optional.empty() : Optional.ofNullable(owners.get(ref));
        }
    }

    PlaceOrderResult one(StoreId store, Actor actor, PlaceOrder command) {
        var known = ask(store, List.of(command));
        var owner = known.ownerOf(command);
        if (owner.isPresent() && known.settings().uniqueExternalRef()) {
            return repeated(store, owner.get(), command);
        }
        var fresh = NewOrder.of(ids.next(), publicIds.next(), command, known.settings());
        var now = clock.instant();
        var numbered = write(store, actor, List.of(fresh), now).getFirst();
        var ownsRef = command.externalRef() == null || numbered.ownsRef();
        if (!ownsRef && known.settings().uniqueExternalRef()) {
            throw new Overtaken("an order with the same external reference");
        }
        return new Placed(view(fresh, numbered, now), !ownsRef);
    }

    /**
     * Places many, in their order. A row whose reference is taken, also by an earlier row, gives the existing order; with
     * {@code atomic} one conflict refuses all.
     */
    List<PlaceOrderResult> many(StoreId store, Actor actor, List<PlaceOrder> commands, boolean atomic) {
        var known = ask(store, commands);
        var now = clock.instant();
        var fresh = new ArrayList<NewOrder>();
        var firsts = new HashMap<String, NewOrder>();
        var plans = new ArrayList<Plan>();
        for (var command : commands) {
            plans.add(plan(known, firsts, fresh, command));
        }
        var existing = existing(store, plans);
        var conflict = plans.stream().anyMatch(Plan.Conflict.class::isInstance);
        if (conflict && atomic) {
            return plans.stream().map(plan -> result(plan, Map.of(), existing, now)).toList();
        }
        var numbered = fresh.isEmpty() ? List.<Numbered>of() : write(store, actor, fresh, now);
        for (var each : numbered) {
            var ref = fresh.stream().filter(order -> order.id().equals(each.id())).findFirst().orElseThrow();
            if (ref.command().externalRef() != null && !each.ownsRef()) {
                throw new Overtaken("an order with the same external reference");
            }
        }
        var byId = numbered.stream().collect(Collectors.toMap(Numbered::id, Function.identity()));
        return plans.stream().map(plan -> result(plan, byId, existing, now)).toList();
    }

    /** What one row of many comes to, before anything is written. */
    private sealed interface Plan {

        record Create(NewOrder order) implements Plan {}

        record SameAs(NewOrder earlier) implements Plan {}

        record Exists(UUID order) implements Plan {}

        record Conflict(@Nullable UUID order, @Nullable NewOrder earlier) implements Plan {}
    }

    private Plan plan(Known known, Map<String, NewOrder> firsts, List<NewOrder> fresh, PlaceOrder command) {
        var unique = known.settings().uniqueExternalRef();
        var owner = known.ownerOf(command);
        if (owner.isPresent()) {
            return unique && !owner.get().fingerprint().equals(NewOrder.fingerprint(command))
                    ? new Plan.Conflict(owner.get().orderId(), null)
                    : new Plan.Exists(owner.get().orderId());
        }
        var ref = command.externalRef();
        var earlier = ref == null ? null : firsts.get(ref);
        if (earlier != null) {
            return unique && !NewOrder.fingerprint(earlier.command()).equals(NewOrder.fingerprint(command))
                    ? new Plan.Conflict(null, earlier)
                    : new Plan.SameAs(earlier);
        }
        var order = NewOrder.of(ids.next(), publicIds.next(), command, known.settings());
        fresh.add(order);
        if (ref != null) {
            firsts.put(ref, order);
        }
        return new Plan.Create(order);
    }

    private Map<UUID, OrderView> existing(StoreId store, List<Plan> plans) {
        var wanted = plans.stream()
                .map(plan -> switch (plan) {
                    case Plan.Exists(var order) -> order;
                    case Plan.Conflict(var order, _) -> order;
                    case Plan.Create _, Plan.SameAs _ -> null;
                })
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (wanted.isEmpty()) {
            return Map.of();
        }
        var question = orders.byIds(store, wanted);
        together.send(question);
        return question.answer().stream().collect(Collectors.toMap(OrderView::id, Function.identity()));
    }

    private static PlaceOrderResult result(
            Plan plan, Map<UUID, Numbered> numbered, Map<UUID, OrderView> existing, Instant now) {
        return switch (plan) {
            case Plan.Create(var order) -> new Placed(view(order, numbered.get(order.id()), now), false);
            case Plan.SameAs(var earlier) -> new PlacedBefore(view(earlier, numbered.get(earlier.id()), now));
            case Plan.Exists(var order) -> new PlacedBefore(Objects.requireNonNull(existing.get(order)));
            case Plan.Conflict(var order, var earlier) ->
                new ExternalRefConflict(
                        order == null
                                ? view(Objects.requireNonNull(earlier), numbered.get(earlier.id()), now)
                                : Objects.requireNonNull(existing.get(order)));
        };
    }

    private Known ask(StoreId store, List<PlaceOrder> commands) {
        var refs = commands.stream()
                .map(PlaceOrder::externalRef)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var settings = stores.settings(store);
        var owners = refs.isEmpty() ? null : orders.ownersOf(store, refs);
        together.send(owners == null ? List.of(settings) : List.<Asked<?>>of(settings, owners));
        var found = settings.first().orElse(StoreSettings.DEFAULTS);
        if (commands.stream().anyMatch(command -> command.currency() != found.currency())) {
            throw new Overtaken("a change of the store's currency");
        }
        var byRef = new LinkedHashMap<String, RefOwner>();
        if (owners != null) {
            owners.answer().forEach(owner -> byRef.put(owner.externalRef(), owner));
        }
        return new Known(found, byRef);
    }

    private List<Numbered> write(StoreId store, Actor actor, List<NewOrder> fresh, Instant now) {
        var insert = orders.insert(store, fresh, actor, now);
        try {
            together.send(insert);
        } catch (DuplicateKeyException drawnTwice) {
            throw new Overtaken("a public id that was drawn twice");
        }
        if (insert.answer().getFirst().number() == 1) {
            currencyStands(store, fresh.getFirst().command());
        }
        audit.record(
                store,
                actor,
                fresh.stream()
                        .map(order -> new Audit.Change("order.created", "order", order.id(), null, audited(order)))
                        .toList());
        return insert.answer();
    }

    /** A store's first order fixes its currency. It holds the counter now, which a change of the currency needs too. */
    private void currencyStands(StoreId store, PlaceOrder first) {
        if (stores.settingsOf(store).currency() != first.currency()) {
            throw new Overtaken("a change of the store's currency");
        }
    }

    /** What the audit log keeps of a new order: enough to tell what was agreed, without the buyer's personal data. */
    private static Map<String, Object> audited(NewOrder order) {
        return Map.of(
                "publicId", order.publicId(),
                "status", OrderStatus.PENDING.toString(),
                "total", order.command().currency().onWire(order.total()));
    }

    private PlaceOrderResult repeated(StoreId store, RefOwner owner, PlaceOrder command) {
        var question = orders.byIds(store, List.of(owner.orderId()));
        together.send(question);
        var first = question.single();
        return owner.fingerprint().equals(NewOrder.fingerprint(command))
                ? new PlacedBefore(first)
                : new ExternalRefConflict(first);
    }

    /** The order as a read would show it now, without the trip of one. */
    private static OrderView view(NewOrder order, @Nullable Numbered numbered, Instant now) {
        var c = order.command();
        return new OrderView(
                order.id(),
                order.publicId(),
                numbered == null ? 0 : numbered.number(),
                OrderStatus.PENDING,
                c.source(),
                new OrderView.Customer(
                        c.customerName(),
                        c.customerPhone(),
                        c.customerAddress(),
                        c.provinceCode(),
                        c.areaId(),
                        c.place()),
                c.fulfillmentType(),
                c.deliveryMode(),
                new OrderView.Money(
                        c.currency(), c.orderValue(), 0, order.deliveryFee(), c.deliveryFee() != null, order.total()),
                new OrderView.Payment(c.paymentMethod(), PaymentStatus.DUE, order.total(), 0),
                c.externalRef(),
                c.notes(),
                c.cashTendered(),
                1,
                now,
                now);
    }
}
