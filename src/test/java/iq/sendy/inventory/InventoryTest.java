package iq.sendy.inventory;

import static iq.sendy.Goods.product;
import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import iq.sendy.platform.sql.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** Rows of stock and warehouses over HTTP: counts, corrections, the ledger, and what is refused. */
@Scenario
public class InventoryTest {

    @Autowired
    Api api;

    @Autowired
    StockReservations reservations;

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

    private String path(String sku) {
        return "/catalog/inventory/" + goods.row(sku);
    }

    @Test
    void a_product_has_a_row_in_every_warehouse_from_the_moment_both_exist() {
        goods.sells("B", 1, 5);
        goods.sells("A", 1, 0);
        var second = well(goods.post("/warehouses", "{\"name\":\"المنصور\",\"address\":\"بغداد\"}"))
                .data("id");
        goods.sells("C", 1, 7);

        assertThat(goods.listed("/catalog/inventory", "sku")).containsExactly("A", "A", "B", "B", "C", "C");
        assertThat(goods.listed("/catalog/inventory?warehouseId=" + second, "quantityOnHand"))
                .containsExactly("0", "0", "0");
        assertThat(goods.listed("/catalog/inventory?warehouseId=" + goods.defaultWarehouse(), "quantityOnHand"))
                .containsExactly("0", "5", "7");
        assertThat(goods.listed("/catalog/inventory?sku=B", "productName")).containsExactly("باقة B", "باقة B");
        var product = goods.listed("/products?sku=C", "id").getFirst();
        assertThat(goods.listed("/catalog/inventory?productId=" + product + "&warehouseId=" + second, "sku"))
                .containsExactly("C");
        assertThat(goods.get("/catalog/inventory?productId=x").faults()).containsExactly("productId filter.invalid");
        assertThat(stock.faults(backstage.jdbc())).isEmpty();
    }

    @Test
    void pages_follow_a_cursor_by_sku() {
        for (var sku : List.of("d", "B", "ا", "a", "C_1")) {
            goods.sells(sku, 1, 1);
        }
        var seen = new ArrayList<String>();
        var page = well(goods.get("/catalog/inventory?per_page=2"));
        while (true) {
            page.data().get("items").forEach(item -> seen.add(item.get("sku").stringValue()));
            if (page.data().get("nextCursor").isNull()) {
                break;
            }
            page = well(goods.get("/catalog/inventory?per_page=2&cursor=" + page.data("nextCursor")));
        }
        assertThat(seen).containsExactly("B", "C_1", "a", "d", "ا");
    }

    @Test
    void a_count_sets_what_is_on_hand_and_the_ledger_keeps_the_difference() {
        goods.sells("A", 1, 10);

        var counted = well(
                goods.put(path("A"), "{\"quantityOnHand\":7,\"expectedQuantityOnHand\":\"١٠\",\"reason\":\"جرد\"}"));
        assertThat(counted.data("quantityOnHand")).isEqualTo("7");
        assertThat(counted.data("quantityAvailable")).isEqualTo("7");
        assertThat(counted.data("sku")).isEqualTo("A");
        var stale = goods.put(path("A"), "{\"quantityOnHand\":5,\"expectedQuantityOnHand\":10}");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.faults()).containsExactly("expectedQuantityOnHand stock.stale");
        assertThat(stale.json().get("errors").get(0).get("quantityOnHand").longValue())
                .isEqualTo(7);
        well(goods.post(path("A") + "/adjust", "{\"delta\":-2,\"reason\":\"تالف\"}"));

        var ledger = path("A") + "/movements";
        assertThat(goods.listed(ledger, "type")).containsExactly("Adjustment", "Count", "Count");
        assertThat(goods.listed(ledger, "quantity")).containsExactly("-2", "-3", "10");
        assertThat(goods.listed(ledger, "quantityOnHandAfter")).containsExactly("5", "7", "10");
        assertThat(well(goods.get(ledger)).data("items.1.reason")).isEqualTo("جرد");
        assertThat(well(goods.get(ledger)).data("items.1.actor.kind")).isEqualTo("key");
        var first = well(goods.get(ledger + "?per_page=2"));
        assertThat(first.data("totalCount")).isEqualTo("3");
        assertThat(goods.listed(ledger + "?per_page=2&cursor=" + first.data("nextCursor"), "quantity"))
                .containsExactly("10");
        assertThat(stock.faults(backstage.jdbc())).isEmpty();
    }

    @Test
    void what_is_promised_cannot_be_counted_away() {
        var product = UUID.fromString(goods.sells("A", 1, 10));
        stock.takes(UUID.randomUUID(), new Demand(product, 4));

        var below = goods.put(path("A"), "{\"quantityOnHand\":3}");
        assertThat(below.status()).isEqualTo(409);
        assertThat(below.faults()).containsExactly("quantityOnHand stock.below_reserved");
        assertThat(goods.post(path("A") + "/adjust", "{\"delta\":-7,\"reason\":\"x\"}")
                        .faults())
                .containsExactly("delta stock.below_reserved");
        assertThat(goods.post(path("A") + "/adjust", "{\"delta\":-11,\"reason\":\"x\"}")
                        .status())
                .isEqualTo(409);
        assertThat(well(goods.put(path("A"), "{\"quantityOnHand\":4}")).data("quantityAvailable"))
                .isEqualTo("0");
        assertThat(well(goods.get("/products/" + product)).data("quantityAvailable"))
                .isEqualTo("0");
    }

    @Test
    void what_cannot_be_read_is_refused() {
        goods.sells("A", 1, 10);

        assertThat(goods.put(path("A"), "{\"quantityOnHand\":-1,\"expectedQuantityOnHand\":1.5}")
                        .faults())
                .containsExactly("expectedQuantityOnHand field.invalid", "quantityOnHand field.out_of_range");
        assertThat(goods.put(path("A"), "{}").faults()).containsExactly("quantityOnHand field.required");
        assertThat(goods.post(path("A") + "/adjust", "{\"delta\":0}").faults())
                .containsExactly("delta field.invalid", "reason field.required");
        assertThat(goods.post(path("A") + "/adjust", "{\"delta\":0.5,\"reason\":\"x\"}")
                        .faults())
                .containsExactly("delta field.invalid");
        assertThat(goods.post(path("A") + "/adjust", "{\"delta\":100000000,\"reason\":\"x\"}")
                        .faults())
                .containsExactly("delta field.out_of_range");
    }

    @Test
    void a_row_that_is_not_there_and_another_stores_look_alike() {
        var other = Goods.opens(api);
        other.sells("A", 1, 1);
        var theirs = other.row("A");
        var unknown = goods.get("/catalog/inventory/0195b1c2-7a3e-7c41-9d52-3f0a6b8e1d27/movements");
        assertThat(unknown.status()).isEqualTo(404);
        for (var id : List.of(theirs, "x")) {
            var path = "/catalog/inventory/" + id;
            assertThat(goods.put(path, "{\"quantityOnHand\":1}").bytes()).isEqualTo(unknown.bytes());
            assertThat(goods.put(path, "{\"quantityOnHand\":-1}").bytes()).isEqualTo(unknown.bytes());
            assertThat(goods.post(path + "/adjust", "{\"delta\":1,\"reason\":\"x\"}")
                            .bytes())
                    .isEqualTo(unknown.bytes());
            assertThat(goods.get(path + "/movements").bytes()).isEqualTo(unknown.bytes());
        }
        assertThat(goods.listed("/catalog/inventory?warehouseId=" + other.defaultWarehouse(), "id"))
                .isEmpty();
    }

    @Test
    void a_store_has_one_default_warehouse_from_its_first_day() {
        var first = goods.defaultWarehouse();
        assertThat(goods.put("/warehouses/" + first, "{\"isDefault\":false}").faults())
                .containsExactly("isDefault field.invalid");
        assertThat(goods.put("/warehouses/" + first, "{\"isDefault\":false,\"name\":null}")
                        .faults())
                .containsExactly("isDefault field.invalid", "name field.required");
        assertThat(goods.delete("/warehouses/" + first).faults()).containsExactly("warehouse.in_use");

        var second = well(goods.post("/warehouses", "{\"name\":\"ثانٍ\"}")).data("id");
        assertThat(goods.defaultWarehouse()).isEqualTo(first);
        well(goods.put("/warehouses/" + second, "{\"isDefault\":true}"));
        assertThat(goods.defaultWarehouse()).isEqualTo(second);
        assertThat(goods.delete("/warehouses/" + first).status()).isEqualTo(200);
        assertThat(goods.delete("/warehouses/" + first).status()).isEqualTo(404);
        assertThat(goods.put("/warehouses/" + first, "{\"name\":\"x\"}").status())
                .isEqualTo(404);
        assertThat(goods.listed("/warehouses", "id")).containsExactly(second);
        assertThat(goods.post("/warehouses", "{\"address\":7}").faults())
                .containsExactly("address field.invalid", "name field.required");
        assertThat(Goods.opens(api)
                        .put("/warehouses/" + second, "{\"name\":\"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(Goods.opens(api).delete("/warehouses/" + second).status()).isEqualTo(404);
    }

    @Test
    void a_warehouse_with_pieces_stays() {
        goods.sells("A", 1, 3);
        var old = goods.defaultWarehouse();
        well(goods.post("/warehouses", "{\"name\":\"جديد\",\"isDefault\":true}"));

        assertThat(goods.delete("/warehouses/" + old).faults()).containsExactly("warehouse.in_use");
        var row = goods.listed("/catalog/inventory?sku=A&warehouseId=" + old, "id")
                .getFirst();
        well(goods.put("/catalog/inventory/" + row, "{\"quantityOnHand\":0}"));
        assertThat(goods.delete("/warehouses/" + old).status()).isEqualTo(200);
        assertThat(goods.listed("/catalog/inventory", "quantityOnHand")).containsExactly("0");
        assertThat(goods.put("/catalog/inventory/" + row, "{\"quantityOnHand\":2}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void of_thirty_new_defaults_at_once_one_is_left_and_no_row_is_missing() {
        Shop.atOnce(
                30,
                i -> i % 3 == 0
                        ? goods.post("/warehouses", "{\"name\":\"" + i + "\",\"isDefault\":true}")
                                .status()
                        : goods.saves(product("P" + i).put("initialQuantity", 2))
                                .status());

        assertThat(goods.listed("/warehouses?per_page=100", "isDefault"))
                .filteredOn("true"::equals)
                .hasSize(1);
        assertThat(stock.faults(backstage.jdbc())).isEmpty();
    }

    @Test
    void of_thirty_counts_that_expect_the_same_one_is_stored() {
        goods.sells("A", 1, 10);
        var path = path("A");

        var answers = Shop.atOnce(
                30,
                i -> goods.put(path, Api.object().put("quantityOnHand", 11 + i).put("expectedQuantityOnHand", 10))
                        .status());

        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(29);
        assertThat(stock.faults(backstage.jdbc())).isEmpty();
    }
}
