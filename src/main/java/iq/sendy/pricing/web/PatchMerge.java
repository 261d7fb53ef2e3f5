package iq.sendy.pricing.web;

import iq.sendy.kernel.Currency;
import iq.sendy.kernel.When;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.tenancy.WriteConflict;
import iq.sendy.pricing.Discount;
import iq.sendy.pricing.DiscountType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Merge of a patch into what is stored. A body over what is there already: what holds for several fields together is
 * looked at in the result.
 */
final class PatchMerge {

    private static final int DECIMALS_OF_PERCENT = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private PatchMerge() {}

    /** The value that the resource will have; without one the field is required. */
    static <T> @Nullable T needed(String field, Patch<T> patch, @Nullable T before, Violations violations) {
        var value = patch.over(before);
        if (value == null && !violations.has(field)) {
            violations.add(field, "field.required");
        }
        return value;
    }

    /** Type and value together: the same number means another thing when the type changes alone. */
    static @Nullable Discount discount(
            Patch<DiscountType> type,
            Patch<BigDecimal> value,
            @Nullable Discount before,
            Currency currency,
            Violations violations) {
        var kind = needed("discountType", type, before == null ? null : before.type(), violations);
        var number = needed("discountValue", value, before == null ? null : onWire(before, currency), violations);
        if (kind == null || number == null) {
            return null;
        }
        return switch (kind) {
            case PERCENTAGE -> percentage(number, violations);
            case FIXED_AMOUNT -> amount(number, currency, violations);
        };
    }

    private static @Nullable Discount percentage(BigDecimal number, Violations violations) {
        if (number.signum() <= 0 || number.compareTo(HUNDRED) > 0) {
            violations.add("discountValue", "field.out_of_range", "0.01", "100");
            return null;
        }
        if (number.scale() > DECIMALS_OF_PERCENT) {
            violations.add("discountValue", "field.invalid");
            return null;
        }
        return new Discount.PercentOff(number.movePointRight(2).intValueExact());
    }

    private static @Nullable Discount amount(BigDecimal number, Currency currency, Violations violations) {
        if (number.signum() <= 0) {
            violations.add(
                    "discountValue", "field.out_of_range", currency.onWire(1).toPlainString(), "1000000000");
            return null;
        }
        if (number.scale() > currency.decimals()) {
            violations.add("discountValue", "money.fraction", currency.name(), Integer.toString(currency.decimals()));
            return null;
        }
        return new Discount.AmountOff(currency.minor(number));
    }

    /** The value as it was sent: {@code 12.5} percent, or money. */
    static BigDecimal onWire(Discount discount, Currency currency) {
        return switch (discount) {
            case Discount.PercentOff(var basisPoints) -> {
                var percent = BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros();
                yield percent.scale() < 0 ? percent.setScale(0) : percent;
            }
            case Discount.AmountOff(var amount) -> currency.onWire(amount);
        };
    }

    static @Nullable BigDecimal money(@Nullable Long minor, Currency currency) {
        return minor == null ? null : currency.onWire(minor);
    }

    /** The beginning that the resource will have; without one it began long ago. */
    static @Nullable Instant start(
            String field, Patch<When> patch, @Nullable Instant before, ZoneId zone, Violations violations) {
        var typed = patch.value();
        return patch.present() ? storable(field, typed == null ? null : typed.start(zone), violations) : before;
    }

    /** The end that the resource will have; without one it goes on. */
    static @Nullable Instant end(
            String field, Patch<When> patch, @Nullable Instant before, ZoneId zone, Violations violations) {
        var typed = patch.value();
        return patch.present() ? storable(field, typed == null ? null : typed.end(zone), violations) : before;
    }

    /** The last day of the last year ends in the next one in most zones: its answer could not be sent back. */
    private static @Nullable Instant storable(String field, @Nullable Instant instant, Violations violations) {
        if (instant == null || When.storable(instant)) {
            return instant;
        }
        violations.add(field, "field.invalid");
        return null;
    }

    static void ordered(String field, @Nullable Instant from, @Nullable Instant to, Violations violations) {
        if (from != null && to != null && !from.isBefore(to)) {
            violations.add(field, "range.invalid");
        }
    }

    static void ordered(String field, @Nullable Long min, @Nullable Long max, Violations violations) {
        if (min != null && max != null && min >= max) {
            violations.add(field, "range.invalid");
        }
    }

    /** The merge under the lock. What was sound before it and is not now was changed meanwhile: the step starts over. */
    static <D> D sound(@Nullable D merged) {
        if (merged == null) {
            throw new WriteConflict("another change of the same resource");
        }
        return merged;
    }
}
