package iq.sendy.analytics.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Invariants;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The nightly recount of a store, week by week. */
@Scenario
class RebuildFiguresTest {

    @Autowired
    Api api;

    @Autowired
    World.Backstage backstage;

    @Autowired
    RebuildFigures figures;

    @Test
    void a_week_that_cannot_be_counted_keeps_none_behind_it_from_it() {
        var goods = Goods.opens(api);
        var store = new StoreId(UUID.fromString(goods.shop().storeId()));
        goods.sells("ROSE", 10_000, 5);
        var old = delivers(goods);
        changes(
                "update orders.customer_order set created_at = created_at - interval '21 days' where store_id = ?",
                store);
        delivers(goods);
        changes("update orders.order_line set unit_cost = 9e18 where store_id = ? and order_id = '" + old + "'", store);
        changes("update analytics.sales_day set revenue = revenue + 7 where store_id = ?", store);

        assertThatThrownBy(() -> mend(store)).hasMessageContaining("1 weeks were not recounted");
        assertThat(goods.shop()
                        .owner()
                        .get(Api.STAFF + "/analytics/sales?groupBy=month")
                        .text())
                .doesNotContain("40007")
                .contains("\"revenue\":20000");

        changes("update orders.order_line set unit_cost = null where store_id = ? and order_id = '" + old + "'", store);
        mend(store);
        Invariants.hold(backstage.jdbc(), store.value());
    }

    /** Two pieces of it, and its id. */
    private static String delivers(Goods goods) {
        var order = Shop.order();
        order.remove("orderValue");
        order.putArray("items").addObject().put("sku", "ROSE").put("quantity", 2);
        var id = Goods.well(goods.shop().places(order)).data("id");
        for (var status : new String[] {"Confirmed", "InTransit", "OutForDelivery", "Delivered"}) {
            Goods.well(goods.shop().moves(id, status));
        }
        return id;
    }

    private void changes(String statement, StoreId store) {
        backstage.jdbc().sql(statement).param(store.value()).update();
    }

    private long mend(StoreId store) {
        return CurrentTenant.in(store, () -> figures.mend(store));
    }
}
