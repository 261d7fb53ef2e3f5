package iq.sendy.checkout;

import iq.sendy.buyers.ProvenPhone;
import iq.sendy.platform.api.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Proof that the phone of an order is its buyer's, which a shop wants of dear orders.
 *
 * @param from what goods cost that need one, however dear their way is; null for none
 * @param reachable whether a code reaches the phone
 * @param typed the code that was sent along
 * @param proven what it proves; null when it was wrong or old
 */
record PhoneProof(
        @Nullable Long from,
        boolean reachable,
        @Nullable String typed,
        @Nullable ProvenPhone proven) {

    /** What is wrong with it for an order of such goods; null when nothing is. */
    @Nullable
    Violation lacking(long goods) {
        if (!wanted(goods) || !reachable || proven != null) {
            return null;
        }
        return Violation.at("otpCode", typed == null ? "otp.required" : "otp.wrong");
    }

    /** Whether it is wanted and nobody can have it. */
    boolean impossible(long goods) {
        return wanted(goods) && !reachable;
    }

    /** What is used up by an order of such goods; null when it needs none. */
    @Nullable
    ProvenPhone usedUp(long goods) {
        return wanted(goods) && reachable ? proven : null;
    }

    private boolean wanted(long goods) {
        return from != null && goods >= from;
    }
}
