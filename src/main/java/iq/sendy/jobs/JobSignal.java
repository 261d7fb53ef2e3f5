package iq.sendy.jobs;

import iq.sendy.kernel.StoreId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Wake-up signal within a process. Passes on, inside this process, that a store has work: a hint, which nobody needs to
 * hear.
 */
@Component
class JobSignal {

    private final List<Consumer<StoreId>> listening = new CopyOnWriteArrayList<>();

    void tell(StoreId store) {
        listening.forEach(ear -> ear.accept(store));
    }

    void hear(Consumer<StoreId> ear) {
        listening.add(ear);
    }

    void forget(Consumer<StoreId> ear) {
        listening.remove(ear);
    }
}
