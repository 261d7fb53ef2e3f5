package iq.sendy.shop;

import iq.sendy.pricing.DeliveryFeeSpan;
import iq.sendy.pricing.PricedBasket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cart as its visitor sees it: what its products are now, and what they cost together.
 *
 * @param priced what can be ordered of it; null when nothing can
 * @param fees what delivery costs, to where it goes or before that is known; null where weight decides, or nothing can be
 *     ordered
 * @param provinceCode where it goes; null while nobody has said so
 */
public record CartView(
        List<CartRow> rows,
        @Nullable PricedBasket priced,
        @Nullable DeliveryFeeSpan fees,
        @Nullable String provinceCode) {

    static final CartView EMPTY = new CartView(List.of(), null, null, null);

    public CartView {
        rows = List.copyOf(rows);
    }

    /**
     * A line with its product.
     *
     * @param product null when no visitor may see it any longer
     * @param total before discounts; null while there is no price
     */
    public record CartRow(
            String sku,
            long quantity,
            @Nullable ShopProduct product,
            @Nullable Long total) {

        /** Whether it can be ordered. */
        public boolean sold() {
            return product != null && product.available();
        }

        public boolean gone() {
            return product == null;
        }

        /** What a reader knows it by. */
        public String name() {
            return product == null ? sku : product.name();
        }

        public boolean onRequest() {
            return product != null && product.price() == null;
        }
    }

    /** How many pieces can be ordered. */
    public long pieces() {
        return rows.stream().filter(CartRow::sold).mapToLong(CartRow::quantity).sum();
    }

    /** Whether a price is still to be agreed for some of it, so that no sum is the whole one. */
    public boolean onRequest() {
        return rows.stream().anyMatch(CartRow::onRequest);
    }

    /** What delivery costs; null while that depends on a governorate that nobody has chosen. */
    public @Nullable Long fee() {
        if (priced == null) {
            return null;
        }
        if (provinceCode != null) {
            return priced.deliveryFee();
        }
        return fees != null && fees.single() ? Long.valueOf(fees.least()) : null;
    }

    /** What is paid in the end; null while the fee is not known. */
    public @Nullable Long total() {
        var fee = fee();
        return priced == null || fee == null ? null : Long.valueOf(goods() + fee);
    }

    /** What the goods cost after discounts. */
    public long goods() {
        return priced == null ? 0 : priced.goods();
    }

    /** What is missing for free delivery; null when nothing is, or nothing can be bought for it. */
    public @Nullable Long missingForFree() {
        return priced == null || onRequest() || fees == null || fees.freeFrom() == null
                ? null
                : Long.valueOf(fees.freeFrom() - priced.subTotal());
    }
}
