package iq.sendy.checkout;

import iq.sendy.buyers.CodePurpose;
import iq.sendy.buyers.OneTimeCodes;
import iq.sendy.checkout.store.SentCheckoutStore;
import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.orders.GuardedOrders;
import iq.sendy.platform.limits.Networks;
import iq.sendy.platform.secrets.Digests;
import iq.sendy.platform.tenancy.WriteConflict;
import iq.sendy.storefront.OpenStorefront;
import java.time.Clock;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes the guard of an order, and judges the code that came with it before the guard holds what others wait for. */
@Component
class CheckoutGuards {

    private final GuardedOrders orders;
    private final SentCheckoutStore checkouts;
    private final OneTimeCodes codes;
    private final Digests digests;
    private final Clock clock;
    private final boolean perNetwork;

    /** @param perNetwork off with the rate limits: a load test comes from one network */
    CheckoutGuards(
            GuardedOrders orders,
            SentCheckoutStore checkouts,
            OneTimeCodes codes,
            Digests digests,
            Clock clock,
            @Value("${sendy.ratelimit.enabled:true}") boolean perNetwork) {
        this.orders = orders;
        this.checkouts = checkouts;
        this.codes = codes;
        this.digests = digests;
        this.clock = clock;
        this.perNetwork = perNetwork;
    }

    /** What is to be proved of the phone, with what its code comes to. */
    PhoneProof proof(OpenStorefront shop, ShopCheckout checkout) {
        var store = shop.store().id();
        var from = shop.face().otpAbove();
        var typed = checkout.otpCode();
        var reachable = from != null && codes.reach(store, checkout.customerPhone());
        if (!reachable || typed == null) {
            return new PhoneProof(from, reachable, typed, null);
        }
        var proven = codes.judge(store, checkout.customerPhone(), CodePurpose.ORDER, typed);
        return new PhoneProof(from, true, typed, proven.orElse(null));
    }

    CheckoutGuard guard(StoreId store, ShopCheckout checkout, CheckoutVisit visit, PhoneProof proof) {
        return new CheckoutGuard(
                store,
                sent(store, checkout, visit),
                proof,
                checkouts,
                clock.instant(),
                orders.newestOf(store, checkout.customerPhone(), CheckoutGuard.lookedAt()));
    }

    /** Uses up the code of an order that is stored. */
    void useUp(PhoneProof proof, long goods) {
        var used = proof.usedUp(goods);
        if (used != null && !codes.take(used)) {
            throw new WriteConflict("another order with the same code");
        }
    }

    private SentCheckout sent(StoreId store, ShopCheckout checkout, CheckoutVisit visit) {
        var token = visit.checkoutToken();
        return new SentCheckout(
                digest("phone", store, checkout.customerPhone().value()),
                digest("basket", store, basket(checkout)),
                token == null || token.isBlank() ? null : digest("token", store, token),
                perNetwork ? digest("network", store, Networks.of(visit.address())) : null);
    }

    /** Lines of one product are one, and their order does not count. */
    private static String basket(ShopCheckout checkout) {
        var pieces = new TreeMap<String, Long>();
        for (var item : checkout.items()) {
            var line = Objects.requireNonNull(item);
            pieces.merge(line.sku(), line.quantity(), Long::sum);
        }
        var text = new StringBuilder();
        pieces.forEach((sku, quantity) -> text.append(sku.length())
                .append(' ')
                .append(sku)
                .append(' ')
                .append(quantity)
                .append(' '));
        return text.toString();
    }

    private Bytes digest(String what, StoreId store, String secret) {
        return Bytes.of(digests.of("checkout|" + what, store + " " + secret));
    }
}
