package iq.sendy.simulator;

import iq.sendy.meta.ChannelType;
import iq.sendy.simulator.ChatLine.Tick;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Chat of a customer with a simulated account, as their phone shows it: the newest lines, and the last delivery that it gave
 * rise to. In memory, for it stands for Meta's servers and not for our database: a start forgets it, and the inbox does not.
 */
final class SimulatedChat {

    private static final int MOST_LINES = 200;

    private final ChannelType type;
    private final SimulatedCustomer customer;
    private final List<ChatLine> lines = new ArrayList<>();
    private @Nullable MetaDelivery last;
    private long version;

    SimulatedChat(ChannelType type, SimulatedCustomer customer) {
        this.type = type;
        this.customer = customer;
    }

    ChannelType type() {
        return type;
    }

    SimulatedCustomer customer() {
        return customer;
    }

    synchronized List<ChatLine> lines() {
        return List.copyOf(lines);
    }

    /** Grows with each change, so that a page knows whether it is old. */
    synchronized long version() {
        return version;
    }

    synchronized void add(ChatLine line) {
        lines.add(line);
        if (lines.size() > MOST_LINES) {
            lines.removeFirst();
        }
        changed();
    }

    /** Changes a line that is there; one that was forgotten stays so. */
    synchronized Optional<ChatLine> change(String id, UnaryOperator<ChatLine> change) {
        for (var i = 0; i < lines.size(); i++) {
            if (lines.get(i).id().equals(id)) {
                lines.set(i, change.apply(lines.get(i)));
                changed();
                return Optional.of(lines.get(i));
            }
        }
        return Optional.empty();
    }

    synchronized Optional<ChatLine> find(String id) {
        return lines.stream().filter(line -> line.id().equals(id)).findFirst();
    }

    /** The lines of the shop that the phone has and its owner had not read: they are read now. */
    synchronized List<ChatLine> read() {
        var read = new ArrayList<ChatLine>();
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.fromShop() && line.tick() == Tick.DELIVERED) {
                lines.set(i, line.with(Tick.READ));
                read.add(lines.get(i));
            }
        }
        if (!read.isEmpty()) {
            changed();
        }
        return read;
    }

    synchronized void remember(MetaDelivery delivery) {
        last = delivery;
    }

    synchronized Optional<MetaDelivery> last() {
        return Optional.ofNullable(last);
    }

    /** Waits until it has another version, or for so long. */
    synchronized void await(long seen, Duration most) throws InterruptedException {
        var end = System.nanoTime() + most.toNanos();
        for (var left = most.toNanos(); version == seen && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    private void changed() {
        version++;
        notifyAll();
    }
}
