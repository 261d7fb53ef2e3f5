package iq.sendy.storefront;

import iq.sendy.kernel.WireWord;
import java.util.Locale;

/** Theme of a shop: its look, made for one niche. One stylesheet each. */
public enum Theme implements WireWord {
    FLOWERS(0xFFF8F6, 0x9B1B4B),
    FASHION(0xFFFFFF, 0x141414),
    BEAUTY(0xFBF6F4, 0x7A3E72),
    ELECTRONICS(0xF5F7FA, 0x0A4DA8),
    FOOD(0xFFFBF2, 0xA63A00),
    GIFTS(0xFBF8FF, 0x6A1FA0),
    HOME(0xF7F5F0, 0x4A5B2A),
    KIDS(0xF4FBFC, 0x00626E);

    /** What a shop looks like that has chosen nothing: black on white, and nothing of a niche in it. */
    public static final Theme UNCHOSEN = FASHION;

    private final int page;
    private final int accent;

    Theme(int page, int accent) {
        this.page = page;
        this.accent = accent;
    }

    /** The colour of its pages, as red, green and blue; its stylesheet has the same. */
    public int page() {
        return page;
    }

    /** The colour of its buttons. */
    public int accent() {
        return accent;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
