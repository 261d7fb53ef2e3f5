package iq.sendy.messaging;

import iq.sendy.Waiting;
import iq.sendy.kernel.StoreId;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PacedWorkTest {

    @Test
    void a_store_with_much_to_do_lets_another_have_its_turn() {
        var much = new StoreId(UUID.randomUUID());
        var little = new StoreId(UUID.randomUUID());
        var begun = new AtomicBoolean();
        var served = new AtomicBoolean();
        var work = new PacedWork("test", Duration.ZERO, 1, store -> {
            if (store.equals(little)) {
                served.set(true);
                return false;
            }
            begun.set(true);
            return !served.get();
        });
        work.wake(much);
        Waiting.until("the one with much to do is at it", begun::get);
        work.wake(little);
        Waiting.until("both are done", work::isIdle);
    }
}
