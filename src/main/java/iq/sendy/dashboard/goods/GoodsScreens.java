package iq.sendy.dashboard.goods;

import iq.sendy.dashboard.DashboardScreen;
import iq.sendy.dashboard.HomeTask;
import iq.sendy.dashboard.NavigationGroup;
import iq.sendy.inventory.PiecesLeft;
import iq.sendy.inventory.StockItems;
import iq.sendy.platform.sql.Query;
import iq.sendy.stores.Settings;
import iq.sendy.stores.StoreSettings;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The entries of this room in the side bar. */
@Configuration(proxyBeanMethods = false)
class GoodsScreens {

    @Bean
    DashboardScreen productsScreen() {
        return DashboardScreen.at(GoodsPaths.PRODUCTS, "products", NavigationGroup.GOODS, 10)
                .needing("products.view", "catalog:read");
    }

    @Bean
    DashboardScreen stockScreen() {
        return DashboardScreen.at(GoodsPaths.STOCK, "stock", NavigationGroup.GOODS, 20)
                .needing("inventory.view", "catalog:read");
    }

    @Bean
    DashboardScreen receivingScreen() {
        return DashboardScreen.at(GoodsPaths.RECEIVING, "receiving", NavigationGroup.GOODS, 30)
                .needing("purchase_orders.view", "purchasing:read");
    }

    @Bean
    DashboardScreen suppliersScreen() {
        return DashboardScreen.at(GoodsPaths.SUPPLIERS, "suppliers", NavigationGroup.GOODS, 40)
                .needing("suppliers.view", "purchasing:read");
    }

    @Bean
    HomeTask stockRunningOut(StockItems items, Settings storeSettings) {
        return new HomeTask(
                GoodsPaths.STOCK + "?tab=low",
                "home.stock.low",
                "stock",
                70,
                "inventory.view",
                "catalog:read",
                caller -> runningOut(items.piecesLeft(caller.store()), storeSettings.query(caller.store())));
    }

    /** What is few is the store's to say, and is read in the same trip. */
    private static HomeTask.WaitingAmount runningOut(Query<PiecesLeft> left, Query<StoreSettings> settings) {
        return new HomeTask.WaitingAmount(List.of(left, settings), () -> {
            var few = settings.first().orElse(StoreSettings.DEFAULTS).lowStockThreshold();
            return left.answer().stream()
                    .filter(each -> each.pieces() <= few)
                    .mapToLong(PiecesLeft::products)
                    .sum();
        });
    }
}
