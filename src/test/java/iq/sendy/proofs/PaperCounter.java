package iq.sendy.proofs;

import iq.sendy.proofs.Paper.Order;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The counter of a shop on paper: one drawer, which is emptied and counted now and then. */
final class PaperCounter {

    static final long OPENING = 1_000;

    private static final long NOTE = 250;

    /** What went back in cash for an order: what was owed, and what was handed out. */
    private static final class PaidBack {
        long owed;
        long paid;
    }

    private final Paper paper;
    private final PaperSteps steps;
    private final Map<Order, PaidBack> sold = new HashMap<>();
    final List<Long> drawers = new ArrayList<>(List.of(OPENING));

    PaperCounter(Paper paper, PaperSteps steps) {
        this.paper = paper;
        this.steps = steps;
    }

    /** An order that is paid in cash and carried away; what is tendered below zero was not said. */
    String sell(int phone, List<Move.Pick> picks, long tendered) {
        var total = paper.priced(picks, Paper.NONE).stream()
                .mapToLong(Paper.Line::total)
                .sum();
        var due = rounded(total);
        if (tendered >= 0 && tendered < due) {
            return "invalid [cashTendered field.out_of_range]";
        }
        var placed = paper.place(phone, picks, Paper.NONE);
        if (!placed.startsWith("placed")) {
            return placed;
        }
        var order = paper.orders.getLast();
        order.status = "Delivered";
        steps.deliver(order);
        sold.put(order, new PaidBack());
        pay(due);
        return "sold " + total + " " + (tendered < 0 ? 0 : tendered - due) + " " + (due - total);
    }

    /** All that goes back for an order is rounded together. */
    void payBack(Order order, long refund) {
        var back = sold.get(order);
        if (back != null) {
            back.owed += refund;
            pay(back.paid - rounded(back.owed));
            back.paid = rounded(back.owed);
        }
    }

    /** The drawer is counted, and the next begins. */
    String change() {
        var counted = drawers.getLast();
        drawers.add(OPENING);
        return "changed " + counted;
    }

    private void pay(long amount) {
        drawers.set(drawers.size() - 1, drawers.getLast() + amount);
    }

    private static long rounded(long total) {
        return (total + NOTE / 2) / NOTE * NOTE;
    }
}
