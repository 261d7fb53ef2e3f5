package iq.sendy.storefront;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cart of a visitor: which products and how many pieces of each, and never what they cost. It is bounded whatever a browser
 * sends back: a product stands in it once, and lines beyond the thirtieth are not there.
 */
public record Cart(List<CartLine> lines) {

    public static final Cart EMPTY = new Cart(List.of());

    public static final int MOST_LINES = 30;

    /** Of one product, as an order takes them. */
    public static final long MOST_PIECES = 10_000;

    public Cart {
        lines = bounded(lines);
    }

    /** Pieces of one product. */
    public record CartLine(String sku, long quantity) {

        public CartLine {
            if (sku.isBlank() || quantity < 1 || quantity > MOST_PIECES) {
                throw new IllegalArgumentException("No line of a cart: " + quantity + " of " + sku);
            }
        }
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Pieces of all products. */
    public long pieces() {
        return lines.stream().mapToLong(CartLine::quantity).sum();
    }

    /** What it names, in the order of its lines. */
    public List<String> skus() {
        return lines.stream().map(CartLine::sku).toList();
    }

    public long quantityOf(String sku) {
        return line(sku).map(CartLine::quantity).orElse(0L);
    }

    /** Whether it could not hold one product more. */
    public boolean full() {
        return lines.size() >= MOST_LINES;
    }

    /** With more pieces of a product, at most as many as one may order. */
    public Cart plus(String sku, long pieces) {
        return with(sku, Math.min(MOST_PIECES, quantityOf(sku) + Math.min(MOST_PIECES, pieces)));
    }

    /** With as many pieces of a product; none takes it out. */
    public Cart with(String sku, long pieces) {
        var quantity = Math.min(MOST_PIECES, pieces);
        if (quantity < 1) {
            return without(sku);
        }
        var changed = new ArrayList<CartLine>();
        lines.forEach(line -> changed.add(line.sku().equals(sku) ? new CartLine(sku, quantity) : line));
        if (line(sku).isEmpty()) {
            changed.add(new CartLine(sku, quantity));
        }
        return new Cart(changed);
    }

    public Cart without(String sku) {
        return new Cart(lines.stream().filter(line -> !line.sku().equals(sku)).toList());
    }

    private Optional<CartLine> line(String sku) {
        return lines.stream().filter(line -> line.sku().equals(sku)).findFirst();
    }

    private static List<CartLine> bounded(List<CartLine> lines) {
        var kept = new ArrayList<CartLine>();
        for (var line : lines) {
            if (kept.size() < MOST_LINES
                    && kept.stream().noneMatch(other -> other.sku().equals(line.sku()))) {
                kept.add(line);
            }
        }
        return List.copyOf(kept);
    }
}
