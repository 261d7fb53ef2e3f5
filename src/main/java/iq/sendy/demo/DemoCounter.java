package iq.sendy.demo;

import iq.sendy.cashier.CashMovementType;
import iq.sendy.cashier.CashierSession;
import iq.sendy.cashier.CashierSessions;
import iq.sendy.cashier.CashierSettings;
import iq.sendy.cashier.CloseSession;
import iq.sendy.cashier.CounterSettings;
import iq.sendy.cashier.MoveCash;
import iq.sendy.cashier.OpenSession;
import iq.sendy.cashier.PinProduct;
import iq.sendy.cashier.PinnedProducts;
import iq.sendy.cashier.RegisterSale;
import iq.sendy.kernel.Currency;
import iq.sendy.orders.Checkout;
import iq.sendy.orders.DeliveryMode;
import iq.sendy.orders.DeliveryTerms;
import iq.sendy.orders.FulfillmentType;
import iq.sendy.orders.OrderSource;
import iq.sendy.orders.OrderedGoods;
import iq.sendy.orders.Orders;
import iq.sendy.orders.PaymentMethod;
import iq.sendy.orders.PlaceOrder;
import iq.sendy.orders.Recipient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The counter of the demo's store: a session each day, its sales, what else went through the drawer, and what was counted. */
@Component
class DemoCounter implements DemoScene {

    private static final int DAYS = 30;
    private static final long SEED = 62;
    private static final long CHANGE = 150_000;
    private static final LocalTime OPENS = LocalTime.of(9, 5);
    private static final LocalTime CLOSES = LocalTime.of(22, 40);
    private static final Duration OPEN_FOR = Duration.ofMinutes(130);

    private static final Recipient NOBODY = new Recipient(null, null, null, null, null, null);

    private static final List<String> SOLD = List.of(
            "ROSE-12",
            "CARD-1",
            "CHOC-16",
            "CACTUS-3",
            "BALLOON-5",
            "ROSE-12",
            "TEDDY-40",
            "VASE-G",
            "TULIP-15",
            "ORCHID-1");

    private static final List<Long> DIFFERENCES = List.of(0L, 0L, 0L, -250L, 0L, 0L, 500L, 0L, -1_000L, 0L);

    private static final long[] NOTES_OF_CASH = {5_000, 10_000, 25_000, 50_000};

    private final CounterSettings counter;
    private final PinnedProducts pins;
    private final CashierSessions sessions;
    private final Orders orders;
    private final DemoShelf shelf;

    DemoCounter(
            CounterSettings counter, PinnedProducts pins, CashierSessions sessions, Orders orders, DemoShelf shelf) {
        this.counter = counter;
        this.pins = pins;
        this.sessions = sessions;
        this.orders = orders;
        this.shelf = shelf;
    }

    @Override
    public void plan(DemoShop shop) {
        var random = new SplittableRandom(SEED);
        var end = shop.simulation().end();
        var first = shop.today().minusDays(DAYS);
        shop.simulation().plan(DemoShop.at(first, OPENS).minus(Duration.ofHours(1)), () -> prepare(shop));
        for (var day = first; day.isBefore(shop.today()); day = day.plusDays(1)) {
            var closes = earlier(DemoShop.at(day, CLOSES), end.minus(OPEN_FOR.plusMinutes(10)));
            planDay(shop, day, DemoShop.at(day, OPENS), closes, random);
        }
        // The drawer is open now, whenever that is.
        var opened = earlier(DemoShop.at(shop.today(), OPENS), end.minus(OPEN_FOR));
        shop.simulation()
                .plan(
                        opened,
                        () -> opened(shop).ifPresent(session -> {
                            for (var minutesAgo : new long[] {110, 64, 41, 12}) {
                                shop.simulation()
                                        .plan(
                                                end.minus(Duration.ofMinutes(minutesAgo)),
                                                () -> sell(shop, session, random));
                            }
                        }));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void prepare(DemoShop shop) {
        var owner = shop.team().owner();
        counter.change(
                shop.store(),
                owner,
                Currency.IQD,
                before -> new CashierSettings(
                        before.requirePin(),
                        CHANGE,
                        "شكراً لزيارتكم. غيّروا ماء الورد كل يوم.",
                        before.cashRounding()));
        SOLD.stream()
                .distinct()
                .forEach(sku -> pins.pin(shop.store(), owner, new PinProduct(product(shop, sku), null)));
    }

    private static UUID product(DemoShop shop, String sku) {
        return Objects.requireNonNull(shop.products().get(sku));
    }

    private void planDay(DemoShop shop, LocalDate day, Instant opens, Instant closes, RandomGenerator random) {
        var sales = random.nextInt(3, 7);
        var seconds = Duration.between(opens, closes).toSeconds() - 60;
        shop.simulation()
                .plan(
                        opens,
                        () -> opened(shop).ifPresent(session -> {
                            for (var i = 0; i < sales; i++) {
                                shop.simulation()
                                        .plan(
                                                opens.plusSeconds(random.nextLong(60, seconds)),
                                                () -> sell(shop, session, random));
                            }
                            if (day.getDayOfMonth() % 3 == 0) {
                                moveLater(
                                        shop,
                                        session,
                                        opens.plus(Duration.ofHours(4)),
                                        CashMovementType.PAY_OUT,
                                        10_000,
                                        "ماء وشاي للمحل");
                            }
                            if (day.getDayOfMonth() % 7 == 2) {
                                moveLater(
                                        shop,
                                        session,
                                        opens.plus(Duration.ofHours(2)),
                                        CashMovementType.PAY_IN,
                                        50_000,
                                        "فئات صغيرة للصرف");
                            }
                            shop.simulation().plan(closes, () -> close(shop, session, day));
                        }));
    }

    private Optional<UUID> opened(DemoShop shop) {
        var command = new OpenSession(CashierSession.DEFAULT_REGISTER, CHANGE, Currency.IQD);
        return sessions.open(shop.store(), shop.team().seller(), command)
                        instanceof OpenSession.Result.Opened(var report)
                ? Optional.of(report.session().id())
                : Optional.empty();
    }

    private void moveLater(DemoShop shop, UUID session, Instant at, CashMovementType type, long amount, String reason) {
        var command = new MoveCash(type, amount, reason, Currency.IQD);
        shop.simulation()
                .plan(at, () -> sessions.moveCash(shop.store(), shop.team().seller(), session, command));
    }

    private void sell(DemoShop shop, UUID session, RandomGenerator random) {
        var items = new ArrayList<PlaceOrder.Item>();
        items.add(new PlaceOrder.Item(SOLD.get(random.nextInt(SOLD.size())), null, 1, null));
        if (random.nextInt(3) == 0 && !"CARD-1".equals(items.getFirst().sku())) {
            items.add(new PlaceOrder.Item("CARD-1", null, random.nextInt(1, 3), null));
        }
        var method = random.nextInt(6) == 0 ? PaymentMethod.CARD : PaymentMethod.CASH;
        var tendered = method == PaymentMethod.CASH ? tendered(items, random) : null;
        var said = new RegisterSale(session, shop.team().seller().id(), null, null);
        var checkout = new Checkout(said, DeliveryMode.PICKUP, method, List.of());
        orders.place(shop.store(), shop.team().seller(), command(items, tendered, checkout));
    }

    private static PlaceOrder command(List<PlaceOrder.Item> items, @Nullable Long tendered, Checkout checkout) {
        return new PlaceOrder(
                OrderSource.POS,
                NOBODY,
                new OrderedGoods(items, null, null, null),
                new DeliveryTerms(FulfillmentType.FROM_TO, checkout.mode(), null),
                new PlaceOrder.Tender(checkout.method(), tendered),
                null,
                null,
                Currency.IQD,
                checkout);
    }

    /** The next note of some size; null where it was given exactly. */
    private @Nullable Long tendered(List<PlaceOrder.Item> items, RandomGenerator random) {
        var total = items.stream()
                .mapToLong(item -> item.quantity() * shelf.price(Objects.requireNonNull(item.sku())))
                .sum();
        var note = NOTES_OF_CASH[random.nextInt(NOTES_OF_CASH.length)];
        return random.nextInt(4) == 0 ? null : Math.ceilDiv(total, note) * note;
    }

    private void close(DemoShop shop, UUID session, LocalDate day) {
        var expected = sessions.report(shop.store(), session).orElseThrow().expectedCash();
        var difference = DIFFERENCES.get(day.getDayOfMonth() % DIFFERENCES.size());
        var notes = difference == 0 ? null : "أُعيد العدّ مرتين";
        sessions.close(
                shop.store(),
                shop.team().seller(),
                session,
                new CloseSession(expected + difference, notes, 0, Currency.IQD));
    }
}
