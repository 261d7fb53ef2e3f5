package iq.sendy.pricing.model;

import iq.sendy.pricing.CodeRefusal;
import iq.sendy.pricing.DiscountCode;
import iq.sendy.pricing.NamedCode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Validation of a discount code: whether it holds. */
public final class CodeChecks {

    private CodeChecks() {}

    /** The first reason against it, in the contract's order. */
    public static Optional<CodeRefusal> refusal(NamedCode named, long value, Instant now) {
        var code = named.found();
        if (code == null) {
            return Optional.of(CodeRefusal.UNKNOWN);
        }
        var below =
                code.details().minOrderValue() != null && value < code.details().minOrderValue();
        if (named.held()) {
            return below ? Optional.of(CodeRefusal.MINIMUM) : Optional.empty();
        }
        return Optional.ofNullable(refusal(code, below, named.usesByPhone(), now));
    }

    private static @Nullable CodeRefusal refusal(DiscountCode code, boolean below, long usesByPhone, Instant now) {
        var discountCodeDetails = code.details();
        if (!discountCodeDetails.active()) {
            return CodeRefusal.INACTIVE;
        }
        if (discountCodeDetails.startsAt() != null && now.isBefore(discountCodeDetails.startsAt())) {
            return CodeRefusal.NOT_STARTED;
        }
        if (discountCodeDetails.expiresAt() != null && !now.isBefore(discountCodeDetails.expiresAt())) {
            return CodeRefusal.EXPIRED;
        }
        if (below) {
            return CodeRefusal.MINIMUM;
        }
        if (discountCodeDetails.maxUses() != null && code.usedCount() >= discountCodeDetails.maxUses()) {
            return CodeRefusal.EXHAUSTED;
        }
        return discountCodeDetails.perUserLimit() != null && usesByPhone >= discountCodeDetails.perUserLimit()
                ? CodeRefusal.CUSTOMER_LIMIT
                : null;
    }
}
