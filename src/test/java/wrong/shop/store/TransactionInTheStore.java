package wrong.shop.store;

import org.springframework.transaction.annotation.Transactional;

public class TransactionInTheStore {

    @Transactional
    public void write() {}
}
