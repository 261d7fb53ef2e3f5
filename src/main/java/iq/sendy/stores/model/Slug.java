package iq.sendy.stores.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The word in a store's address: 3 to 50 of {@code a-z 0-9 -} with a letter or digit at both ends. */
public record Slug(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{1,48})[a-z0-9]");

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
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a slug");
        }
    }

    public static boolean valid(String lowered) {
        return FORM.matcher(lowered).matches();
    }

    public static boolean reserved(String lowered) {
        return RESERVED.contains(lowered);
    }

    /** The Latin form of a name. What has no letter or digit that Latin can spell becomes {@code store}. */
    public static Slug fromName(String name) {
        var latin = new StringBuilder();
        for (var c : Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFKC)
                .toCharArray()) {
            latin.append(LATIN.getOrDefault(c, Character.toString(c)));
        }
        var plain = Normalizer.normalize(latin, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        var cut = plain.length() > 40 ? plain.substring(0, 40).replaceAll("-+$", "") : plain;
        if (cut.isEmpty()) {
            return new Slug("store");
        }
        var whole = cut.length() < 3 || RESERVED.contains(cut) ? cut + "-store" : cut;
        return new Slug(whole);
    }

    /** The same slug with a number behind it. */
    public Slug numbered(int number) {
        return new Slug(value + "-" + number);
    }
}
