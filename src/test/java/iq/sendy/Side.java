package iq.sendy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** One of two requests that are stepped: before each trip to the database it waits here for a permit. */
public final class Side {

    private enum State {
        RUNNING,
        WAITING,
        DONE
    }

    /**
     * A trip that waits for its permit.
     *
     * @param before the trips of its transaction that were made
     * @param alone whether it is no part of a transaction, and so commits what it does
     */
    public record Arrival(String trip, List<String> before, boolean alone) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<String> transaction = new ArrayList<>();
    private Arrival arrival = new Arrival("", List.of(), false);
    private State state = State.RUNNING;
    private boolean permitted;
    private boolean free;
    private int backend;

    /** Called by the thread that is about to make a trip on a connection to this backend. */
    void arrives(int pid, String trip, boolean alone) {
        lock.lock();
        try {
            backend = pid;
            arrival = new Arrival(trip, alone ? List.of() : List.copyOf(transaction), alone);
            state = State.WAITING;
            changed.signalAll();
            while (!permitted && !free) {
                changed.awaitUninterruptibly();
            }
            permitted = false;
            state = State.RUNNING;
            if (alone || trip.equals(Trips.COMMIT) || trip.equals(Trips.ROLLBACK)) {
                transaction.clear();
            } else {
                transaction.add(trip);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets it make one trip. */
    public void permit() {
        lock.lock();
        try {
            permitted = true;
            state = State.RUNNING;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets it make all the trips that it likes. */
    public void free() {
        lock.lock();
        try {
            free = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Its request is answered. */
    public void done() {
        lock.lock();
        try {
            state = State.DONE;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public boolean waits() {
        return is(State.WAITING);
    }

    public boolean isDone() {
        return is(State.DONE);
    }

    private boolean is(State wanted) {
        lock.lock();
        try {
            return state == wanted;
        } finally {
            lock.unlock();
        }
    }

    /** Waits a little for its trip to end; whether it has. */
    public boolean rests(long micros) throws InterruptedException {
        lock.lock();
        try {
            var left = TimeUnit.MICROSECONDS.toNanos(micros);
            while (state == State.RUNNING && left > 0) {
                left = changed.awaitNanos(left);
            }
            return state != State.RUNNING;
        } finally {
            lock.unlock();
        }
    }

    /** The process of PostgreSQL that serves it, 0 before its first trip. */
    public int backend() {
        lock.lock();
        try {
            return backend;
        } finally {
            lock.unlock();
        }
    }

    /** The trip that it waits to make, or made last. */
    public Arrival arrival() {
        lock.lock();
        try {
            return arrival;
        } finally {
            lock.unlock();
        }
    }
}
