package iq.sendy.platform.sql;

import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Plans that a session keeps, also those by which PostgreSQL checks foreign keys. One that was made while a table was small
 * reads all of it for each row, and the statistics that would replace it see no row before its transaction has ended. So a
 * transaction that brings many rows has its session plan anew as they come: decision 95.
 */
final class KeptPlans {

    /** So many rows may be looked up by plans from before: no more than an order with many lines brings. */
    private static final int FEW = 500;

    /** The parts, and before each that brings the rows since the last time to more than a few, what forgets the plans. */
    List<Query<?>> renewed(List<? extends Query<?>> parts) {
        var all = new ArrayList<Query<?>>();
        for (var part : parts) {
            if (part.rows() > 0 && rows().areManyWith(part.rows())) {
                all.add(Query.write("discard plans"));
            }
            all.add(part);
        }
        return all;
    }

    private RowsSincePlanned rows() {
        if (TransactionSynchronizationManager.getResource(this) instanceof RowsSincePlanned running) {
            return running;
        }
        var fresh = new RowsSincePlanned();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.bindResource(this, fresh);
            TransactionSynchronizationManager.registerSynchronization(
                    new ResourceHolderSynchronization<RowsSincePlanned, Object>(fresh, this) {});
        }
        return fresh;
    }

    /** The rows that a transaction brought since it planned. */
    private static final class RowsSincePlanned extends ResourceHolderSupport {

        private int rows;

        boolean areManyWith(int more) {
            var many = rows + more > FEW;
            rows = many ? more : rows + more;
            return many;
        }
    }
}
