package iq.sendy.shop;

import iq.sendy.kernel.Phone;
import org.jspecify.annotations.Nullable;

/**
 * Wishes of a visitor that what they order costs by: as far as they have been typed and can be read.
 *
 * @param provinceCode of a governorate that there is
 */
public record Wishes(
        @Nullable Phone phone,
        @Nullable String provinceCode,
        @Nullable String discountCode) {

    public static final Wishes NONE = new Wishes(null, null, null);
}
