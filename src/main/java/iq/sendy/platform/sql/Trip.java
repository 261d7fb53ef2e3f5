package iq.sendy.platform.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Database round trip. Collects the queries of one send of a {@link Pipeline} in the order in which they run; each is answered
 * once the trip was sent. What was sent is done with: a trip that is added to again is the next one.
 */
public final class Trip {

    private final Consumer<List<Query<?>>> way;
    private final List<Query<?>> parts = new ArrayList<>();

    /** @param way how what is on it is sent */
    Trip(Consumer<List<Query<?>>> way) {
        this.way = way;
    }

    /** Puts a query on the trip and answers it, to be read after {@link #send}. */
    public <R> Query<R> add(Query<R> part) {
        parts.add(part);
        return part;
    }

    /** As {@link #add}; where it is not wanted nothing is sent, and the answer is known to have no row. */
    public <R> Query<R> addIf(boolean wanted, Supplier<Query<R>> part) {
        return wanted ? add(part.get()) : Query.none();
    }

    public void addAll(Collection<? extends Query<?>> more) {
        parts.addAll(more);
    }

    /** What was added and not sent, for whoever sends it along with something else. */
    public List<Query<?>> parts() {
        return List.copyOf(parts);
    }

    /** Sends what was added, if there is any. */
    public void send() {
        way.accept(List.copyOf(parts));
        parts.clear();
    }
}
