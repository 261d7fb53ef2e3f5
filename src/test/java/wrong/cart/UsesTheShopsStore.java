package wrong.cart;

import wrong.shop.store.TransactionInTheStore;

class UsesTheShopsStore {

    void write(TransactionInTheStore store) {
        store.write();
    }
}
