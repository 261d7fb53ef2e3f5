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

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<String> trips = new ArrayList<>();
    private State state = State.RUNNING;
    private boolean permitted;
    private boolean free;
    private int backend;

    /** Called by the thread that is about to make a trip on a connection to this backend. */
    void arrives(int pid, String trip) {
        lock.lock();
        try {
            backend = pid;
            state = State.WAITING;
            changed.signalAll();
            while (!permitted && !free) {
                changed.awaitUninterruptibly();
            }
            permitted = false;
            state = State.RUNNING;
            trips.add(trip);
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

    public List<String> trips() {
        lock.lock();
        try {
            return List.copyOf(trips);
        } finally {
            lock.unlock();
        }
    }
}
