package iq.sendy.purchasing;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Invariants;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Any sequence of purchase orders, receipts, receipts sent twice, cancels, sales, returns and adjustments leaves quantities,
 * averages, frozen costs and what is owed as somebody would keep them on paper. {@code -Dsequences=} plays more of them,
 * {@code -Dseed=} others.
 */
@Tag("proofs")
@Scenario
class PurchaseModelTest {

    private static final String[] SKUS = {"A", "B"};
    private static final int MOVES = 30;

    @Autowired
    Api api;

    @Autowired
    Backstage backstage;

    static LongStream seeds() {
        var first = Long.getLong("seed", 20_261_129L);
        return LongStream.range(first, first + Integer.getInteger("sequences", 12));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void quantities_and_money_tie_after_any_sequence(long seed) {
        var play = new Play(Buying.opens(api), backstage, new SplittableRandom(seed));
        for (var i = 0; i < MOVES; i++) {
            play.move();
        }
        play.compare();
        Invariants.hold(backstage.jdbc(), UUID.fromString(play.shop.goods.shop().storeId()));
    }

    /** A product on paper: what is there, and what it is worth as a fraction of what was there when it last came. */
    private static final class Shelf {
        long onHand;
        BigInteger worth = BigInteger.ZERO;
        long valued;

        @Nullable
        Long cost() {
            return valued == 0 ? null : half(worth, valued);
        }

        void comes(long pieces, long money) {
            var there = onHand == 0
                    ? BigInteger.ZERO
                    : valued == 0
                            ? BigInteger.valueOf(
                                    half(BigInteger.valueOf(money).multiply(BigInteger.valueOf(onHand)), pieces))
                            : BigInteger.valueOf(half(worth.multiply(BigInteger.valueOf(onHand)), valued));
            if (onHand + pieces > 0) {
                worth = there.add(BigInteger.valueOf(money));
                valued = onHand + pieces;
                onHand += pieces;
            }
        }

        static long half(BigInteger over, long under) {
            return over.shiftLeft(1)
                    .add(BigInteger.valueOf(under))
                    .divide(BigInteger.valueOf(under).shiftLeft(1))
                    .longValueExact();
        }
    }

    /** An item of a purchase order on paper. */
    private static final class Item {
        final int sku;
        final long quantity;
        final long cost;
        long accepted;
        long rejected;

        Item(int sku, long quantity, long cost) {
            this.sku = sku;
            this.quantity = quantity;
            this.cost = cost;
        }

        long open() {
            return quantity - accepted - rejected;
        }
    }

    private static final class Order {
        final String id;
        final List<String> itemIds;
        final List<Item> items;
        long fees;
        String status = "Sent";
        long carried;
        long goods;

        Order(String id, List<String> itemIds, List<Item> items, long fees) {
            this.id = id;
            this.itemIds = itemIds;
            this.items = items;
            this.fees = fees;
        }
    }

    private record Sale(String id, int sku, long quantity) {}

    /** One store, on paper and at Sendy's doors. */
    private static final class Play {
        final Buying shop;
        final Backstage backstage;
        final SplittableRandom random;
        final Shelf[] shelves = {new Shelf(), new Shelf()};
        final String[] products;
        final String supplier;
        final List<Order> orders = new ArrayList<>();
        final List<Sale> sold = new ArrayList<>();
        int receipts;

        Play(Buying shop, Backstage backstage, SplittableRandom random) {
            this.shop = shop;
            this.backstage = backstage;
            this.random = random;
            this.products = new String[] {shop.lists(SKUS[0]), shop.lists(SKUS[1])};
            this.supplier = shop.supplier("علي");
        }

        void move() {
            switch (random.nextInt(13)) {
                case 0, 1 -> order();
                case 2, 3, 4, 5 -> receive();
                case 6 -> step("Received");
                case 7 -> step("Cancelled");
                case 8, 9 -> sell();
                case 10 -> takeBack();
                case 11 -> bill();
                default -> adjust();
            }
        }

        private void order() {
            var body = Buying.order().put("supplierId", supplier);
            var items = new ArrayList<Item>();
            var fees = random.nextInt(3) == 0 ? 0 : random.nextLong(1, 500);
            for (var i = 0; i < random.nextInt(1, 4); i++) {
                var item = new Item(
                        random.nextInt(2),
                        random.nextLong(1, 9),
                        random.nextInt(5) == 0 ? 0 : random.nextLong(1, 1_000));
                items.add(item);
                Buying.with(body, products[item.sku], item.quantity, item.cost);
            }
            var id = shop.sends(body.put("additionalFees", fees));
            var ids = shop.get(id)
                    .data()
                    .get("items")
                    .valueStream()
                    .map(item -> item.get("id").stringValue())
                    .toList();
            orders.add(new Order(id, ids, items, fees));
        }

        private @Nullable Order any() {
            return orders.isEmpty() ? null : orders.get(random.nextInt(orders.size()));
        }

        /** Each receipt may be sent again, and each may ask for more than is open. */
        private void receive() {
            var order = any();
            if (order == null) {
                return;
            }
            var accepted = new long[order.items.size()];
            var rejected = new long[order.items.size()];
            var body = Buying.receipt();
            var all = 0L;
            var tooMany = false;
            for (var i = 0; i < accepted.length; i++) {
                accepted[i] = random.nextLong(0, order.items.get(i).open() + (random.nextInt(8) == 0 ? 2 : 1));
                rejected[i] = random.nextInt(3) == 0 ? random.nextLong(0, 3) : 0;
                tooMany |= accepted[i] + rejected[i] > order.items.get(i).open();
                all += accepted[i] + rejected[i];
                Buying.arrived(body, order.itemIds.get(i), accepted[i], rejected[i]);
            }
            var key = shop.key.withHeader("Idempotency-Key", "receipt-" + receipts++);
            var path = Buying.ORDERS + "/" + order.id + "/receipts";
            var reply = key.post(path, body);
            if (all == 0) {
                assertThat(reply.status()).isEqualTo(400);
                return;
            }
            if (tooMany || !List.of("Sent", "PartiallyReceived").contains(order.status)) {
                assertThat(reply.status()).as(reply::toString).isEqualTo(409);
                return;
            }
            well(reply);
            book(order, accepted, rejected);
            for (var again = random.nextInt(3); again > 0; again--) {
                assertThat(key.post(path, body).bytes()).isEqualTo(reply.bytes());
            }
        }

        private void step(String status) {
            var order = any();
            if (order == null) {
                return;
            }
            var reply = shop.moves(order.id, status);
            if (!List.of("Sent", "PartiallyReceived").contains(order.status)) {
                assertThat(reply.status()).isEqualTo(409);
                return;
            }
            well(reply);
            if (status.equals("Received")) {
                book(order, order.items.stream().mapToLong(Item::open).toArray(), new long[order.items.size()]);
            }
            order.status = status;
        }

        /** More fees than were agreed; what is received already carries them at once. */
        private void bill() {
            var order = any();
            if (order == null) {
                return;
            }
            var fees = order.fees + random.nextLong(1, 200);
            var reply = shop.changes(order.id, Api.object().put("additionalFees", fees));
            if (order.status.equals("Cancelled")) {
                assertThat(reply.status()).isEqualTo(409);
                return;
            }
            well(reply);
            order.fees = fees;
            if (order.status.equals("Received")) {
                var nothing = new long[order.items.size()];
                book(order, nothing, nothing);
            }
        }

        private void book(Order order, long[] accepted, long[] rejected) {
            var before = order.items.stream()
                    .mapToLong(item -> item.accepted * item.cost)
                    .sum();
            var weights = new long[accepted.length];
            var value = 0L;
            var pieces = 0L;
            for (var i = 0; i < accepted.length; i++) {
                var item = order.items.get(i);
                weights[i] = accepted[i] * item.cost;
                value += weights[i];
                pieces += accepted[i];
            }
            var earlier = order.items.stream().mapToLong(item -> item.accepted).toArray();
            for (var i = 0; i < accepted.length; i++) {
                order.items.get(i).accepted += accepted[i];
                order.items.get(i).rejected += rejected[i];
            }
            var last = order.items.stream().allMatch(item -> item.open() == 0);
            order.status = last ? "Received" : "PartiallyReceived";
            var whole = order.items.stream()
                    .mapToLong(item -> item.quantity * item.cost)
                    .sum();
            var fees = order.fees - order.carried;
            if (!last) {
                fees = whole == 0
                        ? 0
                        : Shelf.half(BigInteger.valueOf(order.fees).multiply(BigInteger.valueOf(before + value)), whole)
                                - order.carried;
            }
            order.carried += fees;
            order.goods += value;
            if (pieces == 0) {
                for (var i = 0; i < weights.length; i++) {
                    weights[i] = earlier[i] * order.items.get(i).cost;
                }
            }
            if (LongStream.of(weights).sum() == 0) {
                weights = pieces == 0 ? earlier : accepted;
            }
            var shares = shares(fees, weights);
            for (var sku = 0; sku < SKUS.length; sku++) {
                var came = 0L;
                var money = 0L;
                for (var i = 0; i < accepted.length; i++) {
                    if (order.items.get(i).sku == sku) {
                        came += accepted[i];
                        money += accepted[i] * order.items.get(i).cost + shares[i];
                    }
                }
                if (came > 0 || money > 0) {
                    shelves[sku].comes(came, money);
                }
            }
        }

        /** The largest remainder first, the earlier of equals. */
        private static long[] shares(long amount, long[] weights) {
            var sum = LongStream.of(weights).sum();
            var shares = new long[weights.length];
            if (sum == 0) {
                return shares;
            }
            var rest = amount;
            for (var i = 0; i < weights.length; i++) {
                shares[i] = amount * weights[i] / sum;
                rest -= shares[i];
            }
            var taken = new boolean[weights.length];
            for (; rest > 0; rest--) {
                var best = -1;
                for (var i = 0; i < weights.length; i++) {
                    if (!taken[i] && (best < 0 || amount * weights[i] % sum > amount * weights[best] % sum)) {
                        best = i;
                    }
                }
                taken[best] = true;
                shares[best]++;
            }
            return shares;
        }

        /** Sold to the door; the cost of its line is frozen. */
        private void sell() {
            var sku = random.nextInt(2);
            var quantity = random.nextLong(1, 4);
            var body = Shop.order();
            body.remove("orderValue");
            body.putArray("items").addObject().put("sku", SKUS[sku]).put("quantity", quantity);
            var shelf = shelves[sku];
            var reply = shop.goods.shop().places(body);
            if (shelf.onHand < quantity && (shelf.valued > 0)) {
                assertThat(reply.status()).as(reply::toString).isEqualTo(409);
                return;
            }
            var id = well(reply).data("id");
            assertThat(frozen(id)).isEqualTo(shelf.cost());
            if (shelf.valued == 0) {
                well(shop.goods.shop().key().delete(Api.KEYS + "/orders/" + id));
                return;
            }
            for (var status : List.of("Confirmed", "InTransit", "OutForDelivery", "Delivered")) {
                well(shop.goods.shop().moves(id, status));
            }
            shelf.onHand -= quantity;
            sold.add(new Sale(id, sku, quantity));
        }

        private @Nullable Long frozen(String order) {
            return backstage
                    .jdbc()
                    .sql("select unit_cost from orders.order_line where order_id = :order")
                    .param("order", UUID.fromString(order))
                    .query((row, _) -> (Long) row.getObject(1))
                    .list()
                    .getFirst();
        }

        private void takeBack() {
            if (sold.isEmpty()) {
                return;
            }
            var sale = sold.remove(random.nextInt(sold.size()));
            var key = shop.goods.shop().key();
            var request = well(key.post(Api.KEYS + "/orders/" + sale.id + "/return-request", "{}"))
                    .data("id");
            well(key.post(Api.KEYS + "/return-requests/" + request + "/approve", "{}"));
            well(key.post(Api.KEYS + "/return-requests/" + request + "/complete", "{}"));
            shelves[sale.sku].onHand += sale.quantity;
        }

        private void adjust() {
            var sku = random.nextInt(2);
            var delta = random.nextLong(-3, 4);
            if (delta == 0 || shelves[sku].onHand + delta < 0 || shelves[sku].valued == 0) {
                return;
            }
            well(shop.goods.post(
                    "/catalog/inventory/" + shop.goods.row(SKUS[sku]) + "/adjust",
                    Api.object().put("delta", delta).put("reason", "تصحيح")));
            shelves[sku].onHand += delta;
        }

        void compare() {
            var owed = 0L;
            for (var order : orders) {
                var real = shop.get(order.id);
                assertThat(real.data("status")).isEqualTo(order.status);
                assertThat(real.data("amountReceived")).isEqualTo(Long.toString(order.goods + order.carried));
                for (var i = 0; i < order.items.size(); i++) {
                    assertThat(real.data("items." + i + ".received"))
                            .isEqualTo(Long.toString(order.items.get(i).accepted));
                }
                owed += order.goods + order.carried;
            }
            assertThat(shop.balance(supplier)).isEqualTo(Long.toString(owed));
            for (var sku = 0; sku < SKUS.length; sku++) {
                assertThat(shop.onHand(SKUS[sku])).isEqualTo(Long.toString(shelves[sku].onHand));
                var cost = shelves[sku].cost();
                assertThat(cost == null || cost >= 0).isTrue();
                assertThat(backstage
                                .jdbc()
                                .sql("select average_cost from catalog.product where id = :id")
                                .param("id", UUID.fromString(products[sku]))
                                .query((row, _) -> (Long) row.getObject(1))
                                .list()
                                .getFirst())
                        .isEqualTo(cost);
            }
        }
    }
}
