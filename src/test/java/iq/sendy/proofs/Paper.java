package iq.sendy.proofs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A shop as anyone would keep it on paper: what is there, who ordered what, which codes were used. Maps and integers, and
 * the rules of the contract once more, written without a look at the product's.
 */
final class Paper {

    static final String[] SKUS = {"A", "B", "C", "FREE"};
    static final int PLACES = 2;
    static final int NONE = -1;

    /** A row of stock: a product in one of two warehouses, the default first. */
    static final class Row {
        long onHand;
        long reserved;

        /** As PostgreSQL orders ids: pieces come back in this order. */
        String id = "";
    }

    static final class Code {
        final String word;
        final boolean percentage;
        final long value;

        @Nullable
        Long maxUses;

        @Nullable
        Long perPhone;

        final Map<Integer, Long> uses = new TreeMap<>();

        Code(String word, boolean percentage, long value, @Nullable Long maxUses, @Nullable Long perPhone) {
            this.word = word;
            this.percentage = percentage;
            this.value = value;
            this.maxUses = maxUses;
            this.perPhone = perPhone;
        }

        long used() {
            return uses.values().stream().mapToLong(Long::longValue).sum();
        }

        long off(long sum) {
            return percentage ? (2 * sum * value + 100) / 200 : Math.min(value, sum);
        }
    }

    record Line(
            int sku,
            long quantity,
            long price,
            long total,
            @Nullable Long cost) {}

    /** Pieces of a row that belong to an order. */
    static final class Held {
        final long pieces;
        long returned;

        Held(long pieces) {
            this.pieces = pieces;
        }
    }

    static final class Order {
        final int phone;
        final Map<Integer, Held> held = new TreeMap<>();
        final List<PaperReturn> returns = new ArrayList<>();
        List<Line> lines = List.of();
        String status = "Pending";
        String payment = "Due";
        int code = NONE;
        boolean codeLives;
        long collected;

        Order(int phone) {
            this.phone = phone;
        }

        long total() {
            return lines.stream().mapToLong(Line::total).sum();
        }

        boolean inTheStore() {
            return List.of("Pending", "Confirmed", "Ready").contains(status);
        }
    }

    static final class Buyer {
        boolean blocked;
        long orders;
        long delivered;
        long refused;
        long returned;
        long collected;

        @Override
        public String toString() {
            return orders + " " + delivered + " " + refused + " " + returned + " " + collected + " " + blocked;
        }
    }

    final long[] prices = {1_000, 2_500, 333, 777};
    final boolean[] tracked = {true, true, true, false};
    /** What the pieces that were there after the last purchase were worth, and how many; none before the first. */
    final long[] worth = new long[SKUS.length];

    final long[] valued = new long[SKUS.length];
    final List<Row> rows =
            IntStream.range(0, SKUS.length * PLACES).mapToObj(_ -> new Row()).toList();
    final List<Code> codes = List.of(new Code("ONE", false, 700, 2L, null), new Code("TENTH", true, 10, null, 1L));
    final List<Order> orders = new ArrayList<>();
    final List<PaperReturn> returns = new ArrayList<>();
    final Map<Integer, Buyer> buyers = new TreeMap<>();
    final PaperSteps steps = new PaperSteps(this);
    final PaperCounter counter = new PaperCounter(this, steps);

    Row row(int sku, int place) {
        return rows.get(sku * PLACES + place);
    }

    String place(int phone, List<Move.Pick> picks, int code) {
        var refusal = code == NONE ? null : refusal(codes.get(code), phone);
        if (refusal != null) {
            return refusal;
        }
        var buyer = buyers.get(phone);
        if (buyer != null && buyer.blocked) {
            return "blocked";
        }
        var order = new Order(phone);
        var shortage = shortage(picks);
        if (!shortage.isEmpty()) {
            return "short " + shortage;
        }
        take(order, picks);
        order.lines = priced(picks, code);
        use(order, code);
        orders.add(order);
        var known = buyers.computeIfAbsent(phone, _ -> new Buyer());
        known.orders++;
        return "placed " + order.total();
    }

    String edit(Order order, List<Move.Pick> picks, int wanted) {
        var code = wanted < NONE ? order.code : wanted;
        var held = code != NONE && order.codeLives && order.code == code;
        var refusal = code == NONE || held ? null : refusal(codes.get(code), order.phone);
        if (refusal != null) {
            return refusal;
        }
        if (!order.inTheStore()) {
            return "closed " + order.status;
        }
        release(order);
        var shortage = shortage(picks);
        if (!shortage.isEmpty()) {
            retake(order);
            return "short " + shortage;
        }
        order.held.clear();
        take(order, picks);
        order.lines = priced(picks, code);
        if (!held) {
            giveCodeBack(order);
            use(order, code);
        }
        return "changed " + order.total();
    }

    private @Nullable String refusal(Code code, int phone) {
        if (code.maxUses != null && code.used() >= code.maxUses) {
            return "invalid [discountCode discount.exhausted]";
        }
        return code.perPhone != null && code.uses.getOrDefault(phone, 0L) >= code.perPhone
                ? "invalid [discountCode discount.customer_limit]"
                : null;
    }

    private void use(Order order, int code) {
        order.code = code;
        order.codeLives = code != NONE;
        if (order.codeLives) {
            codes.get(code).uses.merge(order.phone, 1L, Long::sum);
        }
    }

    void giveCodeBack(Order order) {
        if (order.codeLives) {
            codes.get(order.code).uses.merge(order.phone, -1L, Long::sum);
            order.codeLives = false;
        }
    }

    private Map<Integer, Long> wants(List<Move.Pick> picks) {
        var wants = new LinkedHashMap<Integer, Long>();
        for (var pick : picks) {
            if (tracked[pick.which()]) {
                wants.merge(pick.which(), (long) pick.quantity(), Long::sum);
            }
        }
        return wants;
    }

    private long available(int sku) {
        return IntStream.range(0, PLACES)
                .mapToLong(place -> row(sku, place).onHand - row(sku, place).reserved)
                .sum();
    }

    /** Each line of a product that there is too little of. */
    private List<String> shortage(List<Move.Pick> picks) {
        var wants = wants(picks);
        return IntStream.range(0, picks.size())
                .filter(i -> wants.getOrDefault(picks.get(i).which(), 0L)
                        > available(picks.get(i).which()))
                .filter(i -> tracked[picks.get(i).which()])
                .mapToObj(i -> i + " " + SKUS[picks.get(i).which()] + " "
                        + available(picks.get(i).which()))
                .toList();
    }

    private void take(Order order, List<Move.Pick> picks) {
        wants(picks).forEach((sku, wanted) -> {
            var left = wanted;
            for (var place = 0; place < PLACES; place++) {
                var row = row(sku, place);
                var part = Math.min(left, row.onHand - row.reserved);
                if (part > 0) {
                    row.reserved += part;
                    order.held.put(sku * PLACES + place, new Held(part));
                    left -= part;
                }
            }
        });
    }

    void release(Order order) {
        order.held.forEach((row, held) -> rows.get(row).reserved -= held.pieces);
    }

    private void retake(Order order) {
        order.held.forEach((row, held) -> rows.get(row).reserved += held.pieces);
    }

    /** The code's amount by largest remainder over the lines, ties to the earlier one. */
    List<Line> priced(List<Move.Pick> picks, int code) {
        var listed = picks.stream()
                .mapToLong(pick -> pick.quantity() * prices[pick.which()])
                .toArray();
        var sum = IntStream.range(0, listed.length).mapToLong(i -> listed[i]).sum();
        var off = new long[listed.length];
        if (code != NONE && sum > 0) {
            var amount = codes.get(code).off(sum);
            for (var i = 0; i < off.length; i++) {
                off[i] = listed[i] * amount / sum;
            }
            var rest = amount
                    - IntStream.range(0, off.length).mapToLong(i -> off[i]).sum();
            IntStream.range(0, off.length)
                    .boxed()
                    .sorted((a, b) -> Long.compare(listed[b] * amount % sum, listed[a] * amount % sum))
                    .limit(rest)
                    .forEach(i -> off[i]++);
        }
        return IntStream.range(0, picks.size())
                .mapToObj(i -> new Line(
                        picks.get(i).which(),
                        picks.get(i).quantity(),
                        prices[picks.get(i).which()],
                        listed[i] - off[i],
                        cost(picks.get(i).which())))
                .toList();
    }

    private @Nullable Long cost(int sku) {
        return valued[sku] == 0 ? null : (Long) PaperSteps.rounded(worth[sku], valued[sku]);
    }

    Buyer buyer(Order order) {
        return Objects.requireNonNull(buyers.get(order.phone));
    }
}
