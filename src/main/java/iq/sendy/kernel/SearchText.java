package iq.sendy.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text folded for comparison, so that a search finds a name however it was spelt: letter case, tatweel, vowel marks,
 * hamza on alef, ya and alef maqsura, Persian and Kurdish letters and the three scripts of digits do not count.
 */
public final class SearchText {

    private static final Pattern MARKS =
            Pattern.compile("[\\p{M}\\u0640\\u200B-\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]+");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final String FROM = "أإآٱىیېئؤةۃەھہکڪگڤڵڕۆۊێ";
    private static final String TO = "ااااييييوهههههكككفلرووي";

    private SearchText() {}

    /** The folded form of a text; two texts that a person would call the same word fold alike. */
    public static String fold(String text) {
        // Composed first: a hamza above an alef is a letter of its own and must not fall away with the marks.
        var composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
        var letters = new StringBuilder(composed.length());
        for (var i = 0; i < composed.length(); i++) {
            var at = FROM.indexOf(composed.charAt(i));
            letters.append(at < 0 ? composed.charAt(i) : TO.charAt(at));
        }
        var bare = MARKS.matcher(Normalizer.normalize(letters, Normalizer.Form.NFD))
                .replaceAll("");
        return SPACES.matcher(Digits.toAscii(bare).toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }
}
