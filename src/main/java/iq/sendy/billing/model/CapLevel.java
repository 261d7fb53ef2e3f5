package iq.sendy.billing.model;

import iq.sendy.billing.SpendCap;
import iq.sendy.billing.TokenAllowance;
import iq.sendy.billing.TokenAllowance.TokenCount;
import org.jspecify.annotations.Nullable;

/** How near a store is to its spend cap, by the nearer of the two ways in which one is set. */
public enum CapLevel {
    FREE,
    NEAR,
    REACHED;

    private static final int NEAR_PERCENT = 80;
    private static final int PERCENT = 100;

    /** Where what was used stands. */
    public static CapLevel of(SpendCap cap, TokenAllowance allowance, TokenCount used) {
        var byDinars = of(cap.iqd(), allowance.charge(used));
        var byTokens = of(cap.tokens(), used.total());
        return byDinars.compareTo(byTokens) > 0 ? byDinars : byTokens;
    }

    /** Whether so much may be used. */
    public static boolean allows(SpendCap cap, TokenAllowance allowance, TokenCount used) {
        return within(cap.iqd(), allowance.charge(used)) && within(cap.tokens(), used.total());
    }

    private static boolean within(@Nullable Long cap, long spent) {
        return cap == null || spent <= cap;
    }

    private static CapLevel of(@Nullable Long cap, long spent) {
        if (cap == null || spent == 0) {
            return FREE;
        }
        if (spent >= cap) {
            return REACHED;
        }
        return spent >= Math.ceilDiv(cap * NEAR_PERCENT, PERCENT) ? NEAR : FREE;
    }
}
