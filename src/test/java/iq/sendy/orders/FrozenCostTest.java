package iq.sendy.orders;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a line's piece cost the shop is frozen with the line, for figures between modules alone. */
@Scenario
class FrozenCostTest {

    @Autowired
    Api api;

    @Autowired
    Backstage backstage;

    Goods goods;

    @BeforeEach
    void open() {
        goods = Goods.opens(api);
    }

    private void costs(String sku, long cost) {
        well(goods.saves(Goods.product(sku).put("price", 1_000).put("cost", cost)));
    }

    private Api.Reply ordered(String... skus) {
        var order = Shop.order();
        order.remove("orderValue");
        var items = order.putArray("items");
        for (var sku : skus) {
            items.addObject().put("sku", sku).put("quantity", 2);
        }
        return well(goods.shop().places(order));
    }

    /** By SKU; -1 for none. */
    private List<String> frozen(String order) {
        return backstage
                .jdbc()
                .sql(
                        "select sku || ' ' || coalesce(unit_cost, -1) from orders.order_line where order_id = :order order by 1")
                .param("order", UUID.fromString(order))
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Test
    void the_cost_of_a_line_is_what_it_was_when_the_line_was_taken() {
        costs("ROSE", 400);
        well(goods.saves(Goods.product("LILY").put("price", 900)));
        var placed = ordered("ROSE", "LILY");
        costs("ROSE", 700);

        assertThat(frozen(placed.data("id"))).containsExactly("LILY -1", "ROSE 400");
        assertThat(placed.data().toString()).doesNotContain("ost\":400");
    }

    @Test
    void replaced_items_freeze_their_cost_anew() {
        costs("ROSE", 400);
        var id = ordered("ROSE").data("id");
        costs("ROSE", 700);

        var items = Api.object();
        items.putArray("items").addObject().put("sku", "ROSE").put("quantity", 1);
        well(goods.shop().key().put(Api.KEYS + "/orders/" + id + "/items", items));

        assertThat(frozen(id)).containsExactly("ROSE 700");
    }
}
