package wrong.shop;

import org.springframework.transaction.event.TransactionalEventListener;

class HearsTooLate {

    @TransactionalEventListener
    void takeStock(String sold) {
        assert !sold.isEmpty();
    }
}
