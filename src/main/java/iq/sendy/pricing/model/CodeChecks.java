package iq.sendy.pricing.model;

import iq.sendy.pricing.CodeRefusal;
import iq.sendy.pricing.DiscountCode;
import iq.sendy.pricing.Terms.NamedCode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a discount code holds. */
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
        var details = code.details();
        if (!details.active()) {
            return CodeRefusal.INACTIVE;
        }
        if (details.startsAt() != null && now.isBefore(details.startsAt())) {
            return CodeRefusal.NOT_STARTED;
        }
        if (details.expiresAt() != null && !now.isBefore(details.expiresAt())) {
            return CodeRefusal.EXPIRED;
        }
        if (below) {
            return CodeRefusal.MINIMUM;
        }
        if (details.maxUses() != null && code.usedCount() >= details.maxUses()) {
            return CodeRefusal.EXHAUSTED;
        }
        return details.perUserLimit() != null && usesByPhone >= details.perUserLimit()
                ? CodeRefusal.CUSTOMER_LIMIT
                : null;
    }
}
