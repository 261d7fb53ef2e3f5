package iq.sendy.customers;

import iq.sendy.customers.store.CustomerStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Names of many customers at once, for whoever lists something else. */
@Service
public class CustomerNames {

    private final CustomerStore customers;

    CustomerNames(CustomerStore customers) {
        this.customers = customers;
    }

    /** Those of customers by their ids; it shares a trip. */
    public Query<CustomerName> of(StoreId store, Collection<UUID> ids) {
        return customers.names(store, ids);
    }
}
