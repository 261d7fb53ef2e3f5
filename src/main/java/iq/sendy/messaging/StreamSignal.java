package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Says inside this process that a store's inbox has moved on: a hint, which nobody needs to hear. */
@Component
class StreamSignal {

    private final List<Consumer<StoreId>> listening = new CopyOnWriteArrayList<>();

    void tell(StoreId store) {
        listening.forEach(ear -> ear.accept(store));
    }

    void hear(Consumer<StoreId> ear) {
        listening.add(ear);
    }
}
