package iq.sendy.orders;

import org.jspecify.annotations.Nullable;

/**
 * A basket that is to be priced.
 *
 * @param codeTook what its code took off when it was sold; null of what is not sold yet
 */
record BasketRequest(
        OrderedGoods goods,
        OrderSource source,
        DeliveryMode deliveryMode,
        @Nullable String provinceCode,
        @Nullable Long deliveryFee,
        Origin origin,
        @Nullable Long codeTook) {

    BasketRequest(
            OrderedGoods goods,
            OrderSource source,
            DeliveryMode deliveryMode,
            @Nullable String provinceCode,
            @Nullable Long deliveryFee,
            Origin origin) {
        this(goods, source, deliveryMode, provinceCode, deliveryFee, origin, null);
    }

    /** Where a basket comes from, which decides what of it is judged. */
    enum Origin {
        /** A request that was found valid: everything in it is judged. */
        REQUEST,
        /** A request with faults: what it names is judged, and its value is not known. */
        DRAFT,
        /** An order that stands: what it named when it was placed may be gone since, and is not judged again. */
        STORED,
        /** A sale that has happened: it is not refused for what changed meanwhile, and the prices sent are taken. */
        SOLD;

        /** Whether what it names beside its products must be there. */
        boolean isJudged() {
            return this == REQUEST || this == DRAFT;
        }
    }

    static BasketRequest of(PlaceOrder command) {
        return of(command, Origin.REQUEST);
    }

    static BasketRequest of(PlaceOrder command, Origin origin) {
        var delivery = command.delivery();
        return new BasketRequest(
                command.goods(),
                command.source(),
                delivery.mode(),
                command.recipient().provinceCode(),
                delivery.fee(),
                origin,
                origin == Origin.SOLD ? command.checkout().said().codeTook() : null);
    }

    static BasketRequest of(RequestQuote command) {
        return new BasketRequest(
                command.goods(),
                command.source(),
                command.deliveryMode(),
                command.provinceCode(),
                command.deliveryFee(),
                command.draft() ? Origin.DRAFT : Origin.REQUEST);
    }

    /** An order's own with other items. */
    static BasketRequest of(OrderView order, ChangeItems change) {
        var code = change.codeGiven() ? change.discountCode() : order.discountCode();
        return new BasketRequest(
                new OrderedGoods(change.items(), null, code, order.agreement().packageSizeId()),
                order.agreement().source(),
                order.deliveryMode(),
                order.customer().provinceCode(),
                order.money().deliveryFeeGiven() ? order.money().deliveryFee() : null,
                Origin.STORED);
    }
}
