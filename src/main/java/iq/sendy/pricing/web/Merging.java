package iq.sendy.pricing.web;

import iq.sendy.kernel.Currency;
import iq.sendy.kernel.When;
import iq.sendy.platform.api.Problems;
import iq.sendy.platform.body.Given;
import iq.sendy.platform.tenancy.Overtaken;
import iq.sendy.pricing.Discount;
import iq.sendy.pricing.DiscountType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A body over what is there already: what holds for several fields together is looked at in the result. */
final class Merging {

    private static final int DECIMALS_OF_PERCENT = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Merging() {}

    /** The value that the resource will have; without one the field is required. */
    static <T> @Nullable T needed(String field, Given<T> given, @Nullable T before, Problems problems) {
        var value = given.over(before);
        if (value == null && !problems.has(field)) {
            problems.add(field, "field.required");
        }
        return value;
    }

    /** Type and value together: the same number means another thing when the type changes alone. */
    static @Nullable Discount discount(
            Given<DiscountType> type,
            Given<BigDecimal> value,
            @Nullable Discount before,
            Currency currency,
            Problems problems) {
        var kind = needed("discountType", type, before == null ? null : before.type(), problems);
        var number = needed("discountValue", value, before == null ? null : onWire(before, currency), problems);
        if (kind == null || number == null) {
            return null;
        }
        return switch (kind) {
            case PERCENTAGE -> percentage(number, problems);
            case FIXED_AMOUNT -> amount(number, currency, problems);
        };
    }

    private static @Nullable Discount percentage(BigDecimal number, Problems problems) {
        if (number.signum() <= 0 || number.compareTo(HUNDRED) > 0) {
            problems.add("discountValue", "field.out_of_range", "0.01", "100");
            return null;
        }
        if (number.scale() > DECIMALS_OF_PERCENT) {
            problems.add("discountValue", "field.invalid");
            return null;
        }
        return new Discount.PercentOff(number.movePointRight(2).intValueExact());
    }

    private static @Nullable Discount amount(BigDecimal number, Currency currency, Problems problems) {
        if (number.signum() <= 0) {
            problems.add(
                    "discountValue", "field.out_of_range", currency.onWire(1).toPlainString(), "1000000000");
            return null;
        }
        if (number.scale() > currency.decimals()) {
            problems.add("discountValue", "money.fraction", currency.name(), Integer.toString(currency.decimals()));
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
            String field, Given<When> given, @Nullable Instant before, ZoneId zone, Problems problems) {
        var typed = given.value();
        return given.present() ? storable(field, typed == null ? null : typed.start(zone), problems) : before;
    }

    /** The end that the resource will have; without one it goes on. */
    static @Nullable Instant end(
            String field, Given<When> given, @Nullable Instant before, ZoneId zone, Problems problems) {
        var typed = given.value();
        return given.present() ? storable(field, typed == null ? null : typed.end(zone), problems) : before;
    }

    /** The last day of the last year ends in the next one in most zones: its answer could not be sent back. */
    private static @Nullable Instant storable(String field, @Nullable Instant instant, Problems problems) {
        if (instant == null || When.storable(instant)) {
            return instant;
        }
        problems.add(field, "field.invalid");
        return null;
    }

    static void ordered(String field, @Nullable Instant from, @Nullable Instant to, Problems problems) {
        if (from != null && to != null && !from.isBefore(to)) {
            problems.add(field, "range.invalid");
        }
    }

    static void ordered(String field, @Nullable Long min, @Nullable Long max, Problems problems) {
        if (min != null && max != null && min >= max) {
            problems.add(field, "range.invalid");
        }
    }

    /** The merge under the lock. What was sound before it and is not now was changed meanwhile: the step starts over. */
    static <D> D sound(@Nullable D merged) {
        if (merged == null) {
            throw new Overtaken("another change of the same resource");
        }
        return merged;
    }
}
