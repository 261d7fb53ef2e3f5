package iq.sendy.shop.web;

import iq.sendy.pricing.DeliveryFeeSpan;
import iq.sendy.storefront.OpenStorefront;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Facts about orders that stand beside what is sold.
 *
 * @param fees what delivery costs; null where weight decides
 * @param promise when it is delivered, in the shop's own words; null where it has said nothing
 */
public record ShopTerms(
        @Nullable DeliveryFeeSpan fees, @Nullable String promise) {

    /** A policy is told in full elsewhere; what is no line is no promise. */
    private static final int LONGEST = 80;

    static ShopTerms of(OpenStorefront shop, @Nullable DeliveryFeeSpan fees) {
        var promise = Optional.ofNullable(shop.face().deliveryPromise())
                .filter(line -> !line.isBlank())
                .or(() -> Optional.ofNullable(firstLine(shop.face().policies().shipping())))
                .orElse(null);
        return new ShopTerms(fees, promise);
    }

    private static @Nullable String firstLine(@Nullable String policy) {
        if (policy == null) {
            return null;
        }
        var line = policy.strip();
        var end = line.indexOf('\n');
        var first = end < 0 ? line : line.substring(0, end).strip();
        return first.isEmpty() || first.length() > LONGEST || first.indexOf('<') >= 0 ? null : first;
    }
}
