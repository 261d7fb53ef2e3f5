package iq.sendy.billing;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.accounts.Registrations;
import iq.sendy.kernel.StoreId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** A store, the ledger of its agent, and an operator of the platform who gives it plans. */
@Scenario
abstract class BillingScenario {

    static final String SUBSCRIPTION = Api.STAFF + "/subscription";
    static final String USAGE = SUBSCRIPTION + "/usage";
    static final String CAP = SUBSCRIPTION + "/spend-cap";

    @Autowired
    Api api;

    @Autowired
    Registrations registrations;

    @Autowired
    TokenBudget budget;

    @Autowired
    PlatformTransactionManager transactions;

    Operators operator;
    Shop shop;
    Api owner;
    StoreId store;
    Ledger ledger;

    @BeforeEach
    void open() {
        operator = Operators.signIn(api, registrations);
        shop = Shop.opens(api);
        owner = shop.owner();
        store = new StoreId(UUID.fromString(shop.storeId()));
        ledger = new Ledger(store, budget, transactions);
    }

    static CallId call() {
        return new CallId(UUID.randomUUID(), 1, 1);
    }
}
