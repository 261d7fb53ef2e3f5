package iq.sendy.inventory;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.World.Backstage;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.sql.Pipeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** Random steps beside a model in plain Java; after each the two agree, and the ledger ties. */
@Tag("proofs")
@Scenario
class StockModelTest {

    private static final int PRODUCTS = 3;
    private static final int STEPS = 250;

    @Autowired
    Api api;

    @Autowired
    StockReservations reservations;

    @Autowired
    StockAdjustments adjustments;

    @Autowired
    Pipeline pipeline;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Backstage backstage;

    /** A store's stock in one warehouse as anyone would keep it on paper. */
    private static final class Paper {

        final Map<UUID, Long> onHand = new LinkedHashMap<>();
        final Map<UUID, Map<UUID, Long>> held = new HashMap<>();
        final Map<UUID, Map<UUID, Long>> sold = new HashMap<>();

        long reserved(UUID product) {
            return held.values().stream()
                    .mapToLong(basket -> basket.getOrDefault(product, 0L))
                    .sum();
        }

        boolean take(UUID order, Map<UUID, Long> basket, boolean sale) {
            for (var line : basket.entrySet()) {
                if (onHand.getOrDefault(line.getKey(), 0L) - reserved(line.getKey()) < line.getValue()) {
                    return false;
                }
            }
            if (sale) {
                basket.forEach((product, quantity) -> onHand.merge(product, -quantity, Long::sum));
                sold.put(order, new HashMap<>(basket));
            } else {
                held.put(order, new HashMap<>(basket));
            }
            return true;
        }

        void sell(UUID order) {
            var basket = held.remove(order);
            if (basket != null) {
                basket.forEach((product, quantity) -> onHand.merge(product, -quantity, Long::sum));
                sold.put(order, basket);
            }
        }

        void giveBack(UUID order, UUID product, long quantity) {
            var basket = sold.get(order);
            if (basket != null && basket.getOrDefault(product, 0L) > 0) {
                var back = Math.min(quantity, basket.getOrDefault(product, 0L));
                basket.merge(product, -back, Long::sum);
                onHand.merge(product, back, Long::sum);
            }
        }

        boolean count(UUID product, long quantity) {
            if (quantity < reserved(product)) {
                return false;
            }
            onHand.put(product, quantity);
            return true;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {20261126, 7, 4711})
    void stock_does_what_paper_does(long seed) {
        var goods = Goods.opens(api);
        var stock = new Stock(reservations, pipeline, transactions, goods.shop().storeId());
        var random = new SplittableRandom(seed);
        var paper = new Paper();
        var rows = new HashMap<UUID, UUID>();
        for (var i = 0; i < PRODUCTS; i++) {
            var product = UUID.fromString(goods.sells("P" + i, 1, 10));
            paper.onHand.put(product, 10L);
            rows.put(product, UUID.fromString(goods.row("P" + i)));
        }
        var products = List.copyOf(paper.onHand.keySet());
        var orders = new ArrayList<UUID>();
        var way = new ArrayList<String>();
        for (var step = 0; step < STEPS; step++) {
            var product = products.get(random.nextInt(PRODUCTS));
            var order = orders.isEmpty() ? UUID.randomUUID() : orders.get(random.nextInt(orders.size()));
            var quantity = random.nextLong(1, 6);
            switch (random.nextInt(7)) {
                case 0, 1 -> {
                    var fresh = UUID.randomUUID();
                    var sale = random.nextInt(4) == 0;
                    var basket = new HashMap<>(Map.of(product, quantity));
                    basket.put(products.get(random.nextInt(PRODUCTS)), 1L);
                    way.add("take " + basket.values() + (sale ? " and pay" : ""));
                    var wants = basket.entrySet().stream()
                            .map(line -> new Demand(line.getKey(), line.getValue()))
                            .toArray(Demand[]::new);
                    var went = Stock.went(sale ? stock.buys(fresh, wants) : stock.takes(fresh, wants));
                    assertThat(went).as("seed %d %s", seed, way).isEqualTo(paper.take(fresh, basket, sale));
                    orders.add(fresh);
                }
                case 2 -> {
                    way.add("release");
                    stock.releases(order);
                    paper.held.remove(order);
                }
                case 3 -> {
                    way.add("sell");
                    stock.sells(order);
                    paper.sell(order);
                }
                case 4 -> {
                    way.add("give back " + quantity);
                    stock.givesBack(order, Map.of(product, quantity));
                    paper.giveBack(order, product, quantity);
                }
                case 5 -> {
                    var counted = random.nextLong(0, 15);
                    way.add("count " + counted);
                    var result = stock.step(() -> adjustments.count(
                            stock.store(), Actor.SYSTEM, new CountStock(known(rows, product), counted, null, null)));
                    assertThat(result instanceof CountStock.Result.Counted)
                            .as("seed %d %s", seed, way)
                            .isEqualTo(paper.count(product, counted));
                }
                default -> {
                    var delta = random.nextLong(-5, 6);
                    way.add("adjust " + delta);
                    var result = stock.step(() -> adjustments.adjust(
                            stock.store(), Actor.SYSTEM, new AdjustStock(known(rows, product), delta, "x")));
                    assertThat(result instanceof AdjustStock.Result.Adjusted)
                            .as("seed %d %s", seed, way)
                            .isEqualTo(paper.count(product, known(paper.onHand, product) + delta));
                }
            }
            if (step % 25 == 0 || step == STEPS - 1) {
                assertThat(stock.faults(backstage.jdbc()))
                        .as("seed %d %s", seed, way)
                        .isEmpty();
                for (var i = 0; i < PRODUCTS; i++) {
                    var row = well(goods.get("/catalog/inventory?sku=P" + i))
                            .data()
                            .get("items")
                            .get(0);
                    var each = UUID.fromString(row.get("productId").stringValue());
                    assertThat(row.get("quantityOnHand").longValue())
                            .as("on hand, seed %d %s", seed, way)
                            .isEqualTo(paper.onHand.get(each));
                    assertThat(row.get("quantityReserved").longValue())
                            .as("reserved, seed %d %s", seed, way)
                            .isEqualTo(paper.reserved(each));
                }
            }
        }
    }

    private static <T> T known(Map<UUID, T> map, UUID product) {
        return Objects.requireNonNull(map.get(product));
    }
}
