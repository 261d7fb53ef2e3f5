package iq.sendy.shop.web;

import iq.sendy.shop.ShopProduct;
import iq.sendy.storefront.Theme;
import org.jspecify.annotations.Nullable;

/**
 * Look of a shop's lists, as far as markup decides it: the stylesheet of its theme does the rest.
 *
 * @param sizes how wide a product's picture is shown, as the attribute of that name says it
 * @param eager how many pictures are loaded at once: those of the first row
 * @param notes whether a product's card has a line of its description
 * @param adds whether a product can be put in the cart from its card
 */
public record ShopLook(String sizes, int eager, boolean notes, boolean adds) {

    /** Two lines of a card. */
    private static final int LONGEST_NOTE = 90;

    private static final String HALF = "(min-width:900px) 280px, 50vw";
    private static final String SMALL = "(min-width:900px) 230px, 120px";

    public static ShopLook of(Theme theme) {
        return switch (theme) {
            case FLOWERS, FASHION -> new ShopLook(HALF, 4, false, false);
            case BEAUTY -> new ShopLook(HALF, 4, true, false);
            case GIFTS -> new ShopLook(HALF, 4, false, true);
            case ELECTRONICS -> new ShopLook(SMALL, 5, true, false);
            case FOOD -> new ShopLook("140px", 5, true, true);
            case HOME -> new ShopLook("(min-width:900px) 380px, 100vw", 1, true, false);
            case KIDS -> new ShopLook("(min-width:900px) 230px, 50vw", 5, true, true);
        };
    }

    /** What a card says of a product beside its name: how its description begins, without its markup; null where it says nothing. */
    public @Nullable String note(ShopProduct product) {
        var description = product.description();
        if (description == null) {
            return null;
        }
        var text = plain(description);
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() <= LONGEST_NOTE) {
            return text;
        }
        var end = text.lastIndexOf(' ', LONGEST_NOTE);
        return text.substring(0, end > 0 ? end : LONGEST_NOTE) + "…";
    }

    /** Without what stands in angle brackets, and with one blank where there was any number. No more is read than is shown. */
    private static String plain(String description) {
        var plain = new StringBuilder(LONGEST_NOTE * 2);
        var inside = false;
        for (var i = 0; i < description.length() && plain.length() <= LONGEST_NOTE; i++) {
            var c = description.charAt(i);
            var blank = inside || c == '<' || Character.isWhitespace(c);
            inside = c == '<' || (inside && c != '>');
            if (!blank) {
                plain.append(c);
            }
            if (blank && !plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
            }
        }
        return plain.toString().strip();
    }
}
