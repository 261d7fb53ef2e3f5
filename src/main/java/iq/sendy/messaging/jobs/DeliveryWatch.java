package iq.sendy.messaging.jobs;

import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.InboundSignal;
import iq.sendy.messaging.PacedWork;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads in this process what it has taken in: the first delivery at once, and of a busy store those of some tens of
 * milliseconds together, which costs little more than one. The standing job of {@link ReadDeliveries} is for whatever this
 * does not come to.
 */
@Component
class DeliveryWatch implements SmartLifecycle {

    private static final Duration PAUSE = Duration.ofMillis(60);

    /** Stores at once, of the connections for what happens beside requests. */
    private static final int AT_ONCE = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final InboundSignal inboundSignal;
    private final DeliveryDrain drain;
    private final boolean enabled;
    private final PacedWork reading = new PacedWork("inbox-deliveries", PAUSE, AT_ONCE, this::read);
    private final Consumer<StoreId> ear = reading::wake;
    private volatile boolean running;

    DeliveryWatch(
            InboundSignal inboundSignal, DeliveryDrain drain, @Value("${sendy.jobs.enabled:true}") boolean enabled) {
        this.inboundSignal = inboundSignal;
        this.drain = drain;
        this.enabled = enabled;
    }

    private boolean read(StoreId store) {
        return running && CurrentTenant.in(store, () -> drain.drain(store));
    }

    @Override
    public void start() {
        running = true;
        inboundSignal.hear(ear);
    }

    /** What is being read is read to its end; the rest is another process's, or for the next start. */
    @Override
    public void stop() {
        running = false;
        inboundSignal.forget(ear);
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!reading.isIdle() && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public boolean isAutoStartup() {
        return enabled;
    }
}
