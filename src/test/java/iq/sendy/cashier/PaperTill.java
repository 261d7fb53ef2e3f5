package iq.sendy.cashier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The drawers of a shop as anyone would keep them on paper: the rules of the contract once more, without a look at ours. */
final class PaperTill {

    private static final long NOTE = 250;

    final List<Drawer> drawers = new ArrayList<>();
    final List<Sold> sold = new ArrayList<>();
    private final Map<String, List<Long>> waiting = new HashMap<>();
    private final Map<String, Long> unpaid = new HashMap<>();

    /** What one session has in it. */
    static final class Drawer {
        final String id;
        final String register;
        boolean open = true;
        long cash;
        long sales;
        long late;

        Drawer(String id, String register, long cash) {
            this.id = id;
            this.register = register;
            this.cash = cash;
        }
    }

    /** A sale with what of it is still at the customer's. */
    static final class Sold {
        final String order;
        final String line;
        final String register;
        final long price;
        final boolean cash;
        long left;
        long owedBack;
        long paidBack;

        Sold(String order, String line, String register, long price, long left, boolean cash) {
            this.order = order;
            this.line = line;
            this.register = register;
            this.price = price;
            this.left = left;
            this.cash = cash;
        }
    }

    static long rounded(long total) {
        return (total + NOTE / 2) / NOTE * NOTE;
    }

    @Nullable
    Drawer open(String register) {
        return drawers.stream()
                .filter(drawer -> drawer.open && drawer.register.equals(register))
                .findFirst()
                .orElse(null);
    }

    void opens(String id, String register, long cash) {
        var drawer = new Drawer(id, register, cash);
        var late = waiting.getOrDefault(register, List.of());
        drawer.cash += late.stream().mapToLong(Long::longValue).sum();
        drawer.sales += late.size();
        drawer.late += late.size();
        waiting.remove(register);
        drawer.cash -= unpaid.getOrDefault(register, 0L);
        unpaid.remove(register);
        drawers.add(drawer);
    }

    void sells(Drawer drawer, long cash) {
        drawer.cash += cash;
        drawer.sales++;
    }

    /** A sale of a session that is closed: the register's next one has it. */
    void sellsLate(String register, long cash) {
        var drawer = open(register);
        if (drawer == null) {
            waiting.computeIfAbsent(register, _ -> new ArrayList<>()).add(cash);
            return;
        }
        sells(drawer, cash);
        drawer.late++;
    }

    /**
     * All refunds of a sale together are rounded; who has several drawers open pays out of that of the register, and who has none
     * leaves it to the next session there.
     */
    @Nullable
    Long takesBack(Sold sale, long pieces) {
        sale.left -= pieces;
        if (!sale.cash) {
            return null;
        }
        sale.owedBack += pieces * sale.price;
        var back = rounded(sale.owedBack) - sale.paidBack;
        sale.paidBack += back;
        var drawer = open(sale.register);
        if (drawer == null && drawers.stream().noneMatch(each -> each.open)) {
            unpaid.merge(sale.register, back, Long::sum);
            return back;
        }
        if (drawer == null) {
            drawer = drawers.reversed().stream()
                    .filter(each -> each.open)
                    .findFirst()
                    .orElseThrow();
        }
        drawer.cash -= back;
        return back;
    }
}
