package iq.sendy.checkout;

import iq.sendy.checkout.store.SentCheckoutStore;
import iq.sendy.checkout.store.SentCheckoutStore.Earlier;
import iq.sendy.checkout.store.SentCheckoutStore.NewcomerCount;
import iq.sendy.customers.CustomerStanding;
import iq.sendy.kernel.StoreId;
import iq.sendy.orders.HoldReason;
import iq.sendy.orders.OrderGuard;
import iq.sendy.orders.OrderOfPhone;
import iq.sendy.orders.Suspicion;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.tenancy.WriteConflict;
import iq.sendy.pricing.PricedBasket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Guard of a stranger's order. It holds the turnstile of the phone from the first trip on, so what it counts then is true
 * until the order is stored; what is counted over several phones is compared once more when it is written.
 *
 * <p>The limits are wide. Whoever meets one is told so and can call the shop, and what is odd but possible is held and not
 * refused.
 */
final class CheckoutGuard implements OrderGuard {

    /** Within which the same phone with the same items is the same order. */
    private static final Duration SAME_ORDER = Duration.ofMinutes(10);

    /** As long as a browser may send its form again. */
    private static final Duration KEPT = Duration.ofDays(3);

    /** Orders of a phone that the shop has not sent off yet. */
    private static final int MOST_OPEN = 5;

    /** Orders of a phone, whatever became of them. */
    private static final int MOST_A_DAY = 10;

    /** More than those that count. */
    private static final int LOOKED_AT = 40;

    private static final Duration DAY = Duration.ofDays(1);

    /** How long the newcomers of a network are counted together. */
    private static final Duration HOUR = Duration.ofHours(1);

    /** From so many on each is called first: a carrier's customers share addresses. */
    private static final int MANY_NEWCOMERS = 50;

    private static final int MOST_NEWCOMERS = 300;

    private final StoreId store;
    private final SentCheckout sent;
    private final PhoneProof proof;
    private final SentCheckoutStore checkouts;
    private final Instant now;
    private final Query<OrderOfPhone> orders;
    private final Query<Earlier> earlier;
    private final Query<NewcomerCount> newcomers;
    private final List<Query<Boolean>> notes = new ArrayList<>();
    private boolean newcomer;

    /** @param orders the newest of the phone */
    CheckoutGuard(
            StoreId store,
            SentCheckout sent,
            PhoneProof proof,
            SentCheckoutStore checkouts,
            Instant now,
            Query<OrderOfPhone> orders) {
        this.store = store;
        this.sent = sent;
        this.proof = proof;
        this.checkouts = checkouts;
        this.now = now;
        this.orders = orders;
        this.earlier = checkouts.earlier(store, sent, now.minus(SAME_ORDER));
        this.newcomers = sent.network() == null ? Query.none() : checkouts.newcomers(store, sent.network(), now);
    }

    static int lookedAt() {
        return LOOKED_AT;
    }

    @Override
    public List<Query<?>> questions() {
        return List.of(checkouts.takeTurn(store, sent.phone(), now), earlier, orders, newcomers);
    }

    @Override
    public Optional<UUID> repeats() {
        return sameForm()
                .filter(each -> !cancelled(each))
                .or(() -> earlier.answer().stream().filter(this::sameOrder).findFirst())
                .map(Earlier::order);
    }

    private Optional<Earlier> sameForm() {
        return earlier.answer().stream()
                .filter(each -> sent.token() != null && sent.token().equals(each.token()))
                .findFirst();
    }

    private boolean sameOrder(Earlier each) {
        return each.basket().equals(sent.basket())
                && each.placedAt().isAfter(now.minus(SAME_ORDER))
                && orders.answer().stream().anyMatch(order -> order.id().equals(each.order()))
                && !cancelled(each);
    }

    /** An order that was cancelled may be placed again at once, by the same form too. */
    private boolean cancelled(Earlier each) {
        return orders.answer().stream().anyMatch(order -> order.id().equals(each.order()) && order.cancelled());
    }

    @Override
    public Verdict rule(PricedBasket priced, Optional<CustomerStanding> standing) {
        var unproved = proof.lacking(priced.goods());
        if (unproved != null) {
            return new Verdict.Declined(new ShopCheckout.Result.Invalid(List.of(unproved)));
        }
        if (tooMany()) {
            return new Verdict.Declined(new ShopCheckout.Result.TooManyOrders());
        }
        newcomer = standing.isEmpty() && sent.network() != null;
        var count = newcomer ? newcomers.first() : Optional.<NewcomerCount>empty();
        var flood = count.filter(each -> each.newcomers() >= MOST_NEWCOMERS);
        if (flood.isPresent()) {
            return new Verdict.Declined(new ShopCheckout.Result.TooManyNewcomers(
                    Duration.between(now, flood.get().endsAt())));
        }
        var many = count.filter(each -> each.newcomers() >= MANY_NEWCOMERS).isPresent();
        return new Verdict.Admitted(hold(priced, standing, many ? HoldReason.MANY_NEWCOMERS : null));
    }

    private @Nullable HoldReason hold(
            PricedBasket priced, Optional<CustomerStanding> standing, @Nullable HoldReason last) {
        if (proof.impossible(priced.goods())) {
            return HoldReason.UNPROVED_PHONE;
        }
        var suspicion = Suspicion.against(priced, standing);
        return suspicion == null ? last : suspicion;
    }

    private boolean tooMany() {
        var open = orders.answer().stream().filter(OrderOfPhone::open).count();
        var today = orders.answer().stream()
                .filter(order -> order.createdAt().isAfter(now.minus(DAY)))
                .count();
        return open >= MOST_OPEN || today >= MOST_A_DAY;
    }

    @Override
    public List<Query<?>> notes(UUID order) {
        notes.clear();
        var before = sameForm().filter(this::cancelled).map(Earlier::order);
        notes.add(checkouts.save(store, order, sent, before.orElse(null), now));
        if (newcomer && sent.network() != null) {
            notes.add(checkouts.countNewcomer(store, sent.network(), MOST_NEWCOMERS, now, now.plus(HOUR)));
        }
        var all = new ArrayList<Query<?>>(notes);
        all.add(checkouts.sweep(store, now.minus(KEPT), now));
        return all;
    }

    @Override
    public void settle() {
        if (notes.stream().anyMatch(note -> !note.any())) {
            throw new WriteConflict("another order of the same form, or from the same network");
        }
    }
}
