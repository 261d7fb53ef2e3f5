package iq.sendy.storefront;

import iq.sendy.kernel.WireWord;
import java.util.Locale;

/** Theme of a shop: its look, made for one niche. One stylesheet each. */
public enum Theme implements WireWord {
    FLOWERS,
    FASHION,
    BEAUTY,
    ELECTRONICS,
    FOOD,
    GIFTS,
    HOME,
    KIDS;

    /** What a shop looks like that has chosen nothing: black on white, and nothing of a niche in it. */
    public static final Theme UNCHOSEN = FASHION;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
