package iq.sendy.analytics;

import iq.sendy.analytics.model.SalesContribution;
import iq.sendy.analytics.store.ProductFigureStore;
import iq.sendy.analytics.store.SalesFigureStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.orders.OrderView;
import iq.sendy.platform.sql.BeforeCommit;
import iq.sendy.returns.ReturnStatus;
import iq.sendy.returns.ReturnView;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Incremental projection of orders onto the figures of their days. What the changes of a transaction add to is collected, and
 * one statement in its last trip adds it up, behind the counters that its orders queue at already: see decision 40.
 */
@Service
public class SalesProjection {

    private final SalesFigureStore sales;
    private final ProductFigureStore products;
    private final BeforeCommit beforeCommit;

    SalesProjection(SalesFigureStore sales, ProductFigureStore products, BeforeCommit beforeCommit) {
        this.sales = sales;
        this.products = products;
        this.beforeCommit = beforeCommit;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void placed(StoreId store, OrderView order) {
        add(store, SalesContribution.placed(order), SalesContribution.delivered(order));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(StoreId store, OrderView before, OrderView after) {
        var change = SalesContribution.changed(before, after);
        if (!change.figures().equals(SalesFigures.NONE)) {
            add(store, change, SalesContribution.delivered(before, after));
        }
    }

    /** A return counts once it is completed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void returned(StoreId store, OrderView order, ReturnView request) {
        if (request.status() == ReturnStatus.COMPLETED) {
            add(store, SalesContribution.returned(order, request), SalesContribution.products(order, request));
        }
    }

    /** Sales always before products: so two transactions lock what they share in one order. */
    private void add(StoreId store, SalesChange change, List<ProductFigureChange> ofProducts) {
        beforeCommit
                .collected(
                        BeforeCommit.LockOrder.FIGURES,
                        CollectedSales.class,
                        CollectedSales::new,
                        all -> sales.add(store, all.changes()))
                .add(change);
        if (!ofProducts.isEmpty()) {
            beforeCommit
                    .collected(
                            BeforeCommit.LockOrder.FIGURES,
                            CollectedProducts.class,
                            CollectedProducts::new,
                            all -> products.add(store, all.changes()))
                    .addAll(ofProducts);
        }
    }

    private record SalesKey(Instant at, String source, String provinceCode) {}

    /** A bulk of orders that were placed together is one change or few. */
    private static final class CollectedSales {

        private final Map<SalesKey, SalesFigures> sums = new LinkedHashMap<>();

        void add(SalesChange change) {
            sums.merge(
                    new SalesKey(change.at(), change.source(), change.provinceCode()),
                    change.figures(),
                    SalesFigures::plus);
        }

        List<SalesChange> changes() {
            return sums.entrySet().stream()
                    .map(each -> new SalesChange(
                            each.getKey().at(),
                            each.getKey().source(),
                            each.getKey().provinceCode(),
                            each.getValue()))
                    .toList();
        }
    }

    private record ProductKey(Instant at, UUID product) {}

    private static final class CollectedProducts {

        private final Map<ProductKey, ProductFigures> sums = new LinkedHashMap<>();

        void addAll(List<ProductFigureChange> changes) {
            for (var change : changes) {
                sums.merge(new ProductKey(change.at(), change.product()), change.figures(), ProductFigures::plus);
            }
        }

        List<ProductFigureChange> changes() {
            return sums.entrySet().stream()
                    .map(each -> new ProductFigureChange(
                            each.getKey().at(), each.getKey().product(), each.getValue()))
                    .toList();
        }
    }
}
