package iq.sendy.proofs;

import iq.sendy.proofs.Paper.Line;
import iq.sendy.proofs.Paper.Order;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A return on paper: which pieces of an order were asked back, and what came of them. */
final class PaperReturn {

    /** What is asked of a line and what came of it. */
    static final class Piece {
        final int line;
        final long asked;
        long good;
        long damaged;
        long refund;

        Piece(int line, long asked, long refund) {
            this.line = line;
            this.asked = asked;
            this.refund = refund;
        }

        @Override
        public String toString() {
            return asked + " " + good + " " + damaged + " " + refund;
        }
    }

    final Order order;
    final List<Piece> pieces;
    String status = "pending";

    private PaperReturn(Order order, List<Piece> pieces) {
        this.order = order;
        this.pieces = pieces;
    }

    long refund() {
        return pieces.stream().mapToLong(piece -> piece.refund).sum();
    }

    static String ask(Paper paper, Order order, List<Move.Pick> wanted) {
        if (!order.status.equals("Delivered")) {
            return "not delivered";
        }
        var asked = new LinkedHashMap<Integer, Long>();
        if (wanted.isEmpty()) {
            IntStream.range(0, order.lines.size())
                    .filter(line -> left(order, line) > 0)
                    .forEach(line -> asked.put(line, left(order, line)));
            if (asked.isEmpty()) {
                return "invalid [items return.quantity]";
            }
        }
        var flaws = new ArrayList<String>();
        for (var i = 0; i < wanted.size(); i++) {
            var line = wanted.get(i).which();
            if (asked.merge(line, (long) wanted.get(i).quantity(), Long::sum) > left(order, line)) {
                flaws.add("items[" + i + "].quantity return.quantity");
            }
        }
        if (!flaws.isEmpty()) {
            return "invalid " + flaws;
        }
        if (order.returns.stream().anyMatch(each -> each.status.equals("pending"))) {
            return "pending";
        }
        var pieces = IntStream.range(0, order.lines.size())
                .filter(asked::containsKey)
                .mapToObj(line -> new Piece(
                        line,
                        asked.getOrDefault(line, 0L),
                        refund(order.lines.get(line), asked(order, line), asked.getOrDefault(line, 0L))))
                .toList();
        var request = new PaperReturn(order, pieces);
        order.returns.add(request);
        paper.returns.add(request);
        return "asked " + request.refund();
    }

    private static long left(Order order, int line) {
        return order.lines.get(line).quantity() - asked(order, line);
    }

    /** Pieces of a line that returns hold: an approved one what was asked, a completed one what came. */
    private static long asked(Order order, int line) {
        return order.returns.stream()
                        .filter(each -> each.status.equals("approved"))
                        .flatMap(each -> each.pieces.stream())
                        .filter(piece -> piece.line == line)
                        .mapToLong(piece -> piece.asked)
                        .sum()
                + back(order, line);
    }

    private static long back(Order order, int line) {
        return order.returns.stream()
                .filter(each -> each.status.equals("completed"))
                .flatMap(each -> each.pieces.stream())
                .filter(piece -> piece.line == line)
                .mapToLong(piece -> piece.good + piece.damaged)
                .sum();
    }

    /** A part of the net paid, rounded down over all pieces so far. */
    private static long refund(Line line, long before, long now) {
        return line.total() * (before + now) / line.quantity() - line.total() * before / line.quantity();
    }

    String decide(String to) {
        if (!status.equals("pending")) {
            return "forbidden " + status;
        }
        status = to;
        return "decided " + to + " " + refund();
    }

    String complete(Paper paper, List<Move.Part> came) {
        var good = new HashMap<Integer, Long>();
        var damaged = new HashMap<Integer, Long>();
        var flaws = new ArrayList<String>();
        for (var i = 0; i < came.size(); i++) {
            var at = came.get(i).line();
            var all = good.merge(at, (long) came.get(i).good(), Long::sum)
                    + damaged.merge(at, (long) came.get(i).damaged(), Long::sum);
            if (all > pieces.get(at).asked) {
                flaws.add("items[" + i + "].restock return.quantity");
            }
        }
        if (!flaws.isEmpty()) {
            return "invalid " + flaws;
        }
        if (!status.equals("approved")) {
            return "forbidden " + status;
        }
        var shelf = new HashMap<Integer, Long>();
        for (var i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            var line = order.lines.get(piece.line);
            piece.good = came.isEmpty() ? piece.asked : good.getOrDefault(i, 0L);
            piece.damaged = damaged.getOrDefault(i, 0L);
            piece.refund = refund(line, back(order, piece.line), piece.good + piece.damaged);
            shelf.merge(line.sku(), piece.good, Long::sum);
        }
        status = "completed";
        putBack(paper, shelf);
        paper.counter.payBack(order, refund());
        paper.buyer(order).collected -= refund();
        if (IntStream.range(0, order.lines.size())
                .allMatch(line -> back(order, line) == order.lines.get(line).quantity())) {
            order.status = "Returned";
            order.payment = "Refunded";
            paper.buyer(order).returned++;
        }
        return "completed " + refund();
    }

    /** Where they came from, in the order of the rows' ids; what was not tracked when it was sold stays away. */
    private void putBack(Paper paper, Map<Integer, Long> shelf) {
        shelf.forEach((sku, pieces) -> {
            var left = new long[] {pieces};
            order.held.entrySet().stream()
                    .filter(each -> each.getKey() / Paper.PLACES == sku)
                    .sorted((a, b) -> paper.rows.get(a.getKey()).id.compareTo(paper.rows.get(b.getKey()).id))
                    .forEach(each -> {
                        var held = each.getValue();
                        var part = Math.min(left[0], held.pieces - held.returned);
                        held.returned += part;
                        paper.rows.get(each.getKey()).onHand += part;
                        left[0] -= part;
                    });
        });
    }
}
