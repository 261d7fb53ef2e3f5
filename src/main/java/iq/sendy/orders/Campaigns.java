package iq.sendy.orders;

import iq.sendy.kernel.StoreId;
import iq.sendy.orders.store.CampaignStore;
import iq.sendy.platform.sql.Query;
import java.util.List;
import org.springframework.stereotype.Service;

/** Campaigns as orders tell of them. What one brought is added up when somebody asks, so it is always what orders say. */
@Service
public class Campaigns {

    private final CampaignStore campaigns;

    Campaigns(CampaignStore campaigns) {
        this.campaigns = campaigns;
    }

    /** What each of these has brought, those without an order left out: one statement that shares a trip. */
    public Query<CampaignSales> sales(StoreId store, List<String> codes) {
        return campaigns.sales(store, codes);
    }
}
