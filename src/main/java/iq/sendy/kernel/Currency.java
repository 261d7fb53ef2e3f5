package iq.sendy.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The currencies a store may keep its books in, each with its own exponent: the JDK and ISO 4217 say three decimals for
 * the dinar, though fils are gone since 1990. Amounts are whole minor units in a {@code long}: dinars, or cents.
 */
public enum Currency {
    IQD(0),
    USD(2);

    /** As long as a digit is wide, and no hyphen that a line may break at. */
    private static final char MINUS = '\u2212';

    private final int decimals;

    Currency(int decimals) {
        this.decimals = decimals;
    }

    public int decimals() {
        return decimals;
    }

    /** The amount as it stands on the wire: {@code 25000} for dinars, {@code 25.50} for dollars. */
    public BigDecimal onWire(long minor) {
        return BigDecimal.valueOf(minor, decimals);
    }

    /** The same of an amount that may be none. */
    public @Nullable BigDecimal onWireOrNull(@Nullable Long minor) {
        return minor == null ? null : onWire(minor);
    }

    /** The amount as people read it, without its unit: {@code 25,000} dinars, {@code 12.50} dollars. */
    public String shown(long minor) {
        var shown = String.format(Locale.ROOT, "%,." + decimals + "f", onWire(minor));
        return shown.replace('-', MINUS);
    }

    /**
     * The amount in minor units.
     *
     * @throws ArithmeticException if it has a fraction that the currency lacks, or does not fit
     */
    public long minor(BigDecimal amount) {
        return amount.setScale(decimals, RoundingMode.UNNECESSARY)
                .unscaledValue()
                .longValueExact();
    }
}
