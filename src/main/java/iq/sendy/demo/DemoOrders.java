package iq.sendy.demo;

import iq.sendy.kernel.Currency;
import iq.sendy.orders.ConfirmationOutcome;
import iq.sendy.orders.DeliveryMode;
import iq.sendy.orders.DeliveryTerms;
import iq.sendy.orders.FulfillmentType;
import iq.sendy.orders.OrderSource;
import iq.sendy.orders.OrderStatus;
import iq.sendy.orders.OrderView;
import iq.sendy.orders.OrderedGoods;
import iq.sendy.orders.Orders;
import iq.sendy.orders.PaymentMethod;
import iq.sendy.orders.PlaceOrder;
import iq.sendy.orders.Recipient;
import iq.sendy.platform.audit.Actor;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The orders of the demo's month, more of them before the weekend and in the evening; and those of the last hours, one by one. */
@Component
class DemoOrders implements DemoScene {

    private static final int DAYS = 30;
    private static final int MOST_BASKETS = 5;
    private static final long SEED = 20_261_129;

    /** What is bought first, the most popular the most often. */
    private static final List<String> BOUGHT = List.of(
            "ROSE-12",
            "ROSE-12",
            "ROSE-12",
            "ROSE-12",
            "MIX-BOX",
            "MIX-BOX",
            "ROSE-24",
            "ROSE-24",
            "TULIP-15",
            "TULIP-15",
            "LILY-BOX",
            "CHOC-16",
            "CHOC-16",
            "TEDDY-40",
            "ORCHID-1",
            "BALLOON-5",
            "CACTUS-3",
            "VASE-G");

    private static final List<String> ADDED = List.of("CARD-1", "CARD-1", "CHOC-16", "BALLOON-5", "VASE-G");

    private static final List<String> CODES = List.of("FLORA10", "FLORA10", "WELCOME5", "NAWROZ");

    private static final List<String> NOTES = List.of(
            "التوصيل بعد الساعة الخامسة عصراً",
            "الرجاء الاتصال قبل الوصول بعشر دقائق",
            "هدية عيد ميلاد، لا تذكروا اسم المرسل",
            "اكتبوا على البطاقة: كل عام وأنتِ بخير",
            "يسلَّم إلى حارس العمارة",
            "تغليف باللون الأبيض من فضلكم");

    private final Orders orders;
    private final DemoCustomers customers;
    private final DemoParcels parcels;

    DemoOrders(Orders orders, DemoCustomers customers, DemoParcels parcels) {
        this.orders = orders;
        this.customers = customers;
        this.parcels = parcels;
    }

    @Override
    public void plan(DemoShop shop) {
        var random = new SplittableRandom(SEED);
        var buyers = customers.all(random);
        for (var daysAgo = DAYS; daysAgo >= 0; daysAgo--) {
            var day = shop.today().minusDays(daysAgo);
            for (var left = ordersOf(day, daysAgo, random); left > 0; left--) {
                var at = DemoShop.at(day, timeOfDay(random));
                shop.simulation()
                        .plan(
                                at,
                                () -> place(shop, buyers, random)
                                        .ifPresent(order -> parcels.goOn(shop, order, random)));
            }
        }
        planLastHours(shop, buyers, random);
    }

    /** Every status is there to be looked at, whenever that is. */
    private void planLastHours(DemoShop shop, List<Recipient> buyers, RandomGenerator random) {
        last(shop, buyers, random, 20);
        last(shop, buyers, random, 75, call(30, ConfirmationOutcome.NO_ANSWER));
        last(shop, buyers, random, 190, call(150, ConfirmationOutcome.CALL_AGAIN));
        last(shop, buyers, random, 95, call(50, ConfirmationOutcome.CONFIRMED));
        last(shop, buyers, random, 130, call(100, ConfirmationOutcome.REJECTED));
        last(shop, buyers, random, 220, call(180, ConfirmationOutcome.CONFIRMED), step(55, OrderStatus.READY));
        last(shop, buyers, random, 260, step(200, OrderStatus.READY), step(65, OrderStatus.IN_TRANSIT));
        last(shop, buyers, random, 310, step(240, OrderStatus.IN_TRANSIT), step(45, OrderStatus.OUT_FOR_DELIVERY));
        last(
                shop,
                buyers,
                random,
                400,
                step(330, OrderStatus.IN_TRANSIT),
                step(200, OrderStatus.OUT_FOR_DELIVERY),
                step(70, OrderStatus.POSTPONED));
        last(
                shop,
                buyers,
                random,
                420,
                step(360, OrderStatus.IN_TRANSIT),
                step(210, OrderStatus.OUT_FOR_DELIVERY),
                step(80, OrderStatus.REFUSED));
        last(
                shop,
                buyers,
                random,
                560,
                step(500, OrderStatus.IN_TRANSIT),
                step(420, OrderStatus.OUT_FOR_DELIVERY),
                step(300, OrderStatus.REFUSED),
                step(90, OrderStatus.RETURNING));
        last(
                shop,
                buyers,
                random,
                480,
                step(430, OrderStatus.IN_TRANSIT),
                step(300, OrderStatus.OUT_FOR_DELIVERY),
                step(110, OrderStatus.DELIVERED));
    }

    /** Something that happened to an order so many minutes ago: a step, or a call. */
    private record LateEvent(
            long minutesAgo,
            @Nullable OrderStatus step,
            @Nullable ConfirmationOutcome outcome) {}

    private static LateEvent step(long minutesAgo, OrderStatus status) {
        return new LateEvent(minutesAgo, status, null);
    }

    private static LateEvent call(long minutesAgo, ConfirmationOutcome outcome) {
        return new LateEvent(minutesAgo, null, outcome);
    }

    private void last(
            DemoShop shop, List<Recipient> buyers, RandomGenerator random, long minutesAgo, LateEvent... events) {
        shop.simulation()
                .plan(
                        ago(shop, minutesAgo),
                        () -> place(shop, buyers, random).ifPresent(order -> {
                            for (var event : events) {
                                shop.simulation().plan(ago(shop, event.minutesAgo()), () -> {
                                    if (event.outcome() != null) {
                                        parcels.called(shop, order, event.outcome());
                                    }
                                    if (event.step() != null) {
                                        parcels.moved(shop, order, event.step());
                                    }
                                });
                            }
                        }));
    }

    private static Instant ago(DemoShop shop, long minutes) {
        return shop.simulation().end().minus(Duration.ofMinutes(minutes));
    }

    /** Thursday is the evening of gifts; and the shop grows. */
    private static int ordersOf(LocalDate day, int daysAgo, RandomGenerator random) {
        var usual = 4 + (DAYS - daysAgo) / 8 + random.nextInt(4);
        var weekday = day.getDayOfWeek();
        return weekday == DayOfWeek.THURSDAY || weekday == DayOfWeek.FRIDAY ? usual + 3 : usual;
    }

    /** From the morning to the night, most in the evening. */
    private static LocalTime timeOfDay(RandomGenerator random) {
        var evening = random.nextInt(3) > 0;
        var hour = evening ? random.nextInt(17, 23) : random.nextInt(9, 17);
        return LocalTime.of(hour, random.nextInt(60), random.nextInt(60));
    }

    /** A code does not hold for everybody, and things sell out: then something else is ordered. */
    private Optional<OrderView> place(DemoShop shop, List<Recipient> buyers, RandomGenerator random) {
        return IntStream.range(0, MOST_BASKETS)
                .mapToObj(_ -> tried(shop, buyers, random))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<OrderView> tried(DemoShop shop, List<Recipient> buyers, RandomGenerator random) {
        var source = source(random);
        // Half of the orders come from the first quarter of the buyers.
        var buyer = buyers.get(random.nextInt(random.nextBoolean() ? buyers.size() / 4 : buyers.size()));
        var code = random.nextInt(6) == 0 ? CODES.get(random.nextInt(CODES.size())) : null;
        var items = items(random);
        var mode = mode(random);
        var notes = random.nextInt(4) == 0 ? NOTES.get(random.nextInt(NOTES.size())) : null;
        var fulfillment = source == OrderSource.API ? FulfillmentType.WAREHOUSE : FulfillmentType.FROM_TO;
        var payment = random.nextInt(12) == 0 ? PaymentMethod.WALLET : PaymentMethod.CASH_ON_DELIVERY;
        var command = new PlaceOrder(
                source,
                buyer,
                new OrderedGoods(items, null, code, null),
                new DeliveryTerms(fulfillment, mode, null),
                new PlaceOrder.Tender(payment, null),
                null,
                notes,
                Currency.IQD);
        return switch (orders.place(shop.store(), actor(shop, source), command)) {
            case PlaceOrder.Result.Placed(var order, var _) -> Optional.of(order);
            case PlaceOrder.Result.PlacedBefore(var order) -> Optional.of(order);
            case PlaceOrder.Result.SoldBefore(var order) -> Optional.of(order);
            case PlaceOrder.Result.Invalid _,
                    PlaceOrder.Result.Declined _,
                    PlaceOrder.Result.SessionClosed _,
                    PlaceOrder.Result.OutOfStock _,
                    PlaceOrder.Result.CustomerBlocked _,
                    PlaceOrder.Result.ExternalRefConflict _ -> Optional.empty();
        };
    }

    private static List<PlaceOrder.Item> items(RandomGenerator random) {
        var items = new ArrayList<PlaceOrder.Item>();
        var quantity = random.nextInt(9) == 0 ? 2 : 1;
        items.add(new PlaceOrder.Item(BOUGHT.get(random.nextInt(BOUGHT.size())), null, quantity, null));
        if (random.nextInt(5) < 2) {
            var added = ADDED.get(random.nextInt(ADDED.size()));
            if (!added.equals(items.getFirst().sku())) {
                items.add(new PlaceOrder.Item(added, null, 1, null));
            }
        }
        return items;
    }

    private static OrderSource source(RandomGenerator random) {
        var draw = random.nextInt(100);
        if (draw < 38) {
            return OrderSource.SOCIAL;
        }
        if (draw < 65) {
            return OrderSource.STOREFRONT;
        }
        return draw < 85 ? OrderSource.DASHBOARD : OrderSource.API;
    }

    private static DeliveryMode mode(RandomGenerator random) {
        var draw = random.nextInt(100);
        if (draw < 82) {
            return DeliveryMode.STANDARD;
        }
        return draw < 92 ? DeliveryMode.EXPRESS : DeliveryMode.PICKUP;
    }

    private static Actor actor(DemoShop shop, OrderSource source) {
        return switch (source) {
            case API -> shop.team().website();
            case STOREFRONT -> new Actor("buyer", null, null, null);
            case SOCIAL, DASHBOARD -> shop.team().caller();
            case POS -> shop.team().seller();
        };
    }
}
