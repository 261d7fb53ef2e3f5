package iq.sendy.orders;

import iq.sendy.kernel.Currency;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violation;
import iq.sendy.pricing.CodeRefusal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Place an order, of items or by its value. Amounts are in minor units of {@code currency}.
 *
 * @param currency the one that the amounts were read in; the store's must still be the same when the order is stored
 * @param checkout what holds should it be a sale at the counter
 * @param campaign the code of the share link that its buyer came by
 */
public record PlaceOrder(
        OrderSource source,
        Recipient recipient,
        OrderedGoods goods,
        DeliveryTerms delivery,
        Tender tender,
        @Nullable String externalRef,
        @Nullable String notes,
        Currency currency,
        Checkout checkout,
        @Nullable String campaign) {

    /** An order that is no sale at the counter, whoever places it. */
    public PlaceOrder(
            OrderSource source,
            Recipient recipient,
            OrderedGoods goods,
            DeliveryTerms delivery,
            Tender tender,
            @Nullable String externalRef,
            @Nullable String notes,
            Currency currency) {
        this(source, recipient, goods, delivery, tender, externalRef, notes, currency, Checkout.NONE);
    }

    /** An order that no share link led to. */
    public PlaceOrder(
            OrderSource source,
            Recipient recipient,
            OrderedGoods goods,
            DeliveryTerms delivery,
            Tender tender,
            @Nullable String externalRef,
            @Nullable String notes,
            Currency currency,
            Checkout checkout) {
        this(source, recipient, goods, delivery, tender, externalRef, notes, currency, checkout, null);
    }

    /**
     * Pieces of one product, named by SKU or id or both.
     *
     * @param unitPrice null takes the catalogue's
     */
    public record Item(
            @Nullable String sku,
            @Nullable UUID productId,
            long quantity,
            @Nullable Long unitPrice) {

        /** Whether it names a product at all; one that does not is refused before an order is asked for. */
        boolean named() {
            return sku != null || productId != null;
        }
    }

    /** How the customer means to pay, and what was handed over at once. */
    public record Tender(PaymentMethod method, @Nullable Long cashTendered) {}

    /** The same order with its code as it is stored. */
    PlaceOrder withCode(@Nullable String code) {
        return new PlaceOrder(
                source,
                recipient,
                goods.withCode(code),
                delivery,
                tender,
                externalRef,
                notes,
                currency,
                checkout,
                campaign);
    }

    /** The order as the sale that it turned out to be. */
    PlaceOrder asSale() {
        return new PlaceOrder(
                OrderSource.POS,
                recipient,
                goods,
                new DeliveryTerms(delivery.fulfillmentType(), checkout.mode(), delivery.fee()),
                new Tender(checkout.method(), tender.cashTendered()),
                externalRef,
                notes,
                currency,
                checkout,
                campaign);
    }

    /** All that can come of placing an order. A new outcome is a compile error at every caller that must face it. */
    public sealed interface Result {

        /**
         * It is stored.
         *
         * @param duplicateExternalRef whether another order owns the reference
         */
        record Placed(OrderView order, boolean duplicateExternalRef) implements Result {}

        /** It was placed before, with the same reference and content or as its guard knows it: this is the first order. */
        record PlacedBefore(OrderView order) implements Result {}

        /** A register has sent this sale before: this is its order. */
        record SoldBefore(OrderView order) implements Result {}

        /** It names what the store does not have, or a code that does not hold; or too little cash was handed over. */
        @RefusedWith(
                codesOf = {BasketError.class, CodeRefusal.class},
                code = {"field.required", "field.out_of_range", "cashier_session.unknown"})
        record Invalid(List<Violation> violations) implements Result, Refusal {}

        /** The session that the sale names was counted. */
        @RefusedWith(status = 409, code = "cashier.session_closed", field = "cashierSessionId")
        record SessionClosed() implements Result, Refusal {}

        /** The store takes no orders from this customer. */
        @RefusedWith(status = 409, code = "customer.blocked", field = "customerPhone")
        record CustomerBlocked() implements Result, Refusal {}

        /** The reference is taken by an order with other content, and the store forbids repeats. */
        @RefusedWith(status = 409, code = "externalRef.conflict")
        record ExternalRefConflict(OrderView owner) implements Result, Refusal {

            @Override
            public List<Violation> violations() {
                var first = owner.publicId();
                return List.of(Violation.at("externalRef", "externalRef.conflict", first)
                        .with("publicId", first));
            }
        }

        /** Who guards its entrance declined it. */
        record Declined(Refusal why) implements Result, Refusal {

            @Override
            public RefusedWith declared() {
                return why.declared();
            }

            @Override
            public List<Violation> violations() {
                return why.violations();
            }
        }

        /** There is not enough of something. */
        @RefusedWith(status = 409, code = "stock.insufficient")
        record OutOfStock(List<Shortage> shortages) implements Result, Refusal {

            @Override
            public List<Violation> violations() {
                return Shortage.violations(shortages);
            }
        }
    }
}
