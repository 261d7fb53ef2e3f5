package iq.sendy.demo;

import iq.sendy.orders.ConfirmationDesk;
import iq.sendy.orders.ConfirmationOutcome;
import iq.sendy.orders.DeliveryMode;
import iq.sendy.orders.MoveOrder;
import iq.sendy.orders.OrderRef;
import iq.sendy.orders.OrderStatus;
import iq.sendy.orders.OrderView;
import iq.sendy.orders.Orders;
import iq.sendy.orders.RecordAttempt;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.ids.ReplayClock;
import iq.sendy.returns.MoveReturn;
import iq.sendy.returns.RequestReturn;
import iq.sendy.returns.Returns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What becomes of the demo's orders: calls, a courier, a door that opens or not, and now and then a return. */
@Component
class DemoParcels {

    private static final int MOST_CALLS = 3;

    private static final List<String> REASONS_TO_RETURN =
            List.of("وصلت الباقة ذابلة", "اللون غير المطلوب", "تكرر الطلب بالخطأ", "الهدية لم تعجب صاحبتها");

    private final Orders orders;
    private final ConfirmationDesk desk;
    private final Returns returns;

    DemoParcels(Orders orders, ConfirmationDesk desk, Returns returns) {
        this.orders = orders;
        this.desk = desk;
        this.returns = returns;
    }

    /** What is paid on the website needs no call now and then. */
    void goOn(DemoShop shop, OrderView order, RandomGenerator random) {
        if (random.nextInt(6) == 0) {
            later(shop, minutes(random, 20, 90), () -> pack(shop, order, random));
            return;
        }
        later(shop, minutes(random, 8, 70), () -> call(shop, order, 1, random));
    }

    private void call(DemoShop shop, OrderView order, int calls, RandomGenerator random) {
        var draw = random.nextInt(100);
        if (draw < 74) {
            called(shop, order, ConfirmationOutcome.CONFIRMED);
            later(shop, minutes(random, 20, 120), () -> pack(shop, order, random));
            return;
        }
        if (draw < 79) {
            called(shop, order, ConfirmationOutcome.REJECTED);
            return;
        }
        if (draw == 79) {
            called(shop, order, ConfirmationOutcome.WRONG_NUMBER);
            later(shop, minutes(random, 60, 200), () -> cancel(shop, order, "رقم الهاتف خطأ"));
            return;
        }
        called(shop, order, unreached(draw));
        later(shop, minutes(random, 70, 240), () -> {
            if (calls < MOST_CALLS) {
                call(shop, order, calls + 1, random);
                return;
            }
            cancel(shop, order, "لم يرد الزبون بعد ثلاث مكالمات");
        });
    }

    private static ConfirmationOutcome unreached(int draw) {
        if (draw < 91) {
            return ConfirmationOutcome.NO_ANSWER;
        }
        return draw < 96 ? ConfirmationOutcome.BUSY : ConfirmationOutcome.CALL_AGAIN;
    }

    /** A call by who sits at the telephones. */
    void called(DemoShop shop, OrderView order, ConfirmationOutcome outcome) {
        var now = ReplayClock.replayed().orElseThrow();
        var again = outcome == ConfirmationOutcome.CALL_AGAIN ? DemoShop.atWork(now.plus(Duration.ofHours(3))) : null;
        var note = outcome == ConfirmationOutcome.CALL_AGAIN ? "طلب الاتصال لاحقاً" : null;
        desk.record(shop.store(), shop.team().caller(), ref(order), new RecordAttempt(outcome, note, again));
    }

    private void pack(DemoShop shop, OrderView order, RandomGenerator random) {
        moved(shop, order, OrderStatus.READY);
        if (order.deliveryMode() == DeliveryMode.PICKUP) {
            later(shop, minutes(random, 40, 400), () -> deliver(shop, order, random));
            return;
        }
        later(shop, minutes(random, 20, 100), () -> {
            moved(shop, order, OrderStatus.IN_TRANSIT);
            var far = !"BG".equals(order.customer().provinceCode());
            var way = far ? minutes(random, 1_200, 2_600) : minutes(random, 25, 120);
            later(shop, way, () -> atTheDoor(shop, order, random));
        });
    }

    private void atTheDoor(DemoShop shop, OrderView order, RandomGenerator random) {
        moved(shop, order, OrderStatus.OUT_FOR_DELIVERY);
        var draw = random.nextInt(100);
        if (draw < 7) {
            later(shop, minutes(random, 30, 90), () -> {
                step(
                        shop,
                        order,
                        OrderStatus.POSTPONED,
                        "الزبون غير موجود، التسليم غداً",
                        shop.team().seller());
                later(shop, minutes(random, 900, 1_500), () -> atTheDoor(shop, order, random));
            });
            return;
        }
        if (draw < 16) {
            later(shop, minutes(random, 30, 90), () -> {
                step(
                        shop,
                        order,
                        OrderStatus.REFUSED,
                        "رفض الاستلام عند الباب",
                        shop.team().seller());
                later(shop, minutes(random, 600, 1_500), () -> {
                    moved(shop, order, OrderStatus.RETURNING);
                    later(shop, minutes(random, 600, 1_500), () -> moved(shop, order, OrderStatus.RETURNED));
                });
            });
            return;
        }
        later(shop, minutes(random, 20, 80), () -> deliver(shop, order, random));
    }

    private void deliver(DemoShop shop, OrderView order, RandomGenerator random) {
        moved(shop, order, OrderStatus.DELIVERED);
        if (random.nextInt(14) == 0) {
            later(shop, minutes(random, 300, 2_000), () -> askBack(shop, order, random));
        }
    }

    /** The first line comes back, or all of it; one in four is not taken back. */
    private void askBack(DemoShop shop, OrderView order, RandomGenerator random) {
        var line = order.lines().getFirst();
        var piece = random.nextBoolean() ? null : List.of(new RequestReturn.Piece(line.id(), 1));
        var reason = REASONS_TO_RETURN.get(random.nextInt(REASONS_TO_RETURN.size()));
        var asked = returns.request(shop.store(), shop.team().caller(), ref(order), new RequestReturn(reason, piece));
        if (!(asked instanceof RequestReturn.Result.Requested(var request))) {
            return;
        }
        var owner = shop.team().owner();
        if (random.nextInt(4) == 0) {
            later(
                    shop,
                    minutes(random, 60, 600),
                    () -> returns.move(
                            shop.store(), owner, request.id(), new MoveReturn.Reject("مرّ على التسليم أكثر من يوم")));
            return;
        }
        later(
                shop,
                minutes(random, 60, 600),
                () -> returns.move(shop.store(), owner, request.id(), new MoveReturn.Approve(null)));
        var damaged = random.nextInt(3) == 0;
        later(shop, minutes(random, 900, 2_400), () -> {
            var arrivals = request.items().stream()
                    .map(item -> new MoveReturn.Arrival(
                            item.orderItemId(), damaged ? 0 : item.quantity(), damaged ? item.quantity() : 0))
                    .toList();
            returns.move(shop.store(), owner, request.id(), new MoveReturn.Complete(arrivals));
        });
    }

    private void cancel(DemoShop shop, OrderView order, String reason) {
        orders.cancel(shop.store(), shop.team().caller(), ref(order), reason);
    }

    /** A step by who packs and hands over; it is told of the courier's way too. */
    void moved(DemoShop shop, OrderView order, OrderStatus to) {
        step(shop, order, to, null, shop.team().seller());
    }

    private void step(DemoShop shop, OrderView order, OrderStatus to, @Nullable String note, Actor actor) {
        orders.move(shop.store(), actor, ref(order), new MoveOrder(to, note, null));
    }

    private static OrderRef ref(OrderView order) {
        return new OrderRef.ById(order.id());
    }

    private static Duration minutes(RandomGenerator random, int least, int most) {
        return Duration.ofSeconds(random.nextInt(least * 60, most * 60));
    }

    /** After a while, and in the hours in which people work. */
    private static void later(DemoShop shop, Duration after, Runnable step) {
        Instant now = ReplayClock.replayed().orElseThrow();
        shop.simulation().plan(DemoShop.atWork(now.plus(after)), step);
    }
}
