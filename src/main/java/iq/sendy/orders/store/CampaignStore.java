package iq.sendy.orders.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.orders.CampaignSales;
import iq.sendy.orders.OrderStatus;
import iq.sendy.platform.sql.Query;
import java.util.List;
import org.springframework.stereotype.Component;

/** Orders by the campaign that they carry. */
@Component
public class CampaignStore {

    /** Read from the index alone, which has both columns. */
    public Query<CampaignSales> sales(StoreId store, List<String> codes) {
        return Query.of("""
                        select campaign, count(*) as orders,
                               coalesce(sum(total) filter (where status = :delivered), 0)::bigint as delivered_total
                        from orders.customer_order
                        where store_id = :store and campaign = any (:codes)
                        group by campaign
                        """, CampaignSales.class)
                .param("store", store.value())
                .param("delivered", OrderStatus.DELIVERED.toString())
                .param("codes", codes.toArray(String[]::new));
    }
}
