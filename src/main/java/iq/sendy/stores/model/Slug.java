package iq.sendy.stores.model;

import iq.sendy.kernel.InputText;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The word in a store's address: 3 to 50 of {@code a-z 0-9 -} with a letter or digit at both ends. */
public record Slug(String value) {

    private static final int LEAST = 3;
    private static final int MOST = 50;
    private static final int MOST_OF_A_NAME = 40;

    /** Words that a page of ours, a mail address or a deception would want. */
    private static final Set<String> RESERVED = Set.of(
            "about",
            "account",
            "admin",
            "administrator",
            "api",
            "app",
            "assets",
            "auth",
            "billing",
            "blog",
            "cart",
            "cdn",
            "checkout",
            "contact",
            "dashboard",
            "demo",
            "dev",
            "docs",
            "help",
            "home",
            "inbox",
            "info",
            "legal",
            "login",
            "logout",
            "mail",
            "me",
            "media",
            "news",
            "null",
            "order",
            "orders",
            "pay",
            "payment",
            "postmaster",
            "privacy",
            "public",
            "register",
            "root",
            "s",
            "security",
            "sendy",
            "shop",
            "signin",
            "signup",
            "static",
            "status",
            "store",
            "stores",
            "support",
            "system",
            "team",
            "terms",
            "test",
            "undefined",
            "webhooks",
            "webmaster",
            "www");

    /** One Latin spelling for each Arabic or Kurdish letter: simple, stable, and readable by those who know the name. */
    private static final Map<Character, String> LATIN = Map.ofEntries(
            Map.entry('ا', "a"),
            Map.entry('أ', "a"),
            Map.entry('إ', "i"),
            Map.entry('آ', "a"),
            Map.entry('ٱ', "a"),
            Map.entry('ب', "b"),
            Map.entry('پ', "p"),
            Map.entry('ت', "t"),
            Map.entry('ث', "th"),
            Map.entry('ج', "j"),
            Map.entry('چ', "ch"),
            Map.entry('ح', "h"),
            Map.entry('خ', "kh"),
            Map.entry('د', "d"),
            Map.entry('ذ', "dh"),
            Map.entry('ر', "r"),
            Map.entry('ڕ', "r"),
            Map.entry('ز', "z"),
            Map.entry('ژ', "zh"),
            Map.entry('س', "s"),
            Map.entry('ش', "sh"),
            Map.entry('ص', "s"),
            Map.entry('ض', "d"),
            Map.entry('ط', "t"),
            Map.entry('ظ', "z"),
            Map.entry('ع', "a"),
            Map.entry('غ', "gh"),
            Map.entry('ف', "f"),
            Map.entry('ڤ', "v"),
            Map.entry('ق', "q"),
            Map.entry('ك', "k"),
            Map.entry('ک', "k"),
            Map.entry('گ', "g"),
            Map.entry('ل', "l"),
            Map.entry('ڵ', "l"),
            Map.entry('م', "m"),
            Map.entry('ن', "n"),
            Map.entry('ه', "h"),
            Map.entry('ھ', "h"),
            Map.entry('ە', "a"),
            Map.entry('ة', "a"),
            Map.entry('و', "w"),
            Map.entry('ۆ', "o"),
            Map.entry('ي', "y"),
            Map.entry('ى', "a"),
            Map.entry('ی', "y"),
            Map.entry('ێ', "e"),
            Map.entry('ئ', "y"),
            Map.entry('ؤ', "w"),
            Map.entry('ء', ""));

    public Slug {
        if (!valid(value)) {
            throw new IllegalArgumentException("Not a slug");
        }
    }

    public static boolean valid(String lowered) {
        return lowered.length() >= LEAST
                && lowered.length() <= MOST
                && lowered.chars().allMatch(c -> plain(c) || c == '-')
                && plain(lowered.charAt(0))
                && plain(lowered.charAt(lowered.length() - 1));
    }

    public static boolean reserved(String lowered) {
        return RESERVED.contains(lowered);
    }

    /** The Latin form of a name, reserved never. What has no letter or digit that Latin can spell is a {@code new-store}. */
    public static Slug fromName(String name) {
        var latin = new StringBuilder();
        for (var c : InputText.normal(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFKC)
                .toCharArray()) {
            latin.append(LATIN.getOrDefault(c, Character.toString(c)));
        }
        var cut = hyphenated(InputText.normal(latin.toString(), Normalizer.Form.NFD));
        if (cut.isEmpty()) {
            return new Slug("new-store");
        }
        var whole = cut.length() < LEAST || RESERVED.contains(cut) ? cut + "-store" : cut;
        return new Slug(whole);
    }

    /** The plain letters and digits, with a hyphen for whatever is between them; accents fall away without one. */
    private static String hyphenated(String decomposed) {
        var words = new StringBuilder();
        var gap = false;
        for (var i = 0; i < decomposed.length() && words.length() < MOST_OF_A_NAME; i++) {
            var c = decomposed.charAt(i);
            if (plain(c)) {
                if (gap && words.length() + 1 == MOST_OF_A_NAME) {
                    break;
                }
                words.append(gap && !words.isEmpty() ? "-" : "").append(c);
                gap = false;
            } else if (!InputText.mark(c)) {
                gap = true;
            }
        }
        return words.toString();
    }

    private static boolean plain(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    /** The same slug with a number behind it. */
    public Slug numbered(int number) {
        return new Slug(value + "-" + number);
    }
}
