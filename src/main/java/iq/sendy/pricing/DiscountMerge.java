package iq.sendy.pricing;

import iq.sendy.kernel.Currency;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.PatchMerge;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a discount's patch makes of it: type and value are two fields and one thing. */
public final class DiscountMerge {

    private static final int DECIMALS_OF_PERCENT = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private DiscountMerge() {}

    /** Type and value together: the same number means another thing when the type changes alone. */
    static @Nullable Discount discount(
            Patch<DiscountType> type,
            Patch<BigDecimal> value,
            @Nullable Discount before,
            Currency currency,
            Violations violations) {
        var kind = PatchMerge.needed("discountType", type, before == null ? null : before.type(), violations);
        var number =
                PatchMerge.needed("discountValue", value, before == null ? null : onWire(before, currency), violations);
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
    public static BigDecimal onWire(Discount discount, Currency currency) {
        return switch (discount) {
            case Discount.PercentOff(var basisPoints) -> {
                var percent = BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros();
                yield percent.scale() < 0 ? percent.setScale(0) : percent;
            }
            case Discount.AmountOff(var amount) -> currency.onWire(amount);
        };
    }
}
