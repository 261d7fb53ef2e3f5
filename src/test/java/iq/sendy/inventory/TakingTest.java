package iq.sendy.inventory;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.sql.Pipeline;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** Taking, releasing, selling and giving back: alone, and many at once. */
@Scenario
public class TakingTest {

    @Autowired
    Api api;

    @Autowired
    StockReservations reservations;

    @Autowired
    StockReceipts receipts;

    @Autowired
    Pipeline pipeline;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Backstage backstage;

    Goods goods;
    Stock stock;

    @BeforeEach
    void open() {
        goods = Goods.opens(api);
        stock = new Stock(reservations, pipeline, transactions, goods.shop().storeId());
    }

    @AfterEach
    void the_ledger_ties() {
        assertThat(stock.faults(backstage.jdbc())).isEmpty();
    }

    private UUID sells(String sku, long quantity) {
        return UUID.fromString(goods.sells(sku, 1, quantity));
    }

    private List<String> row(String sku) {
        var row = well(goods.get("/catalog/inventory?sku=" + sku))
                .data()
                .get("items")
                .get(0);
        return List.of(
                row.get("quantityOnHand").toString(),
                row.get("quantityReserved").toString());
    }

    @Test
    void an_order_reserves_sells_and_comes_back() {
        var lamp = sells("LAMP", 10);
        var order = UUID.randomUUID();

        var taken = stock.takes(order, new Demand(lamp, 3), new Demand(lamp, 1));
        assertThat(taken).singleElement().satisfies(one -> {
            assertThat(one.fallsShort()).isFalse();
            assertThat(one.sku()).isEqualTo("LAMP");
            assertThat(one.available()).isEqualTo(10);
            var change = Objects.requireNonNull(one.change());
            assertThat(change.available()).isEqualTo(6);
            assertThat(change.sequence()).isEqualTo(2);
            assertThat(change.becameLow(6)).isTrue();
            assertThat(change.becameLow(5)).isFalse();
        });
        assertThat(row("LAMP")).containsExactly("10", "4");
        assertThat(stock.sells(order))
                .singleElement()
                .satisfies(change -> assertThat(change.becameLow(6)).isFalse());
        assertThat(row("LAMP")).containsExactly("6", "0");
        assertThat(stock.sells(order)).isEmpty();
        assertThat(stock.releases(order)).isEmpty();
        assertThat(stock.givesBack(order, Map.of(lamp, 3L))).hasSize(1);
        assertThat(stock.givesBack(order, Map.of(lamp, 3L)))
                .singleElement()
                .satisfies(change -> assertThat(change.onHandChange()).isEqualTo(1));
        assertThat(stock.givesBack(order, Map.of(lamp, 3L))).isEmpty();
        assertThat(row("LAMP")).containsExactly("10", "0");
        var ledger = "/catalog/inventory/" + goods.row("LAMP") + "/movements";
        assertThat(goods.listed(ledger, "type")).containsExactly("Return", "Return", "Sale", "Count");
        assertThat(goods.listed(ledger, "orderId")).startsWith(order.toString(), order.toString(), order.toString());
    }

    @Test
    void a_cancelled_order_gives_its_pieces_free_once() {
        var lamp = sells("LAMP", 2);
        var order = UUID.randomUUID();
        stock.takes(order, new Demand(lamp, 2));

        assertThat(stock.releases(order)).hasSize(1);
        assertThat(stock.releases(order)).isEmpty();
        assertThat(row("LAMP")).containsExactly("2", "0");
        var ledger = "/catalog/inventory/" + goods.row("LAMP") + "/movements";
        assertThat(goods.listed(ledger, "type")).containsExactly("Release", "Count");
        assertThat(goods.listed(ledger, "quantity")).containsExactly("0", "2");
        assertThat(goods.listed(ledger, "reservedChange")).containsExactly("-2", "0");
        assertThat(Stock.went(stock.takes(order, new Demand(lamp, 1))))
                .as("an edited order takes anew")
                .isTrue();
        assertThat(row("LAMP")).containsExactly("2", "1");
    }

    @Test
    void all_is_taken_or_nothing() {
        var lamp = sells("LAMP", 2);
        var vase = sells("VASE", 1);

        var short1 = stock.takes(UUID.randomUUID(), new Demand(lamp, 1), new Demand(vase, 3));
        assertThat(short1).containsExactly(new Allocation(vase, "VASE", 1, null));
        assertThat(row("LAMP")).containsExactly("2", "0");
        var unknown = UUID.randomUUID();
        assertThat(stock.takes(UUID.randomUUID(), new Demand(lamp, 1), new Demand(unknown, 1)))
                .containsExactly(new Allocation(unknown, null, 0, null));
    }

    @Test
    void a_sale_over_the_counter_is_gone_at_once() {
        var lamp = sells("LAMP", 2);
        var order = UUID.randomUUID();

        assertThat(Stock.went(stock.buys(order, new Demand(lamp, 2)))).isTrue();
        assertThat(row("LAMP")).containsExactly("0", "0");
        assertThat(stock.releases(order)).isEmpty();
        stock.givesBack(order, Map.of(lamp, 1L));
        assertThat(row("LAMP")).containsExactly("1", "0");
    }

    @Test
    void the_default_warehouse_gives_first_then_the_oldest() {
        var lamp = sells("LAMP", 3);
        var second = well(goods.post("/warehouses", "{\"name\":\"2\"}")).data("id");
        var third = well(goods.post("/warehouses", "{\"name\":\"3\"}")).data("id");
        for (var warehouse : List.of(second, third)) {
            var row = goods.listed("/catalog/inventory?warehouseId=" + warehouse, "id")
                    .getFirst();
            well(goods.put("/catalog/inventory/" + row, "{\"quantityOnHand\":3}"));
        }
        var order = UUID.randomUUID();
        stock.takes(order, new Demand(lamp, 5));

        assertThat(reserved(goods.defaultWarehouse())).isEqualTo("3");
        assertThat(reserved(second)).isEqualTo("2");
        assertThat(reserved(third)).isEqualTo("0");
        well(goods.put("/warehouses/" + third, "{\"isDefault\":true}"));
        stock.takes(UUID.randomUUID(), new Demand(lamp, 1));
        assertThat(reserved(third)).isEqualTo("1");
        stock.sells(order);
        assertThat(goods.delete("/warehouses/" + second).status())
                .as("one piece is left there")
                .isEqualTo(409);
    }

    private String reserved(String warehouse) {
        return goods.listed("/catalog/inventory?warehouseId=" + warehouse, "quantityReserved")
                .getFirst();
    }

    @Test
    void pieces_of_a_warehouse_that_is_gone_come_back_into_the_default_one() {
        var lamp = sells("LAMP", 2);
        var old = goods.defaultWarehouse();
        var order = UUID.randomUUID();
        stock.buys(order, new Demand(lamp, 2));
        well(goods.post("/warehouses", "{\"name\":\"جديد\",\"isDefault\":true}"));
        well(goods.delete("/warehouses/" + old));

        assertThat(stock.givesBack(order, Map.of(lamp, 2L))).hasSize(1);
        assertThat(goods.listed("/catalog/inventory", "quantityOnHand")).containsExactly("2");
    }

    @Test
    void goods_received_are_tracked_from_then_on() {
        var vase = UUID.fromString(well(goods.saves(Goods.product("VASE"))).data("id"));
        var purchase = UUID.randomUUID();

        stock.step(() -> receipts.receive(
                stock.store(),
                purchase,
                receipts.expect(stock.store(), List.of(vase)),
                List.of(new ReceivedGoods(vase, 6, 6_000)),
                Actor.SYSTEM,
                Stock.NOW));

        assertThat(row("VASE")).containsExactly("6", "0");
        assertThat(well(goods.get("/products/" + vase)).data("quantityAvailable"))
                .isEqualTo("6");
        assertThat(goods.listed("/catalog/inventory/" + goods.row("VASE") + "/movements", "purchaseOrderId"))
                .containsExactly(purchase.toString());
    }

    @Test
    void a_row_changed_twice_in_one_step_counts_one_change() {
        var lamp = sells("LAMP", 9);
        var order = UUID.randomUUID();
        stock.takes(order, new Demand(lamp, 1));

        var sequences = stock.step(() -> {
            var released = stock.sent(reservations.release(stock.store(), order, Actor.SYSTEM, Stock.NOW));
            var taken = stock.sent(
                    reservations.reserve(stock.store(), order, List.of(new Demand(lamp, 4)), Actor.SYSTEM, Stock.NOW));
            return List.of(
                    released.getFirst().sequence(),
                    Objects.requireNonNull(taken.getFirst().change()).sequence());
        });

        assertThat(sequences).containsExactly(3L, 3L);
        assertThat(row("LAMP")).containsExactly("9", "4");
    }

    @Test
    void a_thousand_who_want_a_hundred_pieces_get_a_hundred() {
        var vinyl = sells("VINYL", 100);

        var taken = Shop.atOnce(1_000, _ -> Stock.went(stock.takes(UUID.randomUUID(), new Demand(vinyl, 1))));

        assertThat(taken).filteredOn(went -> went).hasSize(100);
        assertThat(row("VINYL")).containsExactly("100", "100");
    }

    @Test
    void baskets_in_opposite_orders_do_not_block_each_other() {
        var lamp = sells("LAMP", 200);
        var vase = sells("VASE", 200);

        var taken = Shop.atOnce(
                200,
                i -> Stock.went(
                        i % 2 == 0
                                ? stock.takes(UUID.randomUUID(), new Demand(lamp, 1), new Demand(vase, 1))
                                : stock.takes(UUID.randomUUID(), new Demand(vase, 1), new Demand(lamp, 1))));

        assertThat(taken).doesNotContain(false);
        assertThat(row("LAMP")).containsExactly("200", "200");
    }

    /** A CHECK is also tried on versions that are overtaken: none of these steps may hear of it. */
    @Test
    void the_last_pieces_go_back_and_forth_between_many() {
        var lamp = sells("LAMP", 3);

        Shop.atOnce(300, i -> {
            var order = UUID.randomUUID();
            if (Stock.went(stock.takes(order, new Demand(lamp, 1 + i % 3)))) {
                return i % 7 == 0
                        ? stock.sells(order).size()
                                + stock.givesBack(order, Map.of(lamp, 3L)).size()
                        : stock.releases(order).size();
            }
            return 0;
        });

        assertThat(row("LAMP")).containsExactly("3", "0");
    }

    @Test
    void counts_and_takes_at_once_never_promise_what_is_not_there() {
        var lamp = sells("LAMP", 50);
        var path = "/catalog/inventory/" + goods.row("LAMP");

        Shop.atOnce(60, i -> {
            if (i % 6 == 0) {
                return goods.put(path, "{\"quantityOnHand\":" + (20 + i) + "}").status() < 500;
            }
            var order = UUID.randomUUID();
            var went = Stock.went(stock.takes(order, new Demand(lamp, 1 + i % 4)));
            if (went && i % 3 == 0) {
                stock.sells(order);
            }
            if (went && i % 5 == 0) {
                stock.releases(order);
            }
            return went;
        });
    }
}
