package iq.sendy.jobs.model;

/** Concurrency window of a lane: how many jobs a process holds at once, one, and one more for each that went well. */
public final class ConcurrencyWindow {

    public static final int WIDEST = 100;

    private int size = 1;

    public int size() {
        return size;
    }

    public void wentWell() {
        size = Math.min(WIDEST, size + 1);
    }

    public void failed() {
        size = 1;
    }
}
