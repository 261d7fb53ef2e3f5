package iq.sendy.orders;

import iq.sendy.customers.Customers;
import iq.sendy.customers.Standing;
import iq.sendy.kernel.Phone;
import iq.sendy.orders.PlaceOrderResult.CustomerBlocked;
import iq.sendy.orders.PlaceOrderResult.ExternalRefConflict;
import iq.sendy.orders.PlaceOrderResult.Invalid;
import iq.sendy.orders.PlaceOrderResult.Placed;
import iq.sendy.orders.PlaceOrderResult.PlacedBefore;
import iq.sendy.orders.Working.Wanted;
import iq.sendy.orders.Working.Worked;
import iq.sendy.orders.model.NewOrder;
import iq.sendy.orders.store.NewOrderStore;
import iq.sendy.orders.store.NewOrderStore.Numbered;
import iq.sendy.orders.store.NewOrderStore.RefOwner;
import iq.sendy.orders.store.OrderStore;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.ids.Ids;
import iq.sendy.platform.ids.PublicIds;
import iq.sendy.platform.sql.Asked;
import iq.sendy.platform.sql.Together;
import iq.sendy.platform.tenancy.Overtaken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Placing many orders, in their order. Rows by value, without a code, go by one statement however many; a row that takes
 * stock or uses a code goes by itself, so that it sees what the rows before it took.
 */
@Component
class PlacingMany {

    private final Placing placing;
    private final Working working;
    private final Customers customers;
    private final NewOrderStore newOrders;
    private final OrderStore orders;
    private final Together together;
    private final Audit audit;
    private final Ids ids;
    private final PublicIds publicIds;

    PlacingMany(
            Placing placing,
            Working working,
            Customers customers,
            NewOrderStore newOrders,
            OrderStore orders,
            Together together,
            Audit audit,
            Ids ids,
            PublicIds publicIds) {
        this.placing = placing;
        this.working = working;
        this.customers = customers;
        this.newOrders = newOrders;
        this.orders = orders;
        this.together = together;
        this.audit = audit;
        this.ids = ids;
        this.publicIds = publicIds;
    }

    List<PlaceOrderResult> all(Step step, List<PlaceOrder> commands) {
        var results = new ArrayList<PlaceOrderResult>();
        var run = new ArrayList<PlaceOrder>();
        for (var command : commands) {
            if (command.plain()) {
                run.add(command);
            } else {
                results.addAll(batch(step, run));
                run.clear();
                results.add(placing.one(step, command, true));
            }
        }
        results.addAll(batch(step, run));
        return results;
    }

    /** What one row comes to, before anything is written. */
    private sealed interface Plan {

        record Create(NewOrder order) implements Plan {}

        /** The same reference stands in an earlier row of the batch. */
        record SameAs(NewOrder earlier) implements Plan {}

        record Exists(UUID order) implements Plan {}

        record Refused(PlaceOrderResult why) implements Plan {}

        record Conflict(UUID order) implements Plan {}

        record ConflictWith(NewOrder earlier) implements Plan {}
    }

    private List<PlaceOrderResult> batch(Step step, List<PlaceOrder> commands) {
        if (commands.isEmpty()) {
            return List.of();
        }
        var known = ask(step, commands);
        var firsts = new HashMap<String, NewOrder>();
        var plans = commands.stream()
                .map(command -> plan(step, known, firsts, command))
                .toList();
        var fresh = plans.stream()
                .filter(Plan.Create.class::isInstance)
                .map(plan -> ((Plan.Create) plan).order())
                .toList();
        var existing = existing(step, plans);
        var numbered = fresh.isEmpty() ? Map.<UUID, Numbered>of() : write(step, fresh);
        return plans.stream()
                .map(plan -> result(step, plan, numbered, existing))
                .toList();
    }

    /** What was found out of all rows together. */
    private record Known(Working.Questions questions, Map<String, RefOwner> owners, Map<Phone, Standing> standings) {}

    private Known ask(Step step, List<PlaceOrder> commands) {
        var refs = commands.stream()
                .map(PlaceOrder::externalRef)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var phones = commands.stream().map(PlaceOrder::customerPhone).distinct().toList();
        var questions = working.ask(step.store(), Wanted.of(commands.getFirst()), null);
        var owners = newOrders.ownersOf(step.store(), refs);
        var standings = customers.standings(step.store(), phones);
        var parts = new ArrayList<Asked<?>>();
        parts.add(owners);
        parts.add(standings);
        parts.addAll(questions.parts());
        together.send(parts);
        if (commands.getFirst().currency() != questions.rules().currency()) {
            throw new Overtaken("a change of the store's currency");
        }
        return new Known(
                questions,
                owners.answer().stream().collect(Collectors.toMap(RefOwner::externalRef, Function.identity())),
                standings.answer().stream().collect(Collectors.toMap(Standing::phone, Function.identity())));
    }

    private Plan plan(Step step, Known known, Map<String, NewOrder> firsts, PlaceOrder command) {
        var unique = known.questions().rules().uniqueExternalRef();
        var ref = command.externalRef();
        var owner = ref == null ? null : known.owners().get(ref);
        if (owner != null) {
            return unique && !owner.fingerprint().equals(NewOrder.fingerprint(command))
                    ? new Plan.Conflict(owner.orderId())
                    : new Plan.Exists(owner.orderId());
        }
        var earlier = ref == null ? null : firsts.get(ref);
        if (earlier != null) {
            return unique && !NewOrder.fingerprint(earlier.command()).equals(NewOrder.fingerprint(command))
                    ? new Plan.ConflictWith(earlier)
                    : new Plan.SameAs(earlier);
        }
        return switch (working.out(Wanted.of(command), known.questions(), step.now(), true)) {
            case Worked.Flawed(var flaws) -> new Plan.Refused(new Invalid(flaws));
            case Worked.Fits fits -> {
                var standing = known.standings().get(command.customerPhone());
                if (standing != null && standing.blocked()) {
                    yield new Plan.Refused(new CustomerBlocked());
                }
                var order = new NewOrder(ids.next(), publicIds.next(), command, fits.lines(), fits.priced());
                if (ref != null) {
                    firsts.put(ref, order);
                }
                yield new Plan.Create(order);
            }
        };
    }

    private Map<UUID, OrderView> existing(Step step, List<Plan> plans) {
        var wanted = new ArrayList<UUID>();
        for (var plan : plans) {
            switch (plan) {
                case Plan.Exists(var order) -> wanted.add(order);
                case Plan.Conflict(var order) -> wanted.add(order);
                case Plan.Create _, Plan.SameAs _, Plan.ConflictWith _, Plan.Refused _ -> {}
            }
        }
        if (wanted.isEmpty()) {
            return Map.of();
        }
        var question = orders.byIds(step.store(), wanted.stream().distinct().toList());
        together.send(question);
        return question.answer().stream().collect(Collectors.toMap(OrderView::id, Function.identity()));
    }

    private Map<UUID, Numbered> write(Step step, List<NewOrder> fresh) {
        var counted = placing.count(step, fresh.stream().map(NewOrder::command).toList());
        var insert = newOrders.insert(step.store(), fresh, step.actor(), step.now());
        placing.write(List.of(counted, insert));
        var phones = fresh.stream()
                .map(order -> order.command().customerPhone())
                .distinct()
                .count();
        if (counted.answer().size() != phones) {
            throw new Overtaken("a block of a customer");
        }
        var byId = insert.answer().stream().collect(Collectors.toMap(Numbered::id, Function.identity()));
        for (var order : fresh) {
            var numbered = Objects.requireNonNull(byId.get(order.id()));
            if (order.command().externalRef() != null && !numbered.ownsRef()) {
                throw new Overtaken("an order with the same external reference");
            }
            placing.firstOrderKeepsCurrency(step.store(), numbered, order.command());
            step.events().add(new OrderPlaced(step.store().value(), view(step, order, byId)));
        }
        audit.record(
                step.store(), step.actor(), fresh.stream().map(Placing::created).toList());
        return byId;
    }

    private static PlaceOrderResult result(
            Step step, Plan plan, Map<UUID, Numbered> numbered, Map<UUID, OrderView> existing) {
        return switch (plan) {
            case Plan.Create(var order) -> new Placed(view(step, order, numbered), false);
            case Plan.SameAs(var earlier) -> new PlacedBefore(view(step, earlier, numbered));
            case Plan.Exists(var order) -> new PlacedBefore(Objects.requireNonNull(existing.get(order)));
            case Plan.Conflict(var order) -> new ExternalRefConflict(Objects.requireNonNull(existing.get(order)));
            case Plan.ConflictWith(var earlier) -> new ExternalRefConflict(view(step, earlier, numbered));
            case Plan.Refused(var why) -> why;
        };
    }

    private static OrderView view(Step step, NewOrder order, Map<UUID, Numbered> numbered) {
        return order.placed(Objects.requireNonNull(numbered.get(order.id())).number(), step.now());
    }
}
