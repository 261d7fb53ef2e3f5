package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Says inside this process that a store has deliveries to be read. A hint: their standing job finds what it missed. */
@Component
public class InboundSignal {

    private final List<Consumer<StoreId>> listening = new CopyOnWriteArrayList<>();

    /** Whether anybody in this process reads deliveries. */
    boolean isHeard() {
        return !listening.isEmpty();
    }

    void tell(StoreId store) {
        listening.forEach(ear -> ear.accept(store));
    }

    public void hear(Consumer<StoreId> ear) {
        listening.add(ear);
    }

    public void forget(Consumer<StoreId> ear) {
        listening.remove(ear);
    }
}
