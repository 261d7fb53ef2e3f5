package iq.sendy.checkout;

import iq.sendy.buyers.ProvenPhone;
import iq.sendy.platform.api.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Proof that the phone of an order is its buyer's, which a shop wants of dear orders.
 *
 * @param from the total that needs one; null for none
 * @param reachable whether a code reaches the phone
 * @param typed the code that was sent along
 * @param proven what it proves; null when it was wrong or old
 */
record PhoneProof(
        @Nullable Long from,
        boolean reachable,
        @Nullable String typed,
        @Nullable ProvenPhone proven) {

    /** What is wrong with it for an order of this total; null when nothing is. */
    @Nullable
    Violation lacking(long total) {
        if (!wanted(total) || !reachable || proven != null) {
            return null;
        }
        return Violation.at("otpCode", typed == null ? "otp.required" : "otp.wrong");
    }

    /** Whether it is wanted and nobody can have it. */
    boolean impossible(long total) {
        return wanted(total) && !reachable;
    }

    /** What is used up by an order of this total; null when it needs none. */
    @Nullable
    ProvenPhone usedUp(long total) {
        return wanted(total) && reachable ? proven : null;
    }

    private boolean wanted(long total) {
        return from != null && total >= from;
    }
}
