package iq.sendy.orders;

import iq.sendy.kernel.Phone;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violation;
import iq.sendy.pricing.PricedBasket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ask what a would-be order costs. It takes what an order takes, of which only items or value must be known.
 *
 * @param draft whether its body has faults, so that what it names can be judged and its value can not
 * @param checkout what holds should it be a sale at the counter
 */
public record RequestQuote(
        OrderedGoods goods,
        OrderSource source,
        DeliveryMode deliveryMode,
        @Nullable Phone customerPhone,
        @Nullable String provinceCode,
        @Nullable Long deliveryFee,
        boolean draft,
        Checkout checkout) {

    /** What is no sale at the counter, whoever asks. */
    public RequestQuote(
            OrderedGoods goods,
            OrderSource source,
            DeliveryMode deliveryMode,
            @Nullable Phone customerPhone,
            @Nullable String provinceCode,
            @Nullable Long deliveryFee,
            boolean draft) {
        this(goods, source, deliveryMode, customerPhone, provinceCode, deliveryFee, draft, Checkout.NONE);
    }

    /** The same as the sale that it would be. */
    RequestQuote asSale() {
        return new RequestQuote(
                goods, OrderSource.POS, checkout.mode(), customerPhone, provinceCode, deliveryFee, draft, checkout);
    }

    /** All that can come of asking for a quote. */
    public sealed interface Result {

        record Quoted(PricedBasket priced) implements Result {}

        /** It names what the store does not have. A code that does not hold is no fault here: it is among what was lost. */
        @RefusedWith(codesOf = BasketError.class)
        record Invalid(List<Violation> violations) implements Result, Refusal {}
    }
}
